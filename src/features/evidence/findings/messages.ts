import { defineMessages } from '../../../ui/messages.ts'

type Of<K extends string> = Readonly<Record<K, string>>

export const findingMessages = defineMessages({
  'title.same-file-several-indicators': {
    id: 'Berkas yang sama untuk beberapa indikator',
    en: 'The same file for several indicators',
  },
  'title.same-file-earlier-year': {
    id: 'Berkas yang sama dengan tahun sebelumnya',
    en: 'The same file as in an earlier year',
  },
  'title.same-file-other-unit': {
    id: 'Berkas yang sama dengan unit lain',
    en: 'The same file as another unit',
  },
  'title.date-outside-proven-period': {
    id: 'Tanggal dokumen di luar masa yang dibuktikan',
    en: 'Document dated outside the period that it proves',
  },
  'title.date-outside-obligation': {
    id: 'Tanggal dokumen di luar masa kewajiban',
    en: 'Document dated outside the obligation’s period',
  },
  'title.kind-does-not-fit': {
    id: 'Jenis bukti tidak sesuai dengan yang diminta',
    en: 'Evidence of another kind than asked for',
  },
  'title.bulk-before-deadline': {
    id: 'Banyak bukti diunggah menjelang tenggat',
    en: 'Much evidence uploaded just before a deadline',
  },
  'title.expired': { id: 'Bukti yang tidak berlaku lagi', en: 'Evidence no longer in force' },
  'title.due-without-evidence': {
    id: 'Kewajiban yang jatuh tempo tanpa bukti',
    en: 'Obligations due without evidence',
  },

  'fact.same-file-several-indicators': {
    id: (p: Of<'names'>) => `Isi berkasnya sama persis, dan dipakai untuk: ${p.names}.`,
    en: (p: Of<'names'>) => `The very same bytes are used for: ${p.names}.`,
  },
  'fact.same-file-earlier-year': {
    id: (p: Of<'names'>) => `Isi berkasnya sama persis dengan bukti tahun ${p.names}.`,
    en: (p: Of<'names'>) => `The very same bytes were evidence in ${p.names}.`,
  },
  'fact.same-file-other-unit': {
    id: (p: Of<'names'>) => `Isi berkasnya sama persis dengan bukti ${p.names}.`,
    en: (p: Of<'names'>) => `The very same bytes are evidence of ${p.names}.`,
  },
  'fact.date-outside-proven-period': {
    id: (p: Of<'date' | 'from' | 'to'>) =>
      `Dokumen bertanggal ${p.date}, sedangkan yang dibuktikan ${p.from} sampai ${p.to}.`,
    en: (p: Of<'date' | 'from' | 'to'>) =>
      `The document is dated ${p.date}, but is to prove ${p.from} to ${p.to}.`,
  },
  'fact.date-outside-obligation': {
    id: (p: Of<'date' | 'from' | 'to' | 'name'>) =>
      `Dokumen bertanggal ${p.date}, sedangkan “${p.name}” mencakup ${p.from} sampai ${p.to}.`,
    en: (p: Of<'date' | 'from' | 'to' | 'name'>) =>
      `The document is dated ${p.date}, but “${p.name}” covers ${p.from} to ${p.to}.`,
  },
  'fact.kind-does-not-fit': {
    id: (p: Of<'kind' | 'asked' | 'name'>) => `Jenisnya ${p.kind}, sedangkan “${p.name}” meminta ${p.asked}.`,
    en: (p: Of<'kind' | 'asked' | 'name'>) =>
      `It is of the kind ${p.kind}, but “${p.name}” asks for ${p.asked}.`,
  },
  'fact.bulk-before-deadline': {
    id: (p: Of<'count' | 'hours' | 'name' | 'at'>) =>
      `${p.count} bukti diunggah dalam ${p.hours} jam sebelum ${p.name} (${p.at}).`,
    en: (p: Of<'count' | 'hours' | 'name' | 'at'>) =>
      `${p.count} pieces were uploaded within ${p.hours} hours before ${p.name} (${p.at}).`,
  },
  'fact.expired': {
    id: (p: Of<'date' | 'needed'>) => `Berlaku sampai ${p.date}, padahal masih diperlukan pada ${p.needed}.`,
    en: (p: Of<'date' | 'needed'>) => `In force until ${p.date}, but still needed on ${p.needed}.`,
  },
  'fact.due-without-evidence': {
    id: (p: Of<'date'>) => `Jatuh tempo ${p.date}, dan belum ada bukti yang dikaitkan.`,
    en: (p: Of<'date'>) => `Due ${p.date}, and no evidence is linked to it yet.`,
  },
  otherUnit: { id: 'unit lain', en: 'another unit' },

  'remedy.bring-own-file': {
    id: 'Unggah bukti tersendiri, atau jelaskan mengapa berkas yang sama memang berlaku.',
    en: 'Bring evidence of its own, or explain why the same file does apply.',
  },
  'remedy.bring-this-year': {
    id: 'Unggah bukti tahun ini, atau jelaskan mengapa bukti lama masih berlaku.',
    en: 'Bring this year’s evidence, or explain why the old one still holds.',
  },
  'remedy.correct-dates': {
    id: 'Betulkan tanggal dokumen atau masa yang dibuktikan, atau jelaskan perbedaannya.',
    en: 'Correct the document’s date or the period that it proves, or explain the difference.',
  },
  'remedy.bring-from-period': {
    id: 'Unggah dokumen dari masa kewajiban itu, isi masa berlakunya, atau jelaskan perbedaannya.',
    en: 'Bring a document of that period, fill in how long it is in force, or explain the difference.',
  },
  'remedy.correct-kind': {
    id: 'Betulkan jenisnya, kaitkan ke butir yang sesuai, atau jelaskan mengapa bukti ini cukup.',
    en: 'Correct its kind, link it where it fits, or explain why it is enough.',
  },
  'remedy.explain': {
    id: 'Jelaskan kapan pekerjaannya dilakukan dan mengapa buktinya diunggah bersamaan.',
    en: 'Explain when the work was done and why its evidence came all at once.',
  },
  'remedy.bring-valid': {
    id: 'Unggah versi yang masih berlaku, betulkan masa berlakunya, atau jelaskan.',
    en: 'Bring the version in force, correct how long it is valid, or explain.',
  },
  'remedy.bring-evidence': {
    id: 'Unggah buktinya, atau jelaskan mengapa belum ada.',
    en: 'Bring the evidence, or explain why there is none yet.',
  },

  'state.open': { id: 'Perlu ditindaklanjuti', en: 'Needs attention' },
  'state.explained': { id: 'Sudah dijelaskan', en: 'Explained' },
  'state.changed': { id: 'Berubah sejak dijelaskan', en: 'Changed since explained' },
  'column.about': { id: 'Bukti', en: 'Evidence' },
  'column.obligation': { id: 'Kewajiban', en: 'Obligation' },
  'column.fact': { id: 'Yang terlihat', en: 'What shows' },
  'column.state': { id: 'Keadaan', en: 'State' },
  'column.act': { id: 'Tindakan', en: 'Action to take' },
  more: { id: (p: { n: number }) => `dan ${p.n} lainnya`, en: (p: { n: number }) => `and ${p.n} more` },
  none: { id: 'Tidak ada temuan', en: 'No findings' },
  noneText: {
    id: 'Pemeriksaan kejujuran bukti tidak menemukan apa pun yang perlu dijelaskan kepada penilai.',
    en: 'The honesty checks found nothing that an assessor would ask about.',
  },
  bring: { id: 'Unggah bukti', en: 'Bring evidence' },
  explain: { id: 'Jelaskan', en: 'Explain' },
  explainAgain: { id: 'Ubah penjelasan', en: 'Change the explanation' },
  explainField: { id: 'Penjelasan', en: 'Explanation' },
  explainHint: {
    id: 'Penilai membaca penjelasan ini di samping buktinya. Penjelasan berlaku selama keadaannya tidak berubah.',
    en: 'An assessor reads this beside the evidence. It holds as long as the facts stay the same.',
  },
  save: { id: 'Simpan penjelasan', en: 'Save the explanation' },

  page: { id: 'Pemeriksaan kejujuran bukti', en: 'Honesty checks of the evidence' },
  crumb: {
    id: (p: Of<'year'>) => `Temuan ${p.year}`,
    en: (p: Of<'year'>) => `Findings of ${p.year}`,
  },
  answer: {
    id: (p: { open: number; all: number }) =>
      p.all === 0
        ? 'Tidak ada temuan pada bukti'
        : p.open === 0
          ? `${p.all} temuan, semuanya sudah dijelaskan`
          : `${p.open} temuan perlu ditindaklanjuti`,
    en: (p: { open: number; all: number }) =>
      p.all === 0
        ? 'The checks found nothing'
        : p.open === 0
          ? `${p.all} findings, all of them explained`
          : `${p.open} findings need attention`,
  },
  pageNote: {
    id: 'Hal yang akan ditanyakan penilai. Bukan hukuman: perbaiki buktinya atau jelaskan keadaannya.',
    en: 'What an assessor would ask about. No penalty: correct the evidence or explain it.',
  },
  bulkNote: {
    id: (p: { n: number; hours: number }) =>
      `Unggahan disebut bersamaan bila sekurangnya ${p.n} bukti masuk dalam ${p.hours} jam sebelum tenggat.`,
    en: (p: { n: number; hours: number }) =>
      `An upload is called bulk when at least ${p.n} pieces come in within ${p.hours} hours before a deadline.`,
  },
  seeAll: {
    id: (p: { n: number; title: string }) => `Lihat semua (${p.n}): ${p.title}`,
    en: (p: { n: number; title: string }) => `See all (${p.n}): ${p.title}`,
  },
  'filter.code': { id: 'Jenis temuan', en: 'Sort of finding' },
  'filter.allCodes': { id: 'Semua temuan', en: 'All findings' },
  'deadline.due': {
    id: (p: Of<'date'>) => `tenggat ${p.date}`,
    en: (p: Of<'date'>) => `the due date ${p.date}`,
  },
  'deadline.submitted': {
    id: (p: Of<'at'>) => `pengajuan penilaian mandiri ${p.at}`,
    en: (p: Of<'at'>) => `the submission of the self-assessment ${p.at}`,
  },
  explained: { id: 'Penjelasan tersimpan.', en: 'The explanation is stored.' },
  'problem.changed': {
    id: 'Keadaannya berubah sejak halaman dibuka, jadi penjelasan tidak disimpan. Periksa temuan yang sekarang',
    en: 'The facts changed since the page was opened, so nothing was stored. Look at the findings as they stand',
  },
  'problem.too-short': {
    id: (p: { n: number }) => `Tulis penjelasan sekurangnya ${p.n} huruf`,
    en: (p: { n: number }) => `Write an explanation of at least ${p.n} letters`,
  },
  'notice.open': {
    id: (p: { n: number }) => `${p.n} temuan pada bukti perlu ditindaklanjuti`,
    en: (p: { n: number }) => `${p.n} findings on the evidence need attention`,
  },
  'notice.missing': {
    id: (p: { n: number }) =>
      `${p.n} kewajiban yang jatuh tempo atau terlambat belum punya bukti sama sekali`,
    en: (p: { n: number }) => `${p.n} obligations that are due or late have no evidence at all`,
  },
  'notice.seeMissing': { id: 'Lihat kewajiban tanpa bukti', en: 'See the obligations without evidence' },
  'notice.all': {
    id: (p: { n: number }) => `Semua temuan yang perlu ditindaklanjuti (${p.n})`,
    en: (p: { n: number }) => `All findings that need attention (${p.n})`,
  },
  'notice.see': { id: 'Lihat dan tindak lanjuti', en: 'See and act on them' },
})
