import { describe, expect, test } from 'vitest'
import { readLinks } from './index.ts'

const csv = (text: string) => readLinks('tautan.csv', new TextEncoder().encode(text))
async function listOf(text: string) {
  const list = await csv(text)
  if (!list.ok) throw new Error(list.problem.kind)
  return list.value
}

describe('a list of old links', () => {
  test('columns are found by their headings wherever they stand, and merged cells hold for the rows below', async () => {
    const { links, problems } = await listOf(`DAFTAR EVIDEN;;;;
No;Area Perubahan;Sub Komponen;Data Dukung;Link Drive
1;Manajemen Perubahan;Tim Kerja;SK Tim;https://drive.contoh.go.id/a
2;;;SOP Pemilihan;https://drive.contoh.go.id/b
3;Penguatan Pengawasan;;SK UPG;www.contoh.go.id/c
`)
    expect(problems).toEqual([])
    expect(links).toEqual([
      {
        row: 3,
        url: 'https://drive.contoh.go.id/a',
        title: 'SK Tim',
        path: 'Manajemen Perubahan/Tim Kerja/SK Tim',
      },
      {
        row: 4,
        url: 'https://drive.contoh.go.id/b',
        title: 'SOP Pemilihan',
        path: 'Manajemen Perubahan/Tim Kerja/SOP Pemilihan',
      },
      { row: 5, url: 'https://www.contoh.go.id/c', title: 'SK UPG', path: 'Penguatan Pengawasan/SK UPG' },
    ])
  })
  test('without headings the column of addresses is the one', async () => {
    const { links } = await listOf(
      'SK Tim,x,https://contoh.go.id/Laporan%20IKM.pdf\nSOP,y,https://contoh.go.id/2\n',
    )
    expect(links.map(({ url }) => url)).toEqual([
      'https://contoh.go.id/Laporan%20IKM.pdf',
      'https://contoh.go.id/2',
    ])
    expect(links[0]?.path).toBe('Laporan IKM.pdf')
  })
  test('several links in a cell are several, and the title may be in the link', async () => {
    const { links } = await listOf(
      'Area,Bukti,Link\nMP,"Foto","https://contoh.go.id/1, (https://contoh.go.id/2)"\n',
    )
    expect(links.map(({ url }) => url)).toEqual(['https://contoh.go.id/1', 'https://contoh.go.id/2'])
  })
  test('rows that give no usable link are named with the reason', async () => {
    const { links, problems } = await listOf(`Bukti,Nomor,Link
SK Tim,1,
SOP,2,ada di lemari
Skrip,3,javascript:alert(1)
Berkas,4,file:///C:/a.pdf
Undangan,5,https://contoh.go.id/1
Undangan lagi,6,https://contoh.go.id/1
`)
    expect(links).toHaveLength(1)
    expect(problems).toEqual([
      { row: 2, text: 'SK Tim', why: 'no-link' },
      { row: 3, text: 'ada di lemari', why: 'not-an-address' },
      { row: 4, text: 'javascript:alert(1)', why: 'not-on-the-web' },
      { row: 5, text: 'file:///C:/a.pdf', why: 'not-on-the-web' },
      { row: 7, text: 'https://contoh.go.id/1', why: 'same-link' },
    ])
  })
  test('bytes that share their memory with others are read, and stay', async () => {
    const bytes = Buffer.from('Bukti,Nomor,Link\nSK,1,https://contoh.go.id/1\n')
    expect(await readLinks('tautan.csv', bytes)).toMatchObject({ value: { links: [{ title: 'SK' }] } })
    expect(bytes.toString()).toContain('Bukti')
  })
  test('a table without links, or a file that is none, is a clear problem', async () => {
    expect(await csv('Nama,Jumlah,Ket\nSK,1,ada\n')).toEqual({
      ok: false,
      problem: { kind: 'no-link-column', file: 'tautan.csv' },
    })
    expect(await csv('')).toMatchObject({ problem: { kind: 'empty-file' } })
  })
})
