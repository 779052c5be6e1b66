import { get, type Route } from '../features/context.ts'
import { PageHead } from '../ui/display/page-head.tsx'
import { defineMessages, translator } from '../ui/messages.ts'

const words = defineMessages({
  title: { id: 'Bantuan', en: 'Help' },
  note: { id: 'Cara kerja Zona dalam enam langkah', en: 'How Zona works, in six steps' },
  import: {
    id: 'Impor rencana kerja. Unggah berkas Excel, Word atau PDF yang sudah Anda punya di "Rencana aksi". Zona membacanya dan memperlihatkan apa yang dibaca, baris demi baris.',
    en: 'Import the work plan. Upload the Excel, Word or PDF file you already have under "Action plan". Zona reads it and shows what it read, row by row.',
  },
  correct: {
    id: 'Periksa catatan. Jadwal yang kosong atau meragukan tidak ditebak: perbaiki langsung di barisnya, lalu konfirmasi.',
    en: 'Check the notes. An empty or doubtful schedule is never guessed: correct it in its row, then confirm.',
  },
  approve: {
    id: 'Setujui dan terbitkan. Ketua tim mengajukan, pimpinan menyetujui. Setiap perubahan sesudahnya tercatat beserta alasannya.',
    en: 'Approve and publish. The team leader submits, the head approves. Every later change is recorded with its reason.',
  },
  assign: {
    id: 'Tetapkan penanggung jawab. Setiap tanggal menjadi kewajiban seseorang dan muncul di "Tugas saya".',
    en: 'Assign people. Every date becomes somebody’s obligation and appears under "My duties".',
  },
  done: {
    id: 'Kerjakan dan tandai selesai. Kewajiban disebut mendekati tenggat bila jatuh tempo dalam tujuh hari, dan terlambat sejak sehari setelah tenggat.',
    en: 'Do it and mark it done. An obligation is due soon within seven days of its date, and late from the day after it.',
  },
  report: {
    id: 'Cetak laporan monev. Kemajuan per area, bulan dan orang selalu tersedia, siap dicetak atau diunduh sebagai PDF.',
    en: 'Print the monitoring report. Progress per area, month and person is always there, ready to print or download as PDF.',
  },
})

/** How the work goes, for everyone, also before signing in. */
export const helpRoutes: Route[] = [
  get('/bantuan', 'public', (_c, request) => {
    const t = translator(words, request.locale)
    return request.page({
      title: t('title'),
      body: (
        <>
          <PageHead title={t('title')} note={t('note')} />
          <ol class="prose">
            {(['import', 'correct', 'approve', 'assign', 'done', 'report'] as const).map(key => (
              <li>{t(key)}</li>
            ))}
          </ol>
        </>
      ),
    })
  }),
]
