// npm run sizes: what a staff member's first view weighs over the wire, page by page, against the budget.
import { get, type IncomingMessage } from 'node:http'
import { openDemo } from './open-demo.ts'

const budget = { page: 100 * 1024, script: 30 * 1024 }
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9)

type Answer = { readonly status: number; readonly type: string; readonly wire: number; readonly text: string }

const demo = await openDemo()
try {
  const cookie = await demo.signIn('nur.aini@contoh.go.id')
  const unit = demo.example.agency.slug
  const { year } = demo.example.plan
  const pages = ['/', '/tugas', `/u/${unit}/rencana/${year}`, `/u/${unit}/kalender/${year}/11`]
  const staff = [
    ...pages,
    `/u/${unit}/papan/${year}`,
    `/u/${unit}/kemajuan/${year}`,
    `/u/${unit}/linimasa/${year}`,
    `/u/${unit}/lke/${year}`,
    `/u/${unit}/lke/${year}/PW`,
  ]
  console.log('first view                                     html       css    script     other     total')
  for (const path of staff) {
    const weight = await weigh(`${demo.address}${path}`, cookie)
    const { html, style, script, other } = weight
    const total = html + style + script + other
    const row = [html, style, script, other, total].map(kilobytes).join(' ')
    const mistakes = [
      ...(weight.status === 200 ? [] : [`answered ${weight.status}`]),
      ...(total <= budget.page ? [] : [`over ${kilobytes(budget.page).trim()}`]),
      ...(script <= budget.script ? [] : [`script over ${kilobytes(budget.script).trim()}`]),
    ]
    console.log(`${path.padEnd(42)}${row}  ${mistakes.join(', ') || 'ok'}`)
    if (mistakes.length > 0) process.exitCode = 1
  }
} finally {
  await demo.close()
}

/** One page with everything that its markup loads, as bytes on the wire of a browser that accepts gzip. */
async function weigh(address: string, cookie: string) {
  const page = await load(address, cookie)
  const addresses = [...page.text.matchAll(/<(?:link[^>]*\shref|script[^>]*\ssrc|img[^>]*\ssrc)="([^"]+)"/g)]
    .map(([, url = '']) => new URL(url, address).href)
    .filter(url => url.startsWith(demo.address) && !url.endsWith('.ics'))
  const weight = { status: page.status, html: page.wire, style: 0, script: inlineScript(page.text), other: 0 }
  for (const url of new Set(addresses)) {
    const { type, wire } = await load(url, cookie)
    if (type.includes('css')) weight.style += wire
    else if (type.includes('javascript')) weight.script += wire
    else weight.other += wire
  }
  return weight
}

function inlineScript(html: string): number {
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
  return scripts.reduce((sum, [, code = '']) => sum + code.length, 0)
}

/** node:http, for `fetch` hides how long the compressed body was. */
function load(address: string, cookie: string): Promise<Answer> {
  return new Promise((done, fail) => {
    get(address, { headers: { cookie, 'accept-encoding': 'gzip' } }, response => {
      collect(response).then(done, fail)
    }).once('error', fail)
  })
}

async function collect(response: IncomingMessage): Promise<Answer> {
  const { gunzipSync } = await import('node:zlib')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body).toString() : body.toString()
  return {
    status: response.statusCode ?? 0,
    type: String(response.headers['content-type'] ?? ''),
    wire: body.byteLength,
    text,
  }
}
