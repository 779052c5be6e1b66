import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { OfficialDocument } from './document.ts'
import { monevReport } from './monev-report.ts'
import { renderDocx, renderPdf } from './render.ts'
import { sampleChapters, sampleMonev, samplePlan, sampleUnit } from './sample.ts'
import { type WorkPlanInput, workPlanDocument } from './work-plan-document.ts'

const input: WorkPlanInput = {
  unit: sampleUnit,
  year: 2026,
  date: '2026-01-15',
  chapters: sampleChapters,
  plan: samplePlan,
  figures: { 'pegawai.jumlah': 93 },
  approval: { place: 'Cempaka', date: '2026-01-15', role: 'Kepala Dinas', name: 'Bagas Pratama', nip: '000' },
}

const pagesOf = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text.map(page => page.replace(/[\u00AD\u200B]/g, '').replace(/\s+/g, ' '))
}
const pdfText = async (document: OfficialDocument) => (await pagesOf(await renderPdf(document))).join(' ')
const docxText = async (document: OfficialDocument) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(document)) })).value.replace(
    /\s+/g,
    ' ',
  )

const hostile = [
  '#read("/etc/passwd")',
  '$x^2$',
  '*tebal*',
  '_garis_',
  '\\u{41} \\ #panic()',
  '<script>&amp;</script>',
  ']] #set page(width: 1pt)',
  '"); #let x = (',
  '@label',
  '`raw`',
  '// bukan komentar',
  'https://contoh.go.id/a//b',
]

describe('a work plan as PDF', () => {
  it('has cover, foreword, contents, chapters and Lampiran I in this order, each on its own page', async () => {
    const pages = await pagesOf(await renderPdf(workPlanDocument(input)))
    const starts = [
      'RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS',
      'KATA PENGANTAR',
      'DAFTAR ISI',
      'BAB I PENDAHULUAN',
      'BAB II PENUTUP',
      'LAMPIRAN I RENCANA AKSI',
    ]
    expect(pages).toHaveLength(starts.length)
    for (const [index, start] of starts.entries()) expect(pages[index]).toContain(start)
  })

  it('lists the chapters with their pages, counted from the first chapter', async () => {
    const contents = (await pagesOf(await renderPdf(workPlanDocument(input))))[2]
    expect(contents).toMatch(
      /KATA PENGANTAR[ .]+i BAB I PENDAHULUAN[ .]+1 1\.1 Latar Belakang[ .]+1 .*BAB II PENUTUP[ .]+2 LAMPIRAN I .*[ .]+3/,
    )
  })

  it('gives the same bytes for the same document', async () => {
    const [one, two] = await Promise.all([
      renderPdf(workPlanDocument(input)),
      renderPdf(workPlanDocument(input)),
    ])
    expect(Buffer.compare(one, two)).toBe(0)
  })

  it('is marked as a draft until the head has approved it, and carries the signature afterwards', async () => {
    expect(await pdfText(workPlanDocument({ ...input, approval: null }))).toContain(
      'Konsep, belum ditetapkan',
    )
    const approved = await pdfText(workPlanDocument(input))
    expect(approved).not.toContain('Konsep')
    expect(approved).toContain('Cempaka, 15 Januari 2026 Kepala Dinas, Bagas Pratama NIP 000')
  })

  it('shows what is not filled in, in its place and on a page of its own', async () => {
    const text = await pdfText(workPlanDocument({ ...input, figures: {} }))
    expect(text).toContain('Pegawai berjumlah [belum diisi: jumlah pegawai] orang')
    expect(text).toContain('Data yang belum diisi')
  })

  it('is made from a plan without a single action, and from no chapters at all', async () => {
    const text = await pdfText(workPlanDocument({ ...input, chapters: [], plan: { areas: [] } }))
    expect(text).toContain('Rencana aksi belum berisi kegiatan.')
  })

  it.each(hostile)('prints %s exactly as typed, wherever a person can type', async text => {
    const document = workPlanDocument({
      ...input,
      unit: { ...sampleUnit, name: text, shortName: text },
      chapters: [{ key: 'x', number: 'I', title: text, text: text.replace(/[\\*]/g, '\\$&') }],
      plan: {
        areas: [
          {
            code: 'MP',
            label: text,
            subComponents: [
              {
                no: text,
                name: text,
                indicators: [
                  { text, actions: [text, text], evidence: [], schedules: [{ text }], owner: text },
                ],
              },
            ],
          },
        ],
      },
    })
    const flat = (value: string) => value.replace(/\s+/g, '')
    expect(flat(await pdfText(document))).toContain(flat(text))
    expect(flat(await docxText(document))).toContain(flat(text))
  })

  it('takes emoji, Arabic, control signs, half characters and a word of 3,000 letters', async () => {
    const text = `😀 مرحبا \u0000\u0007\ud800 ${'panjang'.repeat(430)}`
    const document = workPlanDocument({
      ...input,
      chapters: [{ key: 'x', number: 'I', title: text, text }],
      plan: { areas: [] },
    })
    expect(await pdfText(document)).toContain('panjang')
    expect(await docxText(document)).toContain('😀')
  })

  it('keeps the hyphen of a word searchable although words are divided', async () => {
    const text = `${'penyelenggaraan pemerintahan keterbukaan '.repeat(60)} e-office masing-masing`
    const shown = await pdfText(
      workPlanDocument({ ...input, chapters: [{ key: 'x', number: 'I', title: 'Uji', text }] }),
    )
    expect(shown).toMatch(/e- ?office/)
    expect(shown).toMatch(/masing- ?masing/)
  })
})

describe('a work plan for Word', () => {
  it('uses heading styles, real lists, a repeated table header and a contents field', async () => {
    const buffer = Buffer.from(await renderDocx(workPlanDocument(input)))
    const { value: html, messages } = await mammoth.convertToHtml({ buffer })
    expect(html).toMatch(/<h1>.*BAB I<br \/>PENDAHULUAN<\/h1>/)
    expect(html).toMatch(/<h2>.*1\.1\tLatar Belakang<\/h2>/)
    expect(html).toContain('<ol><li>satu;</li><li>dua.</li></ol>')
    expect(html).toMatch(/<thead>.*LANGKAH AKSI.*<\/thead>/)
    expect(html).toContain('rowspan="2"')
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  })
})

describe('a monitoring report', () => {
  it('computes the shares and the days late, and puts the longest delay first', async () => {
    const text = await pdfText(monevReport(sampleMonev))
    expect(text).toContain(
      '5 dari 11 kewajiban dalam rencana kerja telah selesai (45,45%), sedangkan 2 kewajiban terlambat',
    )
    expect(text).toContain('Keterlambatan terlama 30 hari')
    expect(text.indexOf('Mengadakan rapat', text.indexOf('E. Kewajiban'))).toBeLessThan(
      text.lastIndexOf('Menyusun laporan'),
    )
    expect(text).not.toContain('Perhatian:')
  })

  it('says so when the counts by area, month and person disagree', async () => {
    expect(await pdfText(monevReport({ ...sampleMonev, perMonth: [] }))).toContain(
      'jumlah kewajiban menurut area (12), bulan (0), dan penanggung jawab (12) tidak sama',
    )
  })

  it('is made for a plan without obligations', async () => {
    const empty = monevReport({
      ...sampleMonev,
      perArea: [],
      perMonth: [],
      perPerson: [],
      lateList: [],
      signer: null,
    })
    expect(await pdfText(empty)).toContain('belum memuat kewajiban')
    expect(await docxText(empty)).toContain('Tidak ada kewajiban yang terlambat.')
  })
})
