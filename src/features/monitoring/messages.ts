import { defineMessages } from '../../ui/messages.ts'

type N = { n: number }
type Span = { least: number; most: number }
type Name = { name: string }
type Text = { text: string }
type Pressing = { late: number; due: number }
const dates = (n: number) => (n === 1 ? '1 date' : `${n} dates`)
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)

export const messages = defineMessages({
  you: { id: 'Anda', en: 'You' },
  nobody: { id: 'belum ada', en: 'nobody yet' },
  action: { id: 'Langkah aksi', en: 'Action' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  subComponent: { id: 'Komponen', en: 'Component' },
  area: { id: 'Area', en: 'Area' },
  allAreas: { id: 'Semua area', en: 'All areas' },
  person: { id: 'Penanggung jawab', en: 'Person responsible' },
  everyone: { id: 'Semua orang', en: 'Everyone' },
  due: { id: 'Tenggat', en: 'Due' },
  state: { id: 'Keadaan', en: 'State' },
  unit: { id: 'Unit', en: 'Unit' },
  month: { id: 'Bulan', en: 'Month' },
  doneOn: { id: 'Tanggal selesai', en: 'Done on' },
  note: { id: 'Catatan', en: 'Note' },
  evidence: { id: 'Bukti fisik yang diminta', en: 'Evidence asked for' },
  schedule: { id: 'Target waktu', en: 'Schedule' },
  act: { id: 'Tindakan', en: 'Action to take' },
  markDone: { id: 'Tandai selesai', en: 'Mark as done' },
  asOf: { id: (d: { date: string }) => `Posisi ${d.date}`, en: (d: { date: string }) => `As of ${d.date}` },
  moreDates: {
    id: (d: N) => `dan ${d.n} tanggal lain`,
    en: (d: N) => `and ${d.n} more ${d.n === 1 ? 'date' : 'dates'}`,
  },

  'duties.title': { id: 'Tugas saya', en: 'My duties' },
  'duties.answer': {
    id: (d: { late: number; week: number }) =>
      d.late + d.week === 0
        ? 'Tidak ada tugas yang mendesak'
        : `${d.late} tugas terlambat, ${d.week} jatuh tempo dalam 7 hari`,
    en: (d: { late: number; week: number }) =>
      d.late + d.week === 0 ? 'Nothing is pressing' : `${d.late} late, ${d.week} due within 7 days`,
  },
  'duties.late': { id: 'Terlambat', en: 'Late' },
  'duties.week': { id: 'Dalam 7 hari', en: 'Within 7 days' },
  'duties.month': { id: 'Dalam 30 hari', en: 'Within 30 days' },
  'duties.later': { id: 'Setelah itu', en: 'Later' },
  'duties.settled': { id: 'Sudah selesai', en: 'Settled' },
  'duties.empty': { id: 'Belum ada tugas untuk Anda', en: 'You have no duties yet' },
  'duties.emptyText': {
    id: 'Tugas muncul di sini setelah ketua tim menetapkan Anda sebagai penanggung jawab sebuah langkah aksi.',
    en: 'Duties appear here once the team leader makes you responsible for an action.',
  },
  'duties.count': { id: (d: N) => `${d.n} tenggat`, en: (d: N) => dates(d.n) },
  'duties.ownMissing': {
    id: (d: N) => `${d.n} tugas Anda yang jatuh tempo atau terlambat belum punya bukti sama sekali`,
    en: (d: N) =>
      `${d.n} of your duties that ${d.n === 1 ? 'is' : 'are'} due or late ${d.n === 1 ? 'has' : 'have'} no evidence at all`,
  },
  'duties.ownMissingText': {
    id: 'Tugas itu ditandai di bawah; unggah buktinya langsung dari barisnya.',
    en: 'They are marked below; bring the evidence from the row itself.',
  },
  'duties.bare': {
    id: (d: N) => (d.n === 1 ? 'Belum ada bukti.' : `${d.n} tanggal belum ada bukti.`),
    en: (d: N) => (d.n === 1 ? 'No evidence yet.' : `${d.n} dates have no evidence yet.`),
  },
  'duties.bring': { id: 'Unggah bukti', en: 'Bring evidence' },
  'duties.noneHere': { id: 'Tidak ada', en: 'None' },
  'duties.remind': { id: 'Pengingat hari ini', en: "Today's reminders" },

  'remind.today': { id: 'jatuh tempo hari ini', en: 'due today' },
  'remind.before': { id: (d: N) => `jatuh tempo ${d.n} hari lagi`, en: (d: N) => `due in ${days(d.n)}` },
  'remind.late': { id: (d: N) => `terlambat ${d.n} hari`, en: (d: N) => `${days(d.n)} late` },
  'mail.subject': {
    id: (d: { n: number; late: number }) =>
      `Zona: ${d.n} pengingat${d.late > 0 ? `, ${d.late} terlambat` : ''}`,
    en: (d: { n: number; late: number }) =>
      `Zona: ${d.n} ${d.n === 1 ? 'reminder' : 'reminders'}${d.late > 0 ? `, ${d.late} late` : ''}`,
  },
  'mail.greeting': {
    id: (d: { name: string; date: string }) => `${d.name}, inilah pengingat untuk ${d.date}.`,
    en: (d: { name: string; date: string }) => `${d.name}, here are the reminders for ${d.date}.`,
  },
  'mail.all': { id: 'Semua tugas saya', en: 'All my duties' },
  'mail.why': {
    id: 'Surat ini dikirim paling banyak sekali sehari, hanya bila ada tenggat yang perlu diingat.',
    en: 'This mail is sent at most once a day, and only when a date needs remembering.',
  },

  'mail.change': { id: 'Atur pengingat', en: 'Change reminders' },
  'wishes.title': { id: 'Pengingat saya', en: 'My reminders' },
  'wishes.note': {
    id: 'Pengingat dikirim paling banyak satu surel sehari. Di halaman Tugas saya pengingat selalu tampil, apa pun pilihan surelnya.',
    en: 'At most one mail a day is sent. On the page My duties reminders always show, whatever you choose here for mail.',
  },
  'wishes.byMail': { id: 'Kirim surel tentang', en: 'Send a mail about' },
  'wishes.byMailHint': {
    id: 'Kosongkan semuanya bila tidak ingin menerima surel.',
    en: 'Leave all of them empty to get no mail.',
  },
  'wishes.upcoming': { id: 'Tenggat yang mendekat', en: 'Dates that are near' },
  'wishes.due': { id: 'Tenggat hari ini', en: 'Dates of the day' },
  'wishes.late': { id: 'Tugas yang terlambat', en: 'Duties that are late' },
  'wishes.daysBefore': { id: 'Berapa hari sebelum tenggat', en: 'How many days ahead' },
  'wishes.daysBeforeHint': {
    id: (d: Span) => `Angka ${d.least} sampai ${d.most}`,
    en: (d: Span) => `A number from ${d.least} to ${d.most}`,
  },
  'wishes.lateWeekday': { id: 'Hari untuk tugas yang terlambat', en: 'Day for duties that are late' },
  'wishes.lateWeekdayHint': {
    id: 'Yang terlambat diingatkan sekali sepekan, sampai selesai.',
    en: 'What is late is recalled once a week until it is done.',
  },
  'wishes.saved': { id: 'Pengingat disimpan.', en: 'Your reminders were saved.' },
  'problem.days-before': {
    id: (d: Span) => `Isi jumlah hari dengan angka ${d.least} sampai ${d.most}.`,
    en: (d: Span) => `Give the days as a number from ${d.least} to ${d.most}.`,
  },
  'problem.late-weekday': { id: 'Pilih satu hari.', en: 'Choose a day.' },

  'obligation.unsaved': { id: 'Yang Anda tulis belum tersimpan', en: 'What you wrote is not saved' },
  'obligation.title': { id: 'Kewajiban', en: 'Obligation' },
  'obligation.done': { id: 'Ditandai selesai.', en: 'Marked as done.' },
  'obligation.reopened': { id: 'Dibuka kembali.', en: 'Reopened.' },
  'obligation.waived': { id: 'Kewajiban ditiadakan.', en: 'Obligation waived.' },
  'obligation.assigned': { id: 'Penanggung jawab disimpan.', en: 'The person responsible was saved.' },
  'obligation.reopen': { id: 'Buka kembali', en: 'Reopen' },
  'obligation.reopenText': {
    id: 'Kewajiban ini kembali dihitung sebagai belum selesai. Keterangan yang lama tetap tercatat di jejak audit.',
    en: 'This obligation counts as open again. What was said before stays in the audit trail.',
  },
  'obligation.waive': { id: 'Tiadakan', en: 'Waive' },
  'obligation.waiveText': {
    id: 'Kewajiban yang ditiadakan tidak dihitung dalam persentase kemajuan.',
    en: 'A waived obligation is left out of every percentage.',
  },
  'obligation.reason': { id: 'Alasan', en: 'Reason' },
  'obligation.reasonHint': { id: 'Paling sedikit 10 huruf', en: 'At least 10 characters' },
  'obligation.assign': { id: 'Tetapkan penanggung jawab', en: 'Assign' },
  'obligation.assignNone': { id: 'Ikuti langkah aksinya', en: 'As for its action' },
  'obligation.save': { id: 'Simpan', en: 'Save' },
  'obligation.noEvidence': { id: 'Rencana tidak menyebut bukti.', en: 'The plan names no evidence.' },
  'problem.not-found': { id: 'Kewajiban ini tidak ada.', en: 'There is no such obligation.' },
  'problem.forbidden': {
    id: 'Anda tidak berwenang atas kewajiban ini. Hubungi ketua tim.',
    en: 'You may not change this obligation. Ask the team leader.',
  },
  'problem.no-date': {
    id: 'Isi tanggal selesai dengan tanggal yang ada.',
    en: 'Give a date that exists for when it was done.',
  },
  'problem.done-in-future': {
    id: (d: { date: string }) => `Tanggal selesai tidak boleh setelah hari ini, ${d.date}.`,
    en: (d: { date: string }) => `The date cannot be after today, ${d.date}.`,
  },
  'problem.done-too-early': {
    id: (d: { date: string }) => `Tanggal selesai paling awal ${d.date}; periksa tahunnya.`,
    en: (d: { date: string }) => `The date can be ${d.date} at the earliest; check its year.`,
  },
  'problem.already-settled': {
    id: 'Kewajiban ini sudah diselesaikan atau ditiadakan, mungkin baru saja oleh orang lain. Keadaan terbarunya ada di bawah.',
    en: 'This obligation was already settled, perhaps just now by someone else. Its latest state is below.',
  },
  'problem.already-open': {
    id: 'Kewajiban ini sudah terbuka, mungkin baru saja dibuka orang lain.',
    en: 'This obligation is already open; someone else may have just reopened it.',
  },
  'problem.reason-too-short': {
    id: (d: N) => `Tulis alasan, paling sedikit ${d.n} huruf.`,
    en: (d: N) => `Give a reason of at least ${d.n} characters.`,
  },
  'problem.no-such-person': {
    id: 'Pilih pegawai yang masih aktif di unit ini.',
    en: 'Choose an active employee of this unit.',
  },

  'overview.answer': {
    id: (d: Pressing) =>
      d.late + d.due === 0
        ? 'Tidak ada kewajiban yang mendesak'
        : `${d.late} kewajiban terlambat, ${d.due} jatuh tempo dalam 7 hari`,
    en: (d: Pressing) =>
      d.late + d.due === 0
        ? 'No obligation is pressing'
        : `${d.late} ${d.late === 1 ? 'obligation' : 'obligations'} late, ${d.due} due within 7 days`,
  },
  // The same in a second line, below another answer.
  pressing: {
    id: (d: Pressing) =>
      d.late + d.due === 0
        ? 'tidak ada yang mendesak'
        : `${d.late} terlambat, ${d.due} jatuh tempo dalam 7 hari`,
    en: (d: Pressing) =>
      d.late + d.due === 0 ? 'nothing is pressing' : `${d.late} late, ${d.due} due within 7 days`,
  },
  'overview.note': {
    id: (d: { date: string; year: number; unit: string }) =>
      `Posisi ${d.date} · rencana aksi ${d.year} ${d.unit}`,
    en: (d: { date: string; year: number; unit: string }) => `As of ${d.date} · plan ${d.year} of ${d.unit}`,
  },
  'overview.none': {
    id: 'Belum ada rencana aksi yang bertanggal',
    en: 'There is no action plan with dates yet',
  },
  'overview.noneText': {
    id: 'Impor dokumen rencana aksi atau isi indikatornya. Tenggatnya lalu tampil di sini.',
    en: 'Import the action plan document or fill in its indicators. Its dates then stand here.',
  },
  'overview.import': { id: 'Ke rencana aksi', en: 'To the action plan' },
  'overview.dueThisWeek': { id: 'Jatuh tempo 7 hari', en: 'Due within 7 days' },
  'overview.yours': { id: (d: N) => `${d.n} tugas Anda`, en: (d: N) => `${d.n} of them yours` },
  'overview.oldest': { id: (d: N) => `tertua ${d.n} hari:`, en: (d: N) => `the oldest ${days(d.n)}:` },
  'overview.noLate': { id: 'semua tepat waktu', en: 'everything is on time' },
  'overview.done': { id: 'Selesai', en: 'Done' },
  'overview.of': { id: (d: N) => `dari ${d.n}`, en: (d: N) => `of ${d.n}` },
  'overview.share': {
    id: (d: { share: string }) => `${d.share} dari yang diwajibkan`,
    en: (d: { share: string }) => `${d.share} of what is owed`,
  },
  'overview.upcoming': { id: 'Belum waktunya', en: 'Upcoming' },
  'overview.next': {
    id: (d: { date: string }) => `berikutnya ${d.date}`,
    en: (d: { date: string }) => `next on ${d.date}`,
  },
  'overview.tasks': { id: 'Yang paling mendesak', en: 'Most pressing' },
  'overview.waiting': { id: 'Menunggu Anda', en: 'Waiting for you' },
  'overview.urgent': { id: 'Menunggu orang lain di unit', en: 'Waiting for others in the unit' },
  'overview.all': { id: 'lihat semua', en: 'see all' },
  'overview.score': { id: 'Nilai mandiri LKE', en: 'Self-assessed score' },
  'overview.need': {
    id: (d: { predicate: string; need: string }) =>
      d.predicate === '' ? `dari ${d.need}` : `ambang ${d.predicate} ${d.need}`,
    en: (d: { predicate: string; need: string }) =>
      d.predicate === '' ? `of ${d.need}` : `${d.predicate} needs ${d.need}`,
  },
  'overview.scored': {
    id: (d: { score: string; need: string }) => `nilai mandiri ${d.score} dari ambang ${d.need}`,
    en: (d: { score: string; need: string }) => `self-assessed ${d.score} of the ${d.need} needed`,
  },
  'overview.blanks': {
    id: (d: N) => (d.n === 0 ? 'semua butir dijawab' : `${d.n} butir belum dijawab`),
    en: (d: N) =>
      d.n === 0 ? 'every item is answered' : `${d.n} ${d.n === 1 ? 'item is' : 'items are'} not answered yet`,
  },
  'overview.areas': {
    id: (d: { year: number }) => `Nilai LKE ${d.year} dan ambangnya`,
    en: (d: { year: number }) => `Scores of ${d.year} against their thresholds`,
  },
  'overview.road': {
    id: (d: { predicate: string }) => `Lihat jalan ke ${d.predicate}`,
    en: (d: { predicate: string }) => `See the road to ${d.predicate}`,
  },
  'overview.nothing': { id: 'Tidak ada yang menunggu', en: 'Nothing is waiting' },
  'overview.perArea': { id: 'Kemajuan per area', en: 'Progress per area' },

  'calendar.title': { id: (d: Text) => `Kalender ${d.text}`, en: (d: Text) => `Calendar, ${d.text}` },
  'calendar.day': { id: (d: Text) => `Tenggat ${d.text}`, en: (d: Text) => `Due ${d.text}` },
  'calendar.list': {
    id: (d: Text) => `Semua tenggat ${d.text}`,
    en: (d: Text) => `Everything due in ${d.text}`,
  },
  'calendar.answer': {
    id: (d: N & Text) => (d.n === 0 ? `Tidak ada tenggat pada ${d.text}` : `${d.n} tenggat pada ${d.text}`),
    en: (d: N & Text) => (d.n === 0 ? `Nothing is due in ${d.text}` : `${d.n} due in ${d.text}`),
  },
  'calendar.empty': { id: 'Tidak ada tenggat', en: 'Nothing is due' },
  'year.title': { id: (d: N) => `Linimasa ${d.n}`, en: (d: N) => `Timeline ${d.n}` },
  'year.note': {
    id: 'Satu baris untuk setiap langkah aksi; garis putus-putus adalah hari ini. Batang adalah rentang pengerjaan, atau tenggat berurutan yang keadaannya sama pada langkah aksi mingguan.',
    en: 'One row for each action; the dashed line is today. A bar is a period of work or, for weekly actions, dates in a row with the same state.',
  },
  'board.title': { id: (d: N) => `Papan kewajiban ${d.n}`, en: (d: N) => `Obligations board ${d.n}` },
  'board.note': {
    id: 'Langkah aksi yang berulang tampil sekali pada setiap kolom, dengan tenggat terdekatnya.',
    en: 'An action that recurs stands once in each column, with its nearest date.',
  },
  'board.waive': { id: 'Tiadakan…', en: 'Waive…' },

  'progress.title': {
    id: (d: { share: string; year: number }) => `${d.share} kewajiban ${d.year} selesai`,
    en: (d: { share: string; year: number }) => `${d.share} of the obligations of ${d.year} are done`,
  },
  'progress.none': { id: (d: N) => `Belum ada kewajiban ${d.n}`, en: (d: N) => `No obligations for ${d.n}` },
  'progress.print': { id: 'Cetak laporan monev', en: 'Print the monitoring report' },
  'progress.late': { id: 'lihat yang terlambat', en: 'see what is late' },
  'progress.perMonth': { id: 'Kemajuan per bulan', en: 'Progress per month' },
  'progress.perPerson': { id: 'Kemajuan per penanggung jawab', en: 'Progress per person' },
  'progress.how': { id: 'Bagaimana angka ini dihitung', en: 'How these numbers are counted' },
  'progress.howShare': {
    id: 'Persentase = selesai ÷ (selesai + terlambat + jatuh tempo + belum waktunya). Yang ditiadakan tidak dihitung.',
    en: 'Percentage = done ÷ (done + late + due + upcoming). What was waived is left out.',
  },
  'progress.howState': {
    id: 'Terlambat: tenggat sudah lewat dan belum ditandai selesai. Jatuh tempo: tenggat hari ini sampai 7 hari lagi. Belum waktunya: lebih dari 7 hari lagi.',
    en: 'Late: the date has passed and it is not marked as done. Due: today up to 7 days ahead. Upcoming: more than 7 days ahead.',
  },
  'progress.howUnit': {
    id: 'Yang dihitung adalah setiap tenggat, bukan setiap langkah aksi: langkah aksi mingguan menghitung 52. Bulan adalah bulan tenggat.',
    en: 'Each date counts, not each action: a weekly action counts 52. The month is the month of the date.',
  },

  'feeds.title': { id: 'Kalender di ponsel atau komputer', en: 'Calendar on your phone or computer' },
  'feeds.unitTitle': { id: (d: Name) => `Kalender ${d.name}`, en: (d: Name) => `Calendar of ${d.name}` },
  'feeds.text': {
    id: 'Alamat kalender memperlihatkan tenggat di aplikasi kalender (Google, Outlook, Apple). Siapa pun yang memiliki alamatnya dapat membacanya: jangan dibagikan, dan cabut bila bocor.',
    en: 'A calendar address shows your dates in a calendar app (Google, Outlook, Apple). Whoever has the address can read it: do not share it, and revoke it if it leaks.',
  },
  'feeds.new': { id: 'Alamat baru', en: 'New address' },
  'feeds.newNote': {
    id: 'Satu alamat untuk setiap aplikasi, agar dapat dicabut sendiri-sendiri.',
    en: 'One address for each app, so that each can be revoked by itself.',
  },
  'feeds.create': { id: 'Buat alamat kalender', en: 'Make a calendar address' },
  'feeds.made': { id: 'Alamat dibuat', en: 'The address was made' },
  'feeds.once': {
    id: 'Salin sekarang. Alamat ini hanya ditampilkan sekali dan tidak disimpan.',
    en: 'Copy it now. This address is shown once and is not kept.',
  },
  'feeds.address': { id: 'Alamat kalender', en: 'Calendar address' },
  'feeds.again': {
    id: 'Alamat ini sudah dibuat dan hanya ditampilkan sekali. Bila belum disalin, cabut lalu buat yang baru.',
    en: 'This address was made already and is shown once. If you did not copy it, revoke it and make a new one.',
  },
  'feeds.noEmployee': {
    id: 'Akun Anda belum terhubung dengan data pegawai. Hubungi admin instansi.',
    en: 'Your account is not linked to an employee yet. Ask the agency administrator.',
  },
  'feeds.list': { id: 'Alamat yang berlaku', en: 'Addresses in use' },
  'feeds.created': { id: 'Dibuat', en: 'Made' },
  'feeds.used': { id: 'Terakhir dibaca', en: 'Last read' },
  'feeds.never': { id: 'belum pernah', en: 'never' },
  'feeds.revoke': { id: 'Cabut', en: 'Revoke' },
  'feeds.revokeOne': {
    id: (d: { date: string }) => `Cabut alamat yang dibuat ${d.date}`,
    en: (d: { date: string }) => `Revoke the address made on ${d.date}`,
  },
  'feeds.revoked': { id: 'Alamat dicabut. Kalender tidak lagi terisi.', en: 'The address no longer works.' },
  'feeds.gone': { id: 'Alamat itu sudah dicabut.', en: 'That address was revoked already.' },
  'feeds.empty': { id: 'Belum ada alamat kalender', en: 'There is no calendar address yet' },
  'ics.name': { id: (d: Name) => `Zona · ${d.name}`, en: (d: Name) => `Zona · ${d.name}` },
  'ics.done': { id: 'Selesai', en: 'Done' },
  'ics.waived': { id: 'Ditiadakan', en: 'Waived' },
})
