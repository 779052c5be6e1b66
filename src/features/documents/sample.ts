import type { MonevInput, StateCounts } from './monev-input.ts'
import type { Chapter, DocumentUnit, PlanForDocument } from './plan-input.ts'

/** An agency that does not exist, for the tests of this folder. */
export const sampleUnit: DocumentUnit = {
  name: 'Dinas Pelayanan Terpadu Kota Cempaka',
  shortName: 'DPT Kota Cempaka',
  agency: 'Pemerintah Kota Cempaka',
  address: 'Jalan Melati Nomor 7, Cempaka',
  place: 'Cempaka',
}

export const sampleChapters: readonly Chapter[] = [
  {
    key: 'kata-pengantar',
    number: null,
    title: 'Kata Pengantar',
    text: 'Rencana {{unit.singkatan}} Tahun {{tahun}}.',
  },
  {
    key: 'pendahuluan',
    number: 'I',
    title: 'Pendahuluan',
    text: '# Latar Belakang\n\nPegawai berjumlah {{pegawai.jumlah}} orang.\n\n1. satu;\n2. dua.\n\n# Dasar Hukum\n\nLihat **Lampiran I**.',
  },
  { key: 'penutup', number: 'II', title: 'Penutup', text: 'Selesai.\n\n{{tabel.ringkasan-rencana}}' },
]

export const samplePlan: PlanForDocument = {
  areas: [
    {
      code: 'MP',
      label: 'Manajemen Perubahan',
      subComponents: [
        {
          no: 1,
          name: 'Tim Kerja',
          indicators: [
            {
              text: 'Tim kerja telah dibentuk',
              actions: ['Memilih anggota tim', 'Menetapkan keputusan tim'],
              evidence: ['Keputusan tim', 'Notulen rapat'],
              schedules: [{ text: 'Februari' }],
              owner: 'Sekretaris',
            },
            {
              text: 'Tim kerja bertemu setiap bulan',
              actions: ['Mengadakan rapat bulanan'],
              evidence: ['Daftar hadir'],
              schedules: [],
              owner: null,
            },
          ],
        },
      ],
    },
  ],
}

const counts = (done: number, late: number, due: number, upcoming: number, waived: number): StateCounts => ({
  done,
  late,
  due,
  upcoming,
  waived,
})

export const sampleMonev: MonevInput = {
  unit: sampleUnit,
  year: 2026,
  asOf: '2026-09-30',
  perArea: [{ code: 'MP', label: 'Manajemen Perubahan', counts: counts(5, 2, 1, 3, 1) }],
  perMonth: [
    { month: 1, counts: counts(5, 2, 0, 0, 1) },
    { month: 10, counts: counts(0, 0, 1, 3, 0) },
  ],
  perPerson: [{ name: 'Rini Kartika', counts: counts(5, 2, 1, 3, 1) }],
  lateList: [
    { action: 'Menyusun laporan', area: 'Manajemen Perubahan', person: 'Rini Kartika', dueOn: '2026-09-20' },
    { action: 'Mengadakan rapat', area: 'Manajemen Perubahan', person: null, dueOn: '2026-08-31' },
  ],
  doneList: [],
  signer: { place: 'Cempaka', date: '2026-09-30', role: 'Ketua Tim', name: 'Rini Kartika', nip: '000' },
}
