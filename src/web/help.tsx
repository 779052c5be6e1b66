import { get, type Route } from '../features/context.ts'
import { Card, Grid } from '../ui/display/card.tsx'
import { PageHead } from '../ui/display/page-head.tsx'
import { SummaryList } from '../ui/display/summary.tsx'
import { defineMessages, translator } from '../ui/messages.ts'

const words = defineMessages({
  title: { id: 'Bantuan', en: 'Help' },
  note: {
    id: 'Cara kerja Zona dalam delapan langkah, dan arti istilahnya',
    en: 'How Zona works in eight steps, and what its terms mean',
  },
  steps: { id: 'Delapan langkah setahun', en: 'A year in eight steps' },
  terms: { id: 'Arti istilah', en: 'What the terms mean' },
  import: { id: 'Impor rencana kerja', en: 'Import the work plan' },
  'import.text': {
    id: 'Unggah berkas Excel, Word, PDF, atau CSV yang sudah Anda punya di Rencana aksi. Zona memperlihatkan apa yang dibaca, baris demi baris.',
    en: 'Upload the Excel, Word, PDF or CSV file you already have under Action plan. Zona shows what it read, row by row.',
  },
  correct: { id: 'Periksa catatannya', en: 'Check the notes' },
  'correct.text': {
    id: 'Jadwal yang kosong atau meragukan tidak ditebak: perbaiki langsung di barisnya, lalu konfirmasi.',
    en: 'An empty or doubtful schedule is never guessed: correct it in its row, then confirm.',
  },
  approve: { id: 'Setujui dan terbitkan', en: 'Approve and publish' },
  'approve.text': {
    id: 'Ketua tim mengajukan, pimpinan menyetujui. Setiap perubahan sesudahnya tercatat beserta alasannya.',
    en: 'The team leader submits, the head approves. Every later change is recorded with its reason.',
  },
  assign: { id: 'Tetapkan penanggung jawab', en: 'Assign people' },
  'assign.text': {
    id: 'Setiap tanggal menjadi kewajiban seseorang dan muncul di Tugas saya.',
    en: 'Every date becomes somebody’s obligation and appears under My duties.',
  },
  done: { id: 'Kerjakan dan tandai selesai', en: 'Do it and mark it done' },
  'done.text': {
    id: 'Jatuh tempo berarti tenggatnya hari ini sampai tujuh hari lagi; terlambat berarti tenggatnya sudah lewat.',
    en: 'Due means that the date is today or up to seven days ahead; late means that it has passed.',
  },
  evidence: { id: 'Bawa buktinya', en: 'Bring the evidence' },
  'evidence.text': {
    id: 'Unggah foto, dokumen, atau tautan pada tugas yang memintanya. Koordinator menerima atau mengembalikannya dengan alasan.',
    en: 'Upload photos, documents or links at the duty that asks for them. The coordinator accepts them or sends them back with a reason.',
  },
  assess: { id: 'Isi LKE', en: 'Fill in the self-assessment' },
  'assess.text': {
    id: 'Jawab setiap butir dan tautkan buktinya. Zona menghitung nilainya, jarak ke WBK, dan langkah terdekat ke sana.',
    en: 'Answer each item and cite its evidence. Zona counts the score, how far WBK is, and the nearest steps to it.',
  },
  report: { id: 'Cetak laporan monev', en: 'Print the monitoring report' },
  'report.text': {
    id: 'Kemajuan per area, bulan, dan orang selalu tersedia, siap dicetak atau diunduh sebagai PDF.',
    en: 'Progress per area, month and person is always there, ready to print or download as PDF.',
  },
  ZI: {
    id: 'Zona Integritas: predikat bagi instansi yang berkomitmen bebas korupsi dan melayani dengan baik.',
    en: 'Zona Integritas, integrity zone: an agency that commits itself to be free of corruption and to serve well.',
  },
  WBK: {
    id: 'Wilayah Bebas dari Korupsi, predikat pertama yang dituju.',
    en: 'Wilayah Bebas dari Korupsi, free of corruption: the first predicate.',
  },
  WBBM: {
    id: 'Wilayah Birokrasi Bersih dan Melayani, predikat sesudah WBK.',
    en: 'Wilayah Birokrasi Bersih dan Melayani, clean and serving: the predicate after WBK.',
  },
  LKE: {
    id: 'Lembar kerja evaluasi: daftar pertanyaan resmi yang diisi unit untuk menilai dirinya.',
    en: 'Lembar kerja evaluasi: the official questions with which a unit assesses itself.',
  },
  TPI: {
    id: 'Tim penilai internal: memeriksa LKE sebelum tim penilai nasional (TPN).',
    en: 'The internal assessors, who check the self-assessment before the national ones (TPN).',
  },
  monev: {
    id: 'Monitoring dan evaluasi: memantau apakah rencana dijalankan, dan menindaklanjutinya.',
    en: 'Monitoring and evaluation: seeing whether the plan is carried out, and acting on it.',
  },
})

const steps = ['import', 'correct', 'approve', 'assign', 'done', 'evidence', 'assess', 'report'] as const
const terms = ['ZI', 'WBK', 'WBBM', 'LKE', 'TPI', 'monev'] as const

/** How the work goes, for everyone, also before signing in. */
export const helpRoutes: Route[] = [
  get('/bantuan', 'public', (_c, request) => {
    const t = translator(words, request.locale)
    return request.page({
      title: t('title'),
      wide: true,
      body: (
        <>
          <PageHead title={t('title')} note={t('note')} />
          <Grid>
            <Card title={t('steps')} span="half">
              <ol class="walk">
                {steps.map(key => (
                  <li>
                    <b>{t(key)}</b>
                    <p>{t(`${key}.text`)}</p>
                  </li>
                ))}
              </ol>
            </Card>
            <Card title={t('terms')} span="half">
              <SummaryList rows={terms.map(term => ({ key: term, value: t(term) }))} />
            </Card>
          </Grid>
        </>
      ),
    })
  }),
]
