import {mkdirSync,readFileSync} from 'fs'
import {openBrowser,openAs,widths} from './e2e/browser.ts'
import {openDemo} from './scripts/open-demo.ts'
const O='/work/help/out/p3/';mkdirSync(O,{recursive:true})
const b=await openBrowser()
const site=await openDemo(undefined,()=>new Date('2026-11-24T03:00:00Z'))
const U='/u/dpmptsp-tirta-lestari'
const snap=async(p:any,n:string,full=false)=>{for(const [k,w,h] of [['d',1366,800],['p',360,740]] as const){await p.setViewportSize({width:w,height:h});await p.waitForTimeout(150);const o=await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth);if(o>0)console.log('OVERFLOW',n,k,o);await p.screenshot({path:O+n+'-'+k+'.png',fullPage:full})}await p.setViewportSize(widths.desk)}
const only=process.argv.slice(2);const want=(n:string)=>only.length===0||only.includes(n)
const p=await openAs(b,site,'team-leader')
if(want('find')){await p.goto(site.address+U+'/bukti/berkas').catch(()=>0);console.log(p.url());await snap(p,'berkas');
await p.goto(site.address+U+'/bukti');await snap(p,'bukti');await p.goto(site.address+U+'/bukti?q=apel&area=MP');await snap(p,'bukti-on')}
if(want('film')){
const hit=await site.server.database.db.selectFrom('evidence').innerJoin('evidence_version','evidence_version.evidence_id','evidence.id').select('evidence.id').where('file_name','like','%mp4').executeTakeFirst().catch(e=>{console.log(e.message);return null})
await p.goto(site.address+U+'/bukti/'+hit?.id);console.log(p.url());await snap(p,'film',true)
await p.click('#tarik summary');await p.locator('#tarik').scrollIntoViewIfNeeded();await p.locator('#tarik').screenshot({path:O+'tarik-open.png'});await p.click('#tarik button[type=submit]');await p.waitForLoadState('load');await snap(p,'tarik-422',true);
await p.fill('#tarik textarea','Salah berkas; rekaman ini milik unit lain.');await p.click('#tarik button[type=submit]');await p.waitForLoadState('load');await snap(p,'tarik-done',true);
const own=await site.server.database.db.selectFrom('evidence').select('id').limit(1).executeTakeFirst()}
if(want('print')){for(const [n,u] of [['pr-plan','/rencana/2026'],['pr-lin','/linimasa/2026'],['pr-lke','/lke/2026/PW'],['pr-kem','/kemajuan/2026'],['pr-lke25','/lke/2025']] as const){await p.goto(site.address+U+u);await p.pdf({path:O+n+'.pdf',preferCSSPageSize:true})}}
if(want('token')){const a=await openAs(b,site,'team-leader');await a.goto(site.address+'/akun/token');console.log(a.url());await snap(a,'token',true)}
if(want('lke')){await p.goto(site.address+U+'/lke/2025');await snap(p,'lke25',true);await p.emulateMedia({media:'print'});await p.pdf({path:O+'lke25.pdf',format:'A4'});await p.goto(site.address+U+'/lke/2026/PW');await p.pdf({path:O+'lkePW.pdf',format:'A4'});await p.emulateMedia({media:'screen'});await p.goto(site.address+U+'/lke/2026/satuan');await snap(p,'satuan',true)
 await p.setViewportSize(widths.phone);await p.evaluate(()=>{for(const e of document.querySelectorAll('main *'))if(e.scrollWidth>e.clientWidth+40)e.scrollLeft=200});await p.screenshot({path:O+'satuan-scrolled-p.png',fullPage:true})}
if(want('periksa')){const r=await p.request.get(site.address+U+'/lke/2025/bundel');const q=await b.newPage({viewport:widths.desk,locale:'id-ID'});await q.goto(site.address+'/periksa');await snap(q,'periksa0');await q.locator('#bundel').setInputFiles({name:'lke.zip',mimeType:'application/zip',buffer:await r.body()});await q.click('main button[type=submit]');await q.waitForLoadState('load');await snap(q,'periksa',true)}
if(want('closed')){const c=await site.server.database.db.updateTable('unit').set({closed_at:new Date('2026-11-23')}).where('slug','=','dpmptsp-tirta-lestari').returning('id').execute();
 const q=await p.context().newPage();await q.goto(site.address+U+'/rencana/2026');await q.evaluate((a)=>{const f=document.createElement('form');f.method='post';f.action=a;document.body.append(f);f.submit()},U+'/lke');await q.waitForTimeout(800);await snap(q,'409-closed')
 await site.server.database.db.updateTable('unit').set({closed_at:null}).where('slug','=','dpmptsp-tirta-lestari').execute()}
if(want('fault')){const {sql}=await import('kysely');await sql`alter table obligation rename to obligation_x`.execute(site.server.database.db);
 await p.goto(site.address+'/tugas');await snap(p,'500')
 const n=await openAs(b,site,'team-leader',{javaScriptEnabled:false}).catch(e=>null);}
await b.close();await site.close();process.exit(0)
