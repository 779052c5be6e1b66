import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaCodes } from '../access/role.ts'
import { certaintyOf, type FileMatch, matchFiles } from './match-files.ts'
import type { PlanToMatch } from './plan-to-match.ts'

/** Areas, sub-components, indicators and the evidence they ask for, worded as agencies word them. */
const wording = `Manajemen Perubahan
  Tim Kerja
    SK Tim Kerja ZI telah dibuat sesuai prosedur | SOP pemilihan Tim Kerja ZI | SK Tim Pembangunan ZI menuju WBK dan WBBM
  Pemantauan dan Evaluasi Pembangunan WBK/WBBM
    Pemantauan dan evaluasi dilakukan per semester | Undangan rapat | Daftar hadir | Notulensi rapat | Lembar monev ZI
  Perubahan Pola Pikir dan Budaya Kerja
    Agen perubahan sudah ditetapkan | SOP pemilihan anggota Tim Agen Perubahan | SK Tim Agen Perubahan
    Anggota organisasi terlibat | Dokumen pakta integritas
Penataan Tata Laksana
  Prosedur Operasional Tetap (SOP) Kegiatan Utama
    SOP mengacu pada proses bisnis | SOP pelayanan unit
    SOP telah dievaluasi | Laporan hasil evaluasi SOP
  E-Office
    Manajemen SDM memakai teknologi informasi | Aplikasi SIMPEG | Bukti penggunaan WA grup
  Keterbukaan Informasi Publik
    Keterbukaan informasi sesuai peraturan | SK PPID | Kotak pengaduan | Pengaduan via website
Penataan Sistem Manajemen SDM
  Perencanaan Kebutuhan Pegawai
    Kebutuhan mengacu pada peta jabatan | Laporan analisa kebutuhan pegawai | Dokumen ANJAB ABK
    Penempatan mengacu pada kebutuhan | Laporan analisa kebutuhan pegawai | Dokumen ANJAB ABK
  Penetapan Kinerja Individu
    Penetapan kinerja individu terkait kinerja organisasi | SKP Tahun 2018
  Penegakan Aturan Disiplin
    Aturan disiplin telah dilaksanakan | Lembar absensi manual | Laporan absensi finger print pegawai
Penguatan Akuntabilitas
  Keterlibatan Kepemimpinan
    Pimpinan terlibat dalam penetapan kinerja | Dokumen Renstra | LAKIP
  Pengelolaan Akuntabilitas Kinerja
    Dokumen perencanaan sudah ada | Renstra | RKT
    Laporan kinerja disusun tepat waktu | LAKIP
Penguatan Pengawasan
  Pengendalian Gratifikasi
    Public campaign telah dilakukan | SK Sub UPG | Spanduk | Banner
  Pengaduan Masyarakat
    Hasil penanganan ditindaklanjuti | Laporan pengaduan per bulan | Menampilkan laporan pengaduan via website
  Whistle Blowing System (WBS)
    WBS sudah diinternalisasikan | SK pimpinan terkait pengelola WBS | Undangan | Daftar hadir | Notulen
Peningkatan Kualitas Pelayanan Publik
  Standar Pelayanan
    Standar pelayanan telah dimaklumatkan | Maklumat standar pelayanan
  Penilaian Kepuasan Pelayanan
    Dilakukan survey kepuasan masyarakat | Laporan IKM
    Hasil survey dapat diakses | Screenshot dari website`

/** Ids tell the place: `I.1.1#2` is the second piece asked for. */
function planOf(text: string): PlanToMatch {
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']
  const depth = (line: string) => (line.length - line.trimStart().length) / 2
  type Line = { text: string; below: Line[] }
  const root: Line = { text: '', below: [] }
  for (const line of text.split('\n')) {
    let at = root
    for (let level = 0; level < depth(line); level += 1) at = at.below.at(-1) ?? at
    at.below.push({ text: line.trim(), below: [] })
  }
  return {
    year: 2019,
    areas: root.below.map((area, a) => ({
      id: roman[a] ?? '',
      code: areaCodes[a] ?? null,
      label: area.text,
      subComponents: area.below.map((sub, s) => ({
        id: `${roman[a]}.${s + 1}`,
        no: s + 1,
        name: sub.text,
        indicators: sub.below.map((indicator, n) => {
          const [name = '', ...slots] = indicator.text.split(' | ')
          const id = `${roman[a]}.${s + 1}.${n + 1}`
          return {
            id,
            no: String(n + 1),
            text: name,
            slots: slots.map((slot, at) => ({ id: `${id}#${at + 1}`, text: slot })),
          }
        }),
      })),
    })),
  }
}

const plan = planOf(wording)
const match = (path: string, title: string | null = null): FileMatch | undefined =>
  matchFiles(plan, [{ path, title }]).matched[0]
const placeOf = (path: string, title: string | null = null) => {
  const found = match(path, title)
  return found && (found.slotId ?? found.indicatorId ?? found.subComponentId ?? found.areaId)
}

describe('a shared drive as agencies keep it', () => {
  test.each([
    ['I. Manajemen Perubahan/1. Tim Kerja/SK Tim ZI 2019.pdf', 'I.1.1#2'],
    ['I. Manajemen Perubahan/1. Tim Kerja/SOP Pemilihan Tim.pdf', 'I.1.1#1'],
    ['Bukti Dukung ZI 2019/Area 1/Tim Kerja/SK Tim Kerja.pdf', 'I.1.1#2'],
    ['MP/2 Monev/Undangan Rapat Monev.pdf', 'I.2.1#1'],
    ['MP/2 Monev/absen.jpg', 'I.2.1#2'],
    ['MP\\2 Monev\\Notula rapat smt 1.docx', 'I.2.1#3'],
    ['Area I Manajemn Perubahan/Agen Perubahan/SK Agen perubahan.pdf', 'I.3.1#2'],
    ['Area 1 - MP/3. Perubahan Pola Pikir/Pakta Integritas.pdf', 'I.3.2#1'],
    ['II. Penataan Tatalaksana/1. SOP/Bukti/Laporan Evaluasi SOP 2019.docx', 'II.1.2#1'],
    ['Area 2/2/1/Aplikasi Simpeg.png', 'II.2.1#1'],
    ['3. Penataan Sistem Manajemen SDM/3. Penegakan Disiplin/Laporan Finger Print Mei.xlsx', 'III.3.1#2'],
    ['V. Penguatan Pengawasan/3. WBS/Sosialisasi/Undangan.pdf', 'V.3.1#2'],
    ['V. Pengawasan/Gratifikasi/SK UPG.pdf', 'V.1.1#1'],
    ['V. Pengawasan/2. Dumas/Laporan Pengaduan Maret 2019.pdf', 'V.2.1#1'],
    ['VI. Pelayanan Publik/2. Survei Kepuasan/Laporan IKM Semester I.pdf', 'VI.2.1#1'],
    ['Yanlik/1. Standar Pelayanan/Maklumat Pelayanan.pdf', 'VI.1.1#1'],
    ['II.1.2 laporan.pdf', 'II.1.2#1'],
    ['2.3.1/SK PPID.pdf', 'II.3.1#1'],
  ])('%s belongs to %s', (path, id) => {
    expect(placeOf(path)).toBe(id)
  })
  test('a file in the wrong folder stays with the folder and no piece is claimed', () => {
    expect(match('II. Penataan Tatalaksana/1. SOP/Bukti/SK Tim 2019.pdf')).toMatchObject({
      level: 'sub-component',
      subComponentId: 'II.1',
      slotId: null,
    })
  })
  test('a piece that two indicators ask for is left to a person, with both named', () => {
    expect(match('SDM/Perencanaan Kebutuhan/Laporan analisa kebutuhan pegawai.pdf')).toMatchObject({
      level: 'sub-component',
      subComponentId: 'III.1',
      slotIds: ['III.1.1#1', 'III.1.2#1'],
    })
  })
  test('a number of the plan leads to the one of them', () => {
    expect(placeOf('III.1.2/Laporan analisa kebutuhan pegawai.pdf')).toBe('III.1.2#1')
  })
  test('the title of a document helps where its name says nothing', () => {
    expect(placeOf('V. Pengawasan/scan0001.pdf')).toBe('V')
    expect(placeOf('V. Pengawasan/scan0001.pdf', 'Laporan pengaduan masyarakat per bulan')).toBe('V.2.1#1')
  })
  test('a folder of another year lowers the confidence and says why', () => {
    const path = (year: number) => `I. Manajemen Perubahan/1. Tim Kerja/${year}/SK Tim ZI.pdf`
    const [same, other] = [match(path(2019)), match(path(2017))]
    expect(other?.reasons).toContainEqual({ code: 'other-year', printed: '2017', points: -15 })
    expect(other?.confidence).toBeLessThan(same?.confidence ?? 0)
    expect(match('III. SDM/2. Kinerja Individu/SKP 2018.pdf')?.reasons.map(({ code }) => code)).not.toContain(
      'other-year',
    )
    expect(match('IV. Akuntabilitas/Renstra 2016-2021.pdf')?.reasons.map(({ code }) => code)).not.toContain(
      'other-year',
    )
  })
  test('a name that tells much is found without folders, but unsure', () => {
    const found = match('SK PPID.pdf')
    expect(found?.slotId).toBe('II.3.1#1')
    expect(certaintyOf(found?.confidence ?? 0)).toBe('unsure')
  })
  test('what fits nowhere is listed, with the litter of programs apart', () => {
    const paths = [
      'Laporan.pdf',
      'IMG_20190512_0800.jpg',
      'Lain-lain/Resep soto.docx',
      'MP/Thumbs.db',
      '~$SK.docx',
    ]
    expect(
      matchFiles(
        plan,
        paths.map(path => ({ path, title: null })),
      ),
    ).toEqual({
      matched: [],
      unmatched: [
        { path: 'Laporan.pdf', why: 'nothing-fits' },
        { path: 'IMG_20190512_0800.jpg', why: 'nothing-fits' },
        { path: 'Lain-lain/Resep soto.docx', why: 'nothing-fits' },
        { path: 'MP/Thumbs.db', why: 'not-a-document' },
        { path: '~$SK.docx', why: 'not-a-document' },
      ],
    })
  })
})

const part = fc.constantFrom(
  'I. Manajemen Perubahan',
  'Area 2',
  '1. SOP',
  'Tim Kerja',
  'SK Tim 2019.pdf',
  'Undangan.pdf',
  '2018',
  'IKM',
  'II.1.2',
  'Laporan pengaduan',
  '...',
  'Ω',
)
const paths = fc.array(part, { minLength: 1, maxLength: 5 }).map(parts => parts.join('/'))

test('every file is either matched or listed as unmatched, and its answer does not depend on the others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(paths, { maxLength: 8 }), names => {
      const files = names.map(path => ({ path, title: null }))
      const { matched, unmatched } = matchFiles(plan, files)
      expect([...matched, ...unmatched].map(({ path }) => path).sort()).toEqual([...names].sort())
      for (const found of matched) expect(match(found.path)).toEqual(found)
    }),
  )
})

test('the confidence is the sum of the reasons, and the deepest place is inside those above it', () => {
  fc.assert(
    fc.property(paths, path => {
      const found = match(path)
      if (!found) return
      const sum = found.reasons.reduce((total, { points }) => total + points, 0)
      expect(found.confidence).toBe(Math.min(100, sum))
      const chain = [found.areaId, found.subComponentId, found.indicatorId, found.slotId].filter(
        id => id !== null,
      )
      for (const [at, id] of chain.entries()) expect(id.startsWith(chain[at - 1] ?? '')).toBe(true)
    }),
  )
})
