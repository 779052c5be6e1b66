/** A small plan of an agency that does not exist; every example file under examples/plan-files/ holds exactly this. */
export interface ExampleRow {
  readonly indicator: string
  readonly actions: readonly string[]
  readonly evidence: readonly string[]
  readonly schedule: string
  /** Months from 1, for the layout with month columns. */
  readonly months: readonly number[]
  readonly owner: string
}

export interface ExampleArea {
  readonly name: string
  readonly components: readonly { readonly name: string; readonly rows: readonly ExampleRow[] }[]
}

export const exampleTitle = 'RENCANA AKSI ZONA INTEGRITAS BALAI PENGUJIAN MEKAR SARI TAHUN 2027'

const row = (
  indicator: string,
  actions: string[],
  evidence: string[],
  schedule: string,
  months: number[],
  owner: string,
): ExampleRow => ({ indicator, actions, evidence, schedule, months, owner })

/** The areas stand in another order than the regulation's, and some names are misspelt as in real plans. */
export const exampleAreas: readonly ExampleArea[] = [
  {
    name: 'PENINGKATAN KUALITAS PELAYANAN PUBLIK',
    components: [
      {
        name: 'Loket Satu Pintu',
        rows: [
          row(
            'Pemohon dilayani dalam satu loket',
            ['Menata ulang ruang loket', 'Melatih petugas loket bergiliran'],
            ['Foto ruang loket', 'Daftar hadir pelatihan', 'Materi pelatihan'],
            'Maret 2027, September 2027',
            [3, 9],
            'Koordinator Layanan',
          ),
          row(
            'Masing-masing jenis uji punya batas waktu yang diumumkan',
            ['Menghitung lama tiap jenis uji'],
            ['Papan batas waktu di ruang tunggu'],
            'Februari 2027',
            [2],
            'Koordinator Layanan',
          ),
        ],
      },
      {
        name: 'Suara Pelanggan',
        rows: [
          row(
            'Keluhan pelanggan dijawab dan dipelajari',
            ['Mencatat keluhan dari semua kanal', 'Membahas keluhan berulang'],
            ['Buku keluhan', 'Notula pembahasan'],
            'April 2027, Agustus 2027, Desember 2027',
            [4, 8, 12],
            'Ketua Pokja VI',
          ),
        ],
      },
    ],
  },
  {
    name: 'MANAJEMEN PERUBAHAN',
    components: [
      {
        name: 'Tim Pembaharu',
        rows: [
          row(
            'Tim pembaharu terbentuk dan bekerja',
            ['Memilih anggota tim dari tiap seksi'],
            ['SK tim pembaharu', 'Berita acara pemilihan'],
            'Januari 2027',
            [1],
            'Kepala Tata Usaha',
          ),
        ],
      },
    ],
  },
  {
    name: 'PENATAAN TATALAKSANA',
    components: [
      {
        name: 'Alur Kerja Digital',
        rows: [
          row(
            'Surat dan hasil uji mengalir tanpa kertas',
            ['Memetakan alur surat', 'Memasang aplikasi e-arsip di setiap seksi'],
            ['Peta alur surat', 'Tangkapan layar e-arsip'],
            'Mei 2027',
            [5],
            'Analis Sistem',
          ),
        ],
      },
    ],
  },
  {
    name: 'PENATAAN SISTEM MANAJEMEN SUMBER DAYA MANUSIA',
    components: [
      {
        name: 'Kompetensi Penguji',
        rows: [
          row(
            'Penguji bersertifikat sesuai bidangnya',
            ['Menyusun daftar kebutuhan sertifikat', 'Mengirim penguji mengikuti sertifikasi'],
            ['Daftar kebutuhan sertifikat', 'Salinan sertifikat'],
            'Juni 2027, November 2027',
            [6, 11],
            'Kepala Tata Usaha',
          ),
        ],
      },
    ],
  },
  {
    name: 'PENGUATAN AKUNTABILITAS KINERJA',
    components: [
      {
        name: 'Target yang Terukur',
        rows: [
          row(
            'Capaian tiap seksi dipantau pimpinan',
            ['Menetapkan target per seksi', 'Rapat capaian bersama pimpinan'],
            ['Perjanjian kinerja seksi', 'Notula rapat capaian'],
            'Januari 2027, Juli 2027',
            [1, 7],
            'Perencana',
          ),
        ],
      },
    ],
  },
  {
    name: 'PENGUATAN PENGAWASAN',
    components: [
      {
        name: 'Pengendalian Gratifikasi',
        rows: [
          row(
            'Pegawai paham cara menolak dan melaporkan pemberian',
            ['Menyebarkan panduan tolak gratifikasi'],
            ['Panduan tolak gratifikasi', 'Rekap laporan unit pengendali gratifikasi'],
            'Oktober 2027',
            [10],
            'Ketua UPG',
          ),
          row(
            'Benturan kepentingan dinyatakan tertulis',
            ['Mengumpulkan pernyataan seluruh pegawai'],
            ['Pernyataan benturan kepentingan'],
            'Februari 2027',
            [2],
            'Ketua UPG',
          ),
        ],
      },
    ],
  },
]

export const bulleted = (items: readonly string[]): string =>
  items.length === 1 ? (items[0] ?? '') : items.map(item => `- ${item}`).join('\n')
