import { addDays, type LocalDate, lastOfMonth, localDate, monthOf } from '../src/core/shared/local-date.ts'
import { monthName } from '../src/ui/format.ts'
import {
  csvOf,
  docxOf,
  type Paper,
  pdfOf,
  sceneOf,
  screenOf,
  txtOf,
  xlsxOf,
} from './example-evidence-files.ts'

type Brought = {
  readonly action: string
  readonly due: readonly LocalDate[]
  readonly slot: string
  readonly title: string
  readonly kind: string
  readonly number?: string
  readonly date: LocalDate
  readonly validUntil?: LocalDate
  readonly restricted?: boolean
  /** A file of examples/bukti, or a path of the agency's site. */
  readonly file?: string
  readonly link?: string
  readonly by: 'nur.aini' | 'siti.maryam' | 'bagas.prakoso'
  readonly on: LocalDate
  /** Null waits for its review; a reason returns it. */
  readonly review: (Review & { readonly by: string }) | null
}
type Review = { readonly on: LocalDate; readonly reason: string }
type Options = Partial<Pick<Brought, 'number' | 'validUntil' | 'restricted' | 'by' | 'on'>> & {
  readonly review?: Review | null
}

export const brought: Brought[] = []
export const files = new Map<string, () => Uint8Array | Promise<Uint8Array>>()

const day = (month: number, date: number) => localDate(2026, month, date) as LocalDate
const name = (month: number) => monthName(month, 'id')
const two = (n: number) => String(n).padStart(2, '0')
const everyWeek = (first: LocalDate, last: LocalDate) => {
  const days: LocalDate[] = []
  for (let at = first; at <= last; at = addDays(at, 7)) days.push(at)
  return days
}
const accepted = (on: LocalDate) => ({ on, reason: '' })
const returned = (on: LocalDate, reason: string) => ({ on, reason })

function piece(
  action: string,
  due: readonly LocalDate[],
  slot: string,
  kind: string,
  title: string,
  date: LocalDate,
  where: { file: string } | { link: string },
  options: Options = {},
) {
  const on = options.on ?? addDays(date, 2)
  const { by = 'nur.aini', review = accepted(addDays(on, 3)), ...facts } = options
  // The team leader reviews, but not what he brought himself.
  const reviewer = by === 'bagas.prakoso' ? 'ratna.wulandari' : 'bagas.prakoso'
  brought.push({
    action,
    due,
    slot,
    title,
    kind,
    date,
    ...where,
    by,
    review: review && { by: reviewer, ...review },
    ...facts,
    on,
  })
}
/** `before` is the number of files made earlier; it decides how a drawn scene looks. */
const make: Record<string, (paper: Paper, before: number) => Uint8Array | Promise<Uint8Array>> = {
  pdf: pdfOf,
  docx: docxOf,
  xlsx: xlsxOf,
  csv: csvOf,
  txt: txtOf,
  jpg: sceneOf,
  png: screenOf,
}
/** A file of that name, made from what it says. */
function made(file: string, paper: Paper): { file: string } {
  const maker = make[file.split('.').at(-1) ?? '']
  if (!maker) throw new Error(`nothing makes ${file}`)
  const before = files.size
  files.set(file, () => maker(paper, before))
  return { file }
}

const apel = 'Pimpinan memimpin apel dan memeriksa ruang layanan'
for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
  const mondays = everyWeek(day(1, 5), day(10, 26)).filter(date => monthOf(date) === month)
  const last = mondays.at(-1) as LocalDate
  const title = `Apel pagi dan pemeriksaan ruang layanan, ${name(month)} 2026`
  const where =
    month <= 4
      ? made(`apel-${two(month)}.jpg`, {
          title,
          date: last,
          lines: ['Halaman kantor DPMPTSP Tirta Lestari', 'gambar rekaan'],
        })
      : { link: `galeri/apel-2026-${two(month)}` }
  piece(apel, mondays, 'Foto kegiatan', 'photo', title, last, where)
}
piece(
  apel,
  [day(11, 2)],
  'Foto kegiatan',
  'recording',
  'Rekaman apel pagi 2 November 2026',
  day(11, 2),
  { file: 'apel-november.mp4' },
  { review: null },
)

const people = [
  'Dewi Kartikasari',
  'Fajar Ramadhan',
  'Hendra Simatupang',
  'Kartini Manurung',
  'Made Ayu Pratiwi',
  'Nur Aini Lestari',
  'Rizal Tanjung',
  'Siti Maryam Harahap',
  'Teguh Budiarto',
  'Yohanes Adi Nugraha',
]
for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
  const sundays = everyWeek(day(1, 4), day(10, 25)).filter(date => monthOf(date) === month)
  const title = `Rekap kehadiran pegawai ${name(month)} 2026`
  const table = [
    ['No', 'Nama', 'Hari kerja', 'Hadir', 'Izin', 'Terlambat (menit)'],
    ...people.map((who, at) => {
      const away = (month + at) % 5 === 0 ? 1 : 0
      return [
        String(at + 1),
        who,
        '21',
        String(21 - away),
        String(away),
        String(((month * 7 + at * 11) % 6) * 5),
      ]
    }),
  ]
  const last = lastOfMonth(2026, month)
  piece(
    'Merekap kehadiran pegawai',
    sundays,
    'Rekap kehadiran',
    'report',
    title,
    last,
    made(`kehadiran-${two(month)}.${month <= 3 ? 'xlsx' : 'csv'}`, {
      title,
      date: last,
      lines: ['Sumber: mesin presensi'],
      table,
    }),
    { on: addDays(last, 1), restricted: month === 9, ...(month === 10 && { review: null }) },
  )
}

const talks: Record<number, [string, string, string]> = {
  1: ['Pembagian tugas tim', 'Menyusun tata cara pemilihan anggota tim dan rencana kerja', 'Sekretariat'],
  2: ['Rencana kerja 2026', 'Mengumumkan rencana kerja di laman sebelum akhir Februari', 'Pranata komputer'],
  4: ['Perbaikan SOP', 'Mencocokkan 18 SOP dengan peta proses bisnis', 'Bidang Pelayanan Perizinan'],
  8: [
    'Persiapan penilaian mandiri',
    'Melengkapi bukti enam area paling lambat pekan keempat',
    'Koordinator area',
  ],
  10: [
    'Tindak lanjut survei',
    'Memindahkan loket prioritas ke dekat pintu masuk',
    'Bidang Pelayanan Perizinan',
  ],
}
const meeting = 'Mengadakan rapat tim kerja ZI'
for (const month of [1, 2, 4, 6, 8, 9, 10]) {
  const date = day(month, 27)
  const title = `Notula rapat tim kerja ZI ${name(month)} 2026`
  const talk = talks[month]
  const where = talk
    ? made(`notula-rapat-${two(month)}.pdf`, {
        title,
        date,
        lines: [
          `Rapat dipimpin Sekretaris Dinas selaku ketua tim, dihadiri ${9 + (month % 3)} orang, pukul 09.00 sampai 10.30 WIB di ruang rapat lantai 2.`,
          `Pokok bahasan: ${talk[0].toLowerCase()}. Setiap koordinator area melaporkan langkah aksi yang jatuh tempo bulan ini dan kendalanya.`,
          'Rapat menyepakati tindak lanjut berikut dan memeriksanya pada rapat bulan depan.',
        ],
        table: [['Pokok', 'Tindak lanjut', 'Penanggung jawab'], [...talk]],
        signer: 'secretary',
      })
    : { link: `arsip/notula-rapat-2026-${two(month)}` }
  piece(meeting, [lastOfMonth(2026, month)], 'Notula dan daftar hadir', 'minutes', title, date, where, {
    ...(month === 10 && { review: null }),
  })
}
for (const month of [1, 8]) {
  const title = `Daftar hadir rapat tim kerja ZI ${name(month)} 2026`
  piece(
    meeting,
    [lastOfMonth(2026, month)],
    'Notula dan daftar hadir',
    'attendance',
    title,
    day(month, 27),
    made(`daftar-hadir-rapat-${two(month)}.xlsx`, {
      title,
      date: day(month, 27),
      lines: [`Tanggal 27 ${name(month)} 2026, ruang rapat lantai 2`],
      table: [
        ['No', 'Nama', 'Tanda hadir'],
        ...people.slice(0, 9).map((who, at) => [String(at + 1), who, 'hadir']),
      ],
    }),
  )
  piece(
    meeting,
    [lastOfMonth(2026, month)],
    'Undangan rapat',
    'invitation',
    `Undangan rapat tim kerja ZI ${name(month)} 2026`,
    day(month, 22),
    { link: `arsip/undangan-rapat-2026-${two(month)}` },
    { number: `005/${month * 14}/2026` },
  )
}

for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
  const title = `Laporan unit pengendalian gratifikasi ${name(month)} 2026`
  const date = addDays(lastOfMonth(2026, month), -2)
  const where =
    month <= 3
      ? made(`laporan-upg-${two(month)}.docx`, {
          title,
          date,
          number: `700/${month * 11}/2026`,
          lines: [
            `Selama ${name(month)} 2026 unit pengendalian gratifikasi menerima ${month % 3} laporan penolakan dan tidak ada laporan penerimaan.`,
            'Semua laporan dicatat pada hari yang sama. Pengingat larangan gratifikasi disampaikan pada apel setiap Senin.',
          ],
          table: [
            ['Jenis laporan', 'Jumlah', 'Tindak lanjut'],
            ['Penolakan', String(month % 3), 'Dicatat, pelapor diberi apresiasi'],
            ['Penerimaan', '0', 'Tidak ada'],
          ],
        })
      : { link: `arsip/laporan-upg-2026-${two(month)}` }
  piece(
    'Melaporkan catatan gratifikasi',
    [lastOfMonth(2026, month)],
    'Laporan UPG',
    'report',
    title,
    date,
    where,
    { number: `700/${month * 11}/2026`, ...(month === 10 && { review: null }) },
  )
}

for (const month of [1, 2, 3, 4, 7, 9]) {
  const title = `Rekap pengaduan ${name(month)} 2026`
  const rows = Array.from({ length: 4 + (month % 3) }, (_, at) => [
    `P-${two(month)}${two(at + 1)}`,
    `2026-${two(month)}-${two(3 + at * 4)}`,
    ['Loket', 'Laman', 'Telepon'][at % 3] ?? '',
    ['Antrean lama', 'Berkas diminta dua kali', 'Nomor antrean terlewat'][(at + month) % 3] ?? '',
    'selesai',
    String(1 + ((at + month) % 5)),
  ])
  piece(
    'Menindaklanjuti pengaduan yang masuk',
    [lastOfMonth(2026, month)],
    'Rekap pengaduan dan tindak lanjut',
    'report',
    title,
    lastOfMonth(2026, month),
    month <= 4
      ? made(`pengaduan-${two(month)}.csv`, {
          title,
          date: lastOfMonth(2026, month),
          lines: [],
          table: [['Nomor', 'Diterima', 'Saluran', 'Pokok', 'Keadaan', 'Hari kerja'], ...rows],
        })
      : { link: `arsip/rekap-pengaduan-2026-${two(month)}` },
    { by: 'bagas.prakoso', review: accepted(addDays(lastOfMonth(2026, month), 6)) },
  )
}

for (const quarter of [1, 2, 3]) {
  const months = [quarter * 3 - 2, quarter * 3 - 1, quarter * 3]
  const ends = months.map(month => lastOfMonth(2026, month))
  const last = ends.at(-1) as LocalDate
  const label = `triwulan ${'I'.repeat(quarter)} 2026`
  piece(
    'Memelihara aplikasi perizinan',
    ends,
    'Catatan pemeliharaan',
    'report',
    `Catatan pemeliharaan aplikasi perizinan ${label}`,
    last,
    made(`pemeliharaan-${quarter}.txt`, {
      title: `CATATAN PEMELIHARAAN APLIKASI PERIZINAN ${label.toUpperCase()}`,
      date: last,
      lines: months.flatMap(month => [
        `${two(month)}/2026  cadangan data diuji pulih, berhasil dalam ${18 + month} menit`,
        `${two(month)}/2026  pembaruan keamanan dipasang di luar jam layanan, henti ${4 + (month % 4)} menit`,
      ]),
    }),
    { by: 'siti.maryam' },
  )
  piece(
    'Melatih petugas memakai fitur baru',
    ends,
    'Daftar hadir pelatihan',
    'attendance',
    `Daftar hadir pelatihan fitur baru ${label}`,
    last,
    quarter === 1
      ? made('daftar-hadir-pelatihan-1.xlsx', {
          title: `Daftar hadir pelatihan fitur baru ${label}`,
          date: last,
          lines: ['Aula dinas'],
          table: [
            ['No', 'Nama', 'Pelatihan'],
            ...people.slice(2, 8).map((who, at) => [String(at + 1), who, 'Pelacakan permohonan']),
          ],
        })
      : { link: `arsip/pelatihan-fitur-2026-${quarter}` },
    { by: 'siti.maryam' },
  )
}
piece(
  'Memperbarui daftar informasi publik',
  [1, 2, 3, 4, 5, 6].map(month => day(month, 5)),
  'Daftar informasi publik',
  'other',
  'Daftar informasi publik, pembaruan Januari sampai Juni',
  day(6, 5),
  { link: 'ppid/daftar-informasi-publik' },
)
piece(
  'Memperbarui daftar informasi publik',
  [7, 8, 9, 10].map(month => day(month, 5)),
  'Daftar informasi publik',
  'other',
  'Daftar informasi publik, pembaruan Juli sampai Oktober',
  day(10, 5),
  { link: 'ppid/daftar-informasi-publik?semester=2' },
)

const jan = [day(1, 31)]
piece(
  'Menyusun tata cara pemilihan anggota tim',
  jan,
  'Tata cara pemilihan',
  'guideline',
  'Tata cara pemilihan anggota tim pembangunan ZI',
  day(1, 8),
  { link: 'arsip/tata-cara-pemilihan-tim' },
  { by: 'bagas.prakoso', review: accepted(day(1, 12)) },
)
piece(
  'Menetapkan tim dengan keputusan kepala dinas',
  jan,
  'SK tim ZI',
  'decree',
  'Keputusan Kepala Dinas tentang tim pembangunan ZI 2026',
  day(1, 14),
  made('sk-tim-zi.pdf', {
    title: 'Keputusan Kepala Dinas tentang Tim Pembangunan Zona Integritas',
    number: '800/12/2026',
    date: day(1, 14),
    lines: [
      'Menimbang bahwa pembangunan Zona Integritas memerlukan tim yang dipilih secara terbuka, ditetapkan susunan tim sebagai berikut untuk tahun 2026.',
    ],
    table: [
      ['Kedudukan', 'Nama', 'Area'],
      ['Ketua', 'Bagas Prakoso', 'semua'],
      ['Koordinator', 'Siti Maryam Harahap', 'Pelayanan publik, tatalaksana'],
      ['Koordinator', 'Yohanes Adi Nugraha', 'Akuntabilitas, manajemen perubahan'],
      ['Koordinator', 'Dewi Kartikasari', 'SDM'],
      ['Koordinator', 'Hendra Simatupang', 'Pengawasan'],
    ],
    signer: 'head',
  }),
  { number: '800/12/2026' },
)
piece(
  'Menyusun rencana kerja tahunan ZI',
  [day(2, 28)],
  'Dokumen rencana kerja',
  'planning',
  'Rencana kerja pembangunan ZI 2026',
  day(2, 10),
  { link: 'zona-integritas/rencana-kerja-2026' },
  { number: '800/31/2026' },
)
piece(
  'Mengumumkan rencana kerja di laman dinas',
  [day(2, 28)],
  'Tangkapan layar laman',
  'screenshot',
  'Tangkapan layar laman rencana kerja ZI',
  day(2, 20),
  made('laman-rencana-kerja.png', {
    title: 'Rencana kerja Zona Integritas 2026',
    date: day(2, 20),
    lines: [
      'Enam area perubahan, 243 kewajiban bertanggal',
      'Diumumkan 20 Februari 2026',
      'Unduh dokumen (PDF)',
    ],
  }),
)
piece(
  'Menyampaikan rencana kerja kepada pegawai',
  [day(3, 31)],
  'Dokumentasi penyampaian',
  'photo',
  'Penyampaian rencana kerja kepada pegawai',
  day(3, 9),
  made('penyampaian-rencana.jpg', {
    title: 'Penyampaian rencana kerja, 9 Maret 2026',
    date: day(3, 9),
    lines: ['Aula dinas', 'gambar rekaan'],
  }),
)
const board = made('ruang-layanan.jpg', {
  title: 'Papan informasi di ruang layanan, 16 Maret 2026',
  date: day(3, 16),
  lines: ['gambar rekaan'],
})
piece(
  'Memasang informasi ZI di ruang layanan',
  [day(3, 31)],
  'Dokumentasi penyampaian',
  'photo',
  'Papan informasi ZI di ruang layanan',
  day(3, 16),
  board,
)
// The same picture for another area, with another's title: what an assessor would ask about.
piece(
  'Memasang pengumuman larangan gratifikasi',
  [day(5, 31)],
  'Foto pengumuman',
  'photo',
  'Pengumuman larangan gratifikasi di ruang layanan',
  day(5, 18),
  board,
)
piece(
  'Memasang pengumuman larangan gratifikasi',
  [day(10, 31)],
  'Foto pengumuman',
  'photo',
  'Pengumuman larangan gratifikasi, pemasangan Oktober',
  day(10, 12),
  { link: 'galeri/antigratifikasi-2026-10' },
  {
    review: returned(
      day(10, 16),
      'Foto di laman ini masih foto bulan Mei. Lampirkan foto pemasangan Oktober yang tampak tanggalnya.',
    ),
  },
)
for (const [at, month, quarter] of [
  [0, 3, 'I'],
  [1, 9, 'III'],
] as const) {
  const date = day(month, 28)
  const title = `Laporan pemantauan rencana aksi triwulan ${quarter} 2026`
  piece(
    'Menyusun laporan pemantauan rencana aksi',
    [lastOfMonth(2026, month)],
    'Laporan pemantauan',
    'report',
    title,
    date,
    made(`pemantauan-${at === 0 ? 1 : 3}.pdf`, {
      title,
      number: `700/${40 + month * 9}/2026`,
      date,
      lines: [
        `Sampai ${dayText(date)} sebagian besar kewajiban yang jatuh tempo selesai. Keterlambatan terbanyak ada pada apel pimpinan dan perbaikan SOP.`,
        'Ketua tim meminta setiap koordinator menyelesaikan tunggakan dan membawa buktinya dalam dua pekan.',
      ],
      table: [
        ['Area', 'Jatuh tempo', 'Selesai'],
        ['Manajemen perubahan', '21', '17'],
        ['Tatalaksana', '12', '10'],
        ['SDM', '17', '16'],
        ['Akuntabilitas', '4', '3'],
        ['Pengawasan', '10', '9'],
        ['Pelayanan publik', '2', '2'],
      ],
      signer: 'secretary',
    }),
    { number: `700/${40 + month * 9}/2026` },
  )
}
// Dated after the period of its obligation.
piece(
  'Membahas hasil pemantauan dan menetapkan tindak lanjut',
  [day(6, 30)],
  'Matriks tindak lanjut',
  'form',
  'Matriks tindak lanjut hasil pemantauan semester I',
  day(7, 15),
  made('tindak-lanjut-1.xlsx', {
    title: 'Matriks tindak lanjut hasil pemantauan semester I 2026',
    date: day(7, 15),
    lines: ['Per 15 Juli 2026'],
    table: [
      ['No', 'Temuan', 'Tindak lanjut', 'Batas'],
      ['1', 'Apel tidak terdokumentasi empat kali', 'Piket dokumentasi', '2026-07-31'],
      ['2', 'Dua SOP belum diperbaiki', 'Rapat bidang', '2026-08-15'],
    ],
  }),
)
piece(
  'Mencocokkan SOP dengan peta proses bisnis',
  [day(4, 30)],
  'Daftar SOP',
  'sop',
  'Daftar SOP menurut peta proses bisnis',
  day(4, 20),
  { link: 'arsip/daftar-sop-2026' },
  { by: 'siti.maryam' },
)
piece(
  'Menilai penerapan SOP di setiap bidang',
  [day(6, 30)],
  'Laporan penilaian SOP',
  'report',
  'Laporan penilaian penerapan SOP semester I',
  day(6, 24),
  made('penilaian-sop.docx', {
    title: 'Laporan penilaian penerapan SOP semester I 2026',
    number: '060/88/2026',
    date: day(6, 24),
    lines: [
      'Delapan belas SOP dinilai di tiga bidang lewat pengamatan dan wawancara petugas.',
      'Enam belas diterapkan sepenuhnya; dua perlu diperbaiki karena langkah verifikasi sudah berjalan elektronik.',
    ],
  }),
  { number: '060/88/2026', by: 'siti.maryam' },
)
for (const month of [3, 6])
  piece(
    'Merekap permintaan informasi dan lamanya jawaban',
    [lastOfMonth(2026, month)],
    'Rekap permintaan informasi',
    'report',
    `Rekap permintaan informasi triwulan ${month === 3 ? 'I' : 'II'} 2026`,
    lastOfMonth(2026, month),
    { link: `ppid/rekap-2026-${month / 3}` },
  )
piece(
  'Memetakan kompetensi seluruh pegawai',
  jan,
  'Peta kompetensi',
  'form',
  'Peta kompetensi pegawai 2026',
  day(1, 23),
  { link: 'arsip/peta-kompetensi-2026' },
  { restricted: true },
)
piece(
  'Menyusun rencana pelatihan',
  jan,
  'Rencana pelatihan',
  'planning',
  'Rencana pelatihan pegawai 2026',
  day(1, 28),
  { link: 'arsip/rencana-pelatihan-2026' },
)
// A certificate that is no longer in force.
piece(
  'Mengirim pegawai mengikuti pelatihan layanan',
  [day(6, 30)],
  'Sertifikat',
  'other',
  'Sertifikat pelatihan layanan prima',
  day(6, 12),
  made('sertifikat-layanan.pdf', {
    title: 'Sertifikat Pelatihan Layanan Prima',
    number: '893/41/2026',
    date: day(6, 12),
    lines: [
      'Diberikan kepada Nur Aini Lestari, yang mengikuti pelatihan layanan prima pada 10 sampai 12 Juni 2026.',
      'Berlaku sampai 30 September 2026.',
    ],
    signer: 'head',
  }),
  { number: '893/41/2026', validUntil: day(9, 30) },
)
piece(
  'Menyusun sasaran kinerja pegawai',
  jan,
  'SKP pegawai',
  'planning',
  'Sasaran kinerja pegawai 2026',
  day(1, 26),
  { link: 'arsip/skp-2026' },
)
for (const month of [3, 9])
  piece(
    'Menilai capaian kinerja pegawai',
    [lastOfMonth(2026, month)],
    'Rekap penilaian kinerja',
    'report',
    `Rekap penilaian kinerja triwulan ${month === 3 ? 'I' : 'III'} 2026`,
    day(month, 29),
    { link: `arsip/penilaian-kinerja-2026-${month / 3}` },
  )
piece(
  'Memimpin pembahasan rencana kinerja',
  [day(2, 28)],
  'Notula pembahasan',
  'minutes',
  'Notula pembahasan rencana kinerja 2026',
  day(2, 11),
  made('notula-rencana-kinerja.docx', {
    title: 'Notula pembahasan rencana kinerja 2026',
    date: day(2, 11),
    lines: [
      'Dipimpin langsung Kepala Dinas dan dihadiri semua kepala bidang.',
      'Disepakati lima sasaran dengan sebelas indikator; waktu penerbitan izin menjadi indikator utama.',
    ],
  }),
  { by: 'bagas.prakoso', review: accepted(day(2, 18)) },
)
piece(
  'Menyusun laporan kinerja instansi',
  [day(3, 31)],
  'Laporan kinerja',
  'report',
  'Laporan kinerja instansi 2025',
  day(3, 12),
  { link: 'akuntabilitas/lkjip-2025' },
  { number: '050/17/2026' },
)
piece(
  'Meninjau indikator kinerja utama',
  [day(6, 30)],
  'Berita acara peninjauan',
  'minutes',
  'Berita acara peninjauan indikator kinerja utama',
  day(6, 18),
  { link: 'arsip/ba-iku-2026' },
)
for (const month of [3, 6, 9])
  piece(
    'Mengumpulkan data kinerja setiap bidang',
    [lastOfMonth(2026, month)],
    'Lembar data kinerja',
    'form',
    `Lembar data kinerja sampai ${name(month)} 2026`,
    lastOfMonth(2026, month),
    { link: `akuntabilitas/data-kinerja-2026-${month / 3}` },
  )
for (const month of [5, 10])
  piece(
    'Menyampaikan tata cara lapor gratifikasi',
    [lastOfMonth(2026, month)],
    'Materi penyampaian',
    'publicity',
    `Materi penyampaian cara lapor gratifikasi ${name(month)}`,
    day(month, 20),
    { link: `arsip/materi-gratifikasi-${month}` },
    month === 10 ? { review: null } : {},
  )
piece(
  'Menyusun daftar risiko layanan',
  [day(6, 30)],
  'Daftar risiko',
  'form',
  'Daftar risiko layanan 2026',
  day(6, 15),
  made('daftar-risiko.xlsx', {
    title: 'Daftar risiko layanan 2026',
    date: day(6, 15),
    lines: ['Satgas SPIP'],
    table: [
      ['No', 'Risiko', 'Kemungkinan', 'Dampak', 'Pengendalian'],
      ['1', 'Berkas pemohon hilang', '2', '4', 'Pemindaian saat diterima'],
      ['2', 'Titipan antrean', '3', '3', 'Nomor antrean elektronik'],
      ['3', 'Aplikasi tidak dapat dipakai', '2', '5', 'Cadangan harian'],
    ],
  }),
)
piece(
  'Menetapkan rencana pengendalian',
  [day(6, 30)],
  'Rencana pengendalian',
  'planning',
  'Rencana pengendalian risiko layanan',
  day(6, 22),
  { link: 'arsip/rencana-pengendalian-2026' },
  {
    review: returned(
      day(6, 26),
      'Tautan menuju rancangan, belum ditandatangani kepala dinas. Bawa dokumen yang sudah ditetapkan.',
    ),
  },
)
piece(
  'Meninjau daftar risiko setiap triwulan',
  [day(6, 30)],
  'Berita acara tinjauan',
  'minutes',
  'Berita acara tinjauan daftar risiko semester I',
  day(6, 29),
  { link: 'arsip/ba-risiko-2026-1' },
)
piece(
  'Menyusun laporan evaluasi pengaduan',
  [day(6, 30)],
  'Laporan evaluasi',
  'report',
  'Laporan evaluasi penanganan pengaduan semester I',
  day(6, 26),
  made('evaluasi-pengaduan.docx', {
    title: 'Laporan evaluasi penanganan pengaduan semester I 2026',
    date: day(6, 26),
    lines: [
      'Tiga puluh satu pengaduan masuk, dua puluh sembilan selesai dalam batas waktu.',
      'Pokok terbanyak adalah antrean yang lama pada hari Senin.',
    ],
  }),
  {
    review: returned(
      day(7, 2),
      'Belum ada rekomendasi dan tanda tangan. Tambahkan bab tindak lanjut lalu bawa versi yang ditandatangani.',
    ),
  },
)
piece(
  'Memetakan kemungkinan benturan kepentingan',
  [day(3, 31)],
  'Peta benturan kepentingan',
  'form',
  'Peta benturan kepentingan 2026',
  day(3, 18),
  { link: 'arsip/peta-benturan-2026' },
)
piece(
  'Menyusun standar pelayanan bersama pengguna',
  [day(5, 31)],
  'Standar pelayanan',
  'planning',
  'Standar pelayanan perizinan 2026',
  day(5, 12),
  { link: 'layanan/standar-pelayanan' },
  { number: '503/22/2026', by: 'siti.maryam' },
)
piece(
  'Mengumumkan maklumat pelayanan',
  [day(5, 31)],
  'Maklumat pelayanan',
  'pledge',
  'Maklumat pelayanan di ruang layanan',
  day(5, 19),
  { link: 'layanan/maklumat' },
  { by: 'siti.maryam' },
)
piece(
  'Melatih petugas layanan',
  [day(7, 31)],
  'Laporan pelatihan',
  'report',
  'Laporan pelatihan petugas layanan',
  day(7, 22),
  { link: 'arsip/laporan-pelatihan-layanan' },
  { by: 'siti.maryam' },
)
for (const month of [3, 6, 9])
  piece(
    'Memilih petugas layanan terbaik',
    [lastOfMonth(2026, month)],
    'Piagam dan berita acara',
    'other',
    `Piagam petugas layanan terbaik triwulan ${'I'.repeat(month / 3)}`,
    day(month, 26),
    { link: `galeri/petugas-terbaik-2026-${month / 3}` },
    { by: 'siti.maryam' },
  )
piece(
  'Mengadakan survei kepuasan masyarakat',
  [day(6, 30)],
  'Laporan survei',
  'report',
  'Laporan survei kepuasan masyarakat semester I',
  day(6, 25),
  { link: 'survei/skm-2026-1' },
  { by: 'siti.maryam' },
)
piece(
  'Mengumumkan hasil survei',
  [day(6, 30)],
  'Tautan pengumuman',
  'other',
  'Pengumuman hasil survei kepuasan semester I',
  day(6, 29),
  { link: 'survei/hasil-2026-1' },
  { by: 'siti.maryam' },
)

function dayText(date: LocalDate): string {
  return `${Number(date.slice(8))} ${name(monthOf(date))} 2026`
}
