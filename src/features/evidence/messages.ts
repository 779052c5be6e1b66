import { defineMessages } from '../../ui/messages.ts'

type Name = { name: string }
type N = { n: number }
type Ext = { name: string; extension: string }

export const messages = defineMessages({
  evidence: { id: 'Bukti', en: 'Evidence' },
  'list.empty': { id: 'Mulai dari kewajiban', en: 'Begin with an obligation' },
  'list.emptyText': {
    id: 'Buka kewajiban di rencana atau kalender, lalu unggah bukti di tempat yang diminta.',
    en: 'Open an obligation in the plan or the calendar and upload its evidence where it is asked for.',
  },
  allKinds: { id: 'Semua jenis', en: 'All kinds' },
  allStates: { id: 'Semua status', en: 'All states' },
  allAreas: { id: 'Semua area', en: 'All areas' },
  everyone: { id: 'Semua orang', en: 'Everyone' },
  add: { id: 'Tambah bukti', en: 'Add evidence' },
  addNote: {
    id: 'Tidak untuk satu kewajiban tertentu? Unggah di sini, lalu kaitkan kemudian.',
    en: 'Not for one obligation? Upload it here and link it later.',
  },
  importLink: { id: 'Impor', en: 'Import' },
  exportLink: { id: 'Ekspor', en: 'Export' },
  shareLink: { id: 'Bagikan', en: 'Share' },
  title: { id: 'Judul', en: 'Title' },
  titleHint: {
    id: 'Bila dikosongkan, nama berkas menjadi judulnya.',
    en: 'If left empty, the file name becomes the title.',
  },
  kind: { id: 'Jenis', en: 'Kind' },
  chooseKind: { id: 'Pilih jenis', en: 'Choose a kind' },
  documentNumber: { id: 'Nomor dokumen', en: 'Document number' },
  documentDate: { id: 'Tanggal dokumen', en: 'Date of the document' },
  documentDateHint: {
    id: 'Tanggal yang tertulis pada dokumen, bukan tanggal unggah.',
    en: 'The date written on the document, not the day of the upload.',
  },
  periodFrom: { id: 'Membuktikan periode sejak', en: 'Proves the period from' },
  periodTo: { id: 'Sampai', en: 'To' },
  period: { id: 'Periode yang dibuktikan', en: 'Period proven' },
  validUntil: { id: 'Berlaku sampai', en: 'Valid until' },
  page: { id: 'Halaman', en: 'Page' },
  pageHint: {
    id: 'Tempat buktinya di dalam dokumen, misalnya hal. 12.',
    en: 'Where in the document the proof stands, for instance p. 12.',
  },
  language: { id: 'Bahasa', en: 'Language' },
  'language.id': { id: 'Indonesia', en: 'Indonesian' },
  'language.en': { id: 'Inggris', en: 'English' },
  'language.other': { id: 'Lainnya', en: 'Other' },
  keywords: { id: 'Kata kunci', en: 'Keywords' },
  keywordsHint: { id: 'Pisahkan dengan koma.', en: 'Separate with commas.' },
  confidentiality: { id: 'Kerahasiaan', en: 'Confidentiality' },
  'confidentiality.open': { id: 'Terbuka', en: 'Open' },
  'confidentiality.internal': { id: 'Internal unit', en: 'Within the unit' },
  'confidentiality.restricted': {
    id: 'Terbatas: pengunggah, pemeriksa, penilai',
    en: 'Restricted: uploader, reviewers, assessors',
  },
  more: { id: 'Keterangan lain', en: 'More facts' },
  files: { id: 'Berkas', en: 'Files' },
  filesHint: {
    id: 'Boleh beberapa berkas sekaligus; masing-masing menjadi satu bukti.',
    en: 'Several files at once are fine; each becomes one piece of evidence.',
  },
  file: { id: 'Berkas', en: 'File' },
  url: { id: 'Atau alamat (URL)', en: 'Or an address (URL)' },
  urlHint: {
    id: 'Untuk bukti yang berada di situs lain. Judul dan tanggal pemeriksaannya disimpan.',
    en: 'For evidence that stands on another site. Its title and the day it was checked are kept.',
  },
  upload: { id: 'Unggah bukti', en: 'Upload evidence' },
  notScanned: {
    id: 'Berkas tidak dipindai virus di server ini.',
    en: 'Files are not scanned for viruses on this server.',
  },
  scanned: { id: 'Setiap berkas dipindai virus.', en: 'Every file is scanned for viruses.' },
  received: { id: 'Berkas sudah diterima', en: 'Files already received' },
  receivedText: {
    id: 'Tidak perlu dipilih lagi. Perbaiki isian di bawah lalu kirim.',
    en: 'They need not be chosen again. Correct the form below and send it.',
  },

  'obligation.title': { id: 'Bukti untuk kewajiban ini', en: 'Evidence for this obligation' },
  'obligation.answer': {
    id: (d: { filled: number; asked: number }) =>
      d.asked === 0 ? 'Rencana tidak meminta bukti tertentu' : `${d.filled} dari ${d.asked} bukti terisi`,
    en: (d: { filled: number; asked: number }) =>
      d.asked === 0 ? 'The plan asks for nothing in particular' : `${d.filled} of ${d.asked} filled`,
  },
  'obligation.back': { id: 'Ke kewajiban', en: 'To the obligation' },
  'obligation.open': { id: 'Isi dan lihat bukti', en: 'Fill in and see the evidence' },
  slot: { id: 'Bukti yang diminta', en: 'Evidence asked for' },
  'slot.item': { id: 'Yang diminta', en: 'Asked for' },
  slotHint: { id: 'Untuk bukti mana berkas ini?', en: 'Which of the items is this for?' },
  otherSlot: { id: 'Bukti lain untuk kewajiban ini', en: 'Other evidence for this obligation' },
  'slot.empty': { id: 'Belum ada bukti', en: 'No evidence yet' },
  'slot.fill': { id: 'Unggah di sini', en: 'Upload here' },
  'slot.fillAria': {
    id: (d: Name) => `Unggah di sini: ${d.name}`,
    en: (d: Name) => `Upload here: ${d.name}`,
  },
  filledBy: { id: 'Diisi dengan', en: 'Filled by' },

  state: { id: 'Status', en: 'State' },
  'state.submitted': { id: 'Menunggu diperiksa', en: 'Waiting for review' },
  'state.accepted': { id: 'Diterima', en: 'Accepted' },
  'state.returned': { id: 'Dikembalikan', en: 'Returned' },
  'state.withdrawn': { id: 'Ditarik', en: 'Withdrawn' },

  'kind.decree': { id: 'SK / keputusan', en: 'Decree' },
  'kind.sop': { id: 'SOP', en: 'SOP' },
  'kind.invitation': { id: 'Undangan', en: 'Invitation' },
  'kind.attendance': { id: 'Daftar hadir', en: 'Attendance list' },
  'kind.minutes': { id: 'Notulen', en: 'Minutes' },
  'kind.report': { id: 'Laporan', en: 'Report' },
  'kind.photo': { id: 'Foto', en: 'Photo' },
  'kind.screenshot': { id: 'Tangkapan layar', en: 'Screenshot' },
  'kind.form': { id: 'Formulir / matriks', en: 'Form or matrix' },
  'kind.letter': { id: 'Surat / nota dinas', en: 'Letter' },
  'kind.guideline': { id: 'Pedoman / kebijakan', en: 'Guideline' },
  'kind.planning': { id: 'Dokumen perencanaan', en: 'Planning document' },
  'kind.pledge': { id: 'Pakta integritas / maklumat', en: 'Pledge' },
  'kind.publicity': { id: 'Spanduk / poster', en: 'Banner or poster' },
  'kind.recording': { id: 'Video / rekaman', en: 'Recording' },
  'kind.other': { id: 'Lainnya', en: 'Other' },

  uploader: { id: 'Pengunggah', en: 'Uploaded by' },
  uploadedAt: { id: 'Diunggah', en: 'Uploaded' },
  version: { id: (d: N) => `Versi ${d.n}`, en: (d: N) => `Version ${d.n}` },
  versions: { id: 'Versi', en: 'Versions' },
  versionNo: { id: 'Versi', en: 'Version' },
  facts: { id: 'Keterangan', en: 'Facts' },
  size: { id: 'Ukuran', en: 'Size' },
  openFile: { id: 'Buka', en: 'Open' },
  openFileAria: { id: (d: Name) => `Buka ${d.name}`, en: (d: Name) => `Open ${d.name}` },
  hash: { id: 'Sidik SHA-256', en: 'SHA-256' },
  checkedOn: {
    id: (d: { date: string }) => `diperiksa ${d.date}`,
    en: (d: { date: string }) => `checked ${d.date}`,
  },
  notChecked: { id: 'tidak dapat diperiksa', en: 'could not be checked' },
  scannedYes: { id: 'bebas virus saat dipindai', en: 'clean when scanned' },
  scannedNo: { id: 'tidak dipindai virus', en: 'not scanned for viruses' },
  'warning.encrypted-pdf': {
    id: 'PDF ini berkata sandi. Penilai mungkin tidak dapat membukanya; unggah versi tanpa kata sandi.',
    en: 'This PDF is protected by a password. The assessor may be unable to open it; upload one without.',
  },
  links: { id: 'Membuktikan', en: 'Proves' },
  linksEmpty: { id: 'Belum dikaitkan dengan kewajiban', en: 'Not linked to any obligation yet' },
  linkGone: { id: 'tidak ada lagi dalam rencana', en: 'no longer in the plan' },
  linkAdd: { id: 'Kaitkan dengan kewajiban lain', en: 'Link to another obligation' },
  linkChoose: { id: 'Kewajiban', en: 'Obligation' },
  linkPick: { id: 'Pilih kewajiban', en: 'Choose an obligation' },
  linkSubmit: { id: 'Kaitkan', en: 'Link' },
  linkRemove: { id: 'Lepas', en: 'Unlink' },
  linkRemoveAria: { id: (d: Name) => `Lepas kaitan: ${d.name}`, en: (d: Name) => `Unlink: ${d.name}` },
  history: { id: 'Riwayat', en: 'History' },
  when: { id: 'Waktu', en: 'When' },
  what: { id: 'Kejadian', en: 'What' },
  who: { id: 'Oleh', en: 'Who' },
  'history.evidence-added': { id: 'Ditambahkan', en: 'Added' },
  'history.evidence-version-added': { id: 'Versi baru', en: 'New version' },
  'history.evidence-edited': { id: 'Keterangan diubah', en: 'Facts changed' },
  'history.evidence-accepted': { id: 'Diterima', en: 'Accepted' },
  'history.evidence-returned': { id: 'Dikembalikan', en: 'Returned' },
  'history.evidence-withdrawn': { id: 'Ditarik', en: 'Withdrawn' },
  'history.evidence-shared': { id: 'Tautan ke luar dibuat', en: 'Link to the outside made' },
  'history.evidence-share-opened': { id: 'Tautan ke luar dibuka', en: 'Link to the outside opened' },
  'history.evidence-share-revoked': { id: 'Tautan ke luar dicabut', en: 'Link to the outside revoked' },
  'history.evidence-linked': { id: 'Dikaitkan', en: 'Linked' },
  'history.evidence-unlinked': { id: 'Kaitan dilepas', en: 'Unlinked' },
  review: { id: 'Periksa bukti ini', en: 'Review this evidence' },
  reviews: { id: 'Hasil pemeriksaan', en: 'Reviews' },
  accept: { id: 'Terima', en: 'Accept' },
  return: { id: 'Kembalikan', en: 'Return' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Wajib bila dikembalikan: apa yang harus diperbaiki.',
    en: 'Needed when you return it: what should be corrected.',
  },
  'review.others': {
    id: 'Menunggu pemeriksaan oleh orang lain yang berwenang.',
    en: 'Waits for a review by somebody who may give one.',
  },
  'review.next': { id: 'Unggah versi yang sudah diperbaiki', en: 'Upload the corrected version' },
  'review.own': {
    id: 'Anda mengunggah atau mengubah bukti ini, jadi pemeriksaannya dilakukan orang lain.',
    en: 'You brought or changed this evidence, so somebody else reviews it.',
  },
  edit: { id: 'Ubah keterangan', en: 'Change the facts' },
  save: { id: 'Simpan', en: 'Save' },
  newVersion: { id: 'Unggah versi baru', en: 'Upload a new version' },
  newVersionOpen: { id: 'Pilih berkas atau alamat barunya', en: 'Choose its new file or address' },
  newVersionText: {
    id: 'Versi lama tetap disimpan. Bukti perlu diperiksa lagi.',
    en: 'The older version stays. The evidence will need a review again.',
  },
  lockedText: {
    id: 'Bukti ini sudah diterima dan terkunci. Perubahan menjadi versi baru yang perlu diperiksa lagi.',
    en: 'This evidence was accepted and is locked. A change becomes a new version that needs a review again.',
  },
  withdraw: { id: 'Tarik bukti ini', en: 'Withdraw this evidence' },
  withdrawText: {
    id: 'Bukti yang ditarik tidak dihitung lagi dan tidak dapat dikembalikan. Berkas, kaitan, dan riwayatnya tetap tersimpan.',
    en: 'Withdrawn evidence no longer counts and cannot be brought back. Its files, links and history stay.',
  },
  withdrawOpen: { id: 'Tulis alasan dan tarik', en: 'Give a reason and withdraw' },
  withdrawReason: { id: 'Alasan penarikan', en: 'Why it is withdrawn' },
  withdrawHint: {
    id: (d: N) => `Sekurangnya ${d.n} huruf. Terbaca oleh siapa pun yang membuka bukti ini.`,
    en: (d: N) => `At least ${d.n} letters. Whoever opens this evidence reads it.`,
  },
  withdrawnTitle: { id: 'Bukti ini ditarik dan tidak dihitung', en: 'This was withdrawn and does not count' },
  linkYear: { id: 'Kewajiban tahun', en: 'Obligations of the year' },
  back: { id: 'Kembali ke bukti', en: 'Back to the evidence' },

  'done.added': {
    id: (d: { n: number; renamed: number }) =>
      `${d.n} bukti tersimpan dan menunggu pemeriksaan.${d.renamed > 0 ? ` Nama ${d.renamed} berkas dirapikan.` : ''}`,
    en: (d: { n: number; renamed: number }) =>
      `${d.n} stored, waiting for review.${d.renamed > 0 ? ` The names of ${d.renamed} files were tidied.` : ''}`,
  },
  'done.version': { id: (d: N) => `Versi ${d.n} tersimpan.`, en: (d: N) => `Version ${d.n} is stored.` },
  'done.edited': { id: 'Keterangan tersimpan.', en: 'The facts are stored.' },
  'done.accepted': { id: 'Bukti diterima.', en: 'The evidence is accepted.' },
  'done.returned': {
    id: 'Bukti dikembalikan dengan alasannya.',
    en: 'The evidence is returned with its reason.',
  },
  'done.withdrawn': {
    id: 'Bukti ditarik. Bukti ini tidak dihitung lagi.',
    en: 'The evidence is withdrawn. It no longer counts.',
  },
  'done.linked': { id: 'Bukti dikaitkan.', en: 'The evidence is linked.' },
  'done.unlinked': { id: 'Kaitan dilepas.', en: 'The link is removed.' },

  'mistake.title': { id: 'Isi judulnya', en: 'Give it a title' },
  'mistake.kind': { id: 'Pilih jenis buktinya', en: 'Choose what kind of evidence it is' },
  'mistake.no-date': { id: 'Tanggal tidak ada di kalender', en: 'There is no such date' },
  'mistake.turned': { id: 'Akhir periode mendahului awalnya', en: 'The period ends before it starts' },
  'mistake.too-long': { id: 'Isian terlalu panjang', en: 'This is too long' },
  'mistake.not-offered': { id: 'Pilih salah satu yang tersedia', en: 'Choose one of those offered' },
  'mistake.url': {
    id: 'Alamat harus diawali http:// atau https://',
    en: 'The address must begin with http:// or https://',
  },
  'problem.nothing-brought': {
    id: 'Pilih berkas atau isi alamatnya',
    en: 'Choose a file or give an address',
  },
  'problem.upload-gone': {
    id: 'Berkas yang diterima sebelumnya tidak menunggu lagi. Pilih kembali berkasnya',
    en: 'The file received before waits no longer. Choose it again',
  },
  'problem.no-such-obligation': {
    id: 'Kewajiban itu tidak ada di unit ini',
    en: 'There is no such obligation here',
  },
  'problem.no-such-slot': {
    id: 'Bukti itu tidak diminta oleh kewajiban ini',
    en: 'The obligation does not ask for that item',
  },
  'problem.linked-already': {
    id: 'Bukti sudah dikaitkan dengan kewajiban itu',
    en: 'The evidence is linked to that obligation already',
  },
  'problem.not-yours': {
    id: 'Tautan ini dibuat orang lain. Yang dapat melepasnya: pembuat tautan, pembawa bukti, koordinator area, atau ketua tim',
    en: 'Somebody else made this link. It can be taken off by whoever made it or brought the evidence, the area’s coordinator or the team leader',
  },
  'problem.locked': {
    id: 'Bukti yang sudah diterima tidak dapat dilepas kaitannya',
    en: 'Accepted evidence cannot be unlinked',
  },
  'problem.cited-submitted': {
    id: (d: { year: number }) =>
      `LKE ${d.year} yang sudah diajukan memakai bukti ini, jadi kaitannya tidak dapat dilepas. Minta pengajuan itu dibuka kembali, lalu lepas kaitannya di sana`,
    en: (d: { year: number }) =>
      `The self-assessment of ${d.year} was submitted and cites this evidence, so it stays. Have the submission reopened, then remove it there`,
  },
  'problem.cited-closed': {
    id: (d: { year: number }) =>
      `LKE ${d.year} sudah ditutup dan memakai bukti ini, jadi kaitannya tetap. Bila bukti ini keliru, kirim versi barunya; versi lama tetap tersimpan`,
    en: (d: { year: number }) =>
      `The self-assessment of ${d.year} is closed and cites this evidence, so it stays. If the evidence is wrong, bring a new version of it; the old one is kept`,
  },
  'problem.withdrawn': {
    id: 'Bukti ini sudah ditarik dan tidak dapat diubah lagi',
    en: 'This evidence was withdrawn and cannot be changed any more',
  },
  'problem.accepted-stays': {
    id: 'Bukti yang sudah diterima tidak dapat ditarik; unggah versi baru bila keliru',
    en: 'Accepted evidence cannot be withdrawn; upload a new version if it is wrong',
  },
  'problem.proves-answer': {
    id: 'Bukti ini dirujuk oleh jawaban LKE; lepas dulu rujukannya',
    en: 'An answer of the self-assessment cites this evidence; remove the citation first',
  },
  'problem.not-found': { id: 'Bukti itu tidak ada lagi', en: 'That evidence is gone' },
  'problem.stale-fact': {
    id: (p: { label: string; stored: string }) => `${p.label}: sekarang tersimpan “${p.stored}”`,
    en: (p: { label: string; stored: string }) => `${p.label}: “${p.stored}” is stored now`,
  },
  'problem.stale': {
    id: 'Bukti ini diubah orang lain sejak halaman dibuka. Periksa keadaannya sekarang, lalu ulangi',
    en: 'Somebody changed this evidence since the page was opened. Look at it as it stands, then try again',
  },
  'problem.own-evidence': {
    id: 'Bukti yang Anda unggah atau ubah diperiksa oleh orang lain',
    en: 'What you brought or changed is reviewed by somebody else',
  },
  'problem.reason-too-short': {
    id: (d: N) => `Tulis alasannya, sekurangnya ${d.n} huruf`,
    en: (d: N) => `Give a reason of at least ${d.n} letters`,
  },
  'problem.reviewed-already': {
    id: (d: { by: string; state: string }) => `${d.by} sudah lebih dulu memeriksa bukti ini: ${d.state}`,
    en: (d: { by: string; state: string }) => `${d.by} reviewed this first: ${d.state}`,
  },
  'problem.broken-form': {
    id: 'Kiriman terputus sebelum lengkap. Tidak ada yang tersimpan; kirim sekali lagi',
    en: 'The upload broke off. Nothing was stored; please send it again',
  },

  'file.empty': {
    id: (d: Name) => `${d.name}: berkas kosong (0 bita); pilih berkas yang ada isinya`,
    en: (d: Name) => `${d.name}: the file is empty; choose one that holds something`,
  },
  'file.too-large': {
    id: (d: { name: string; size: string }) =>
      `${d.name}: lebih besar dari batas ${d.size}; perkecil, atau bagi menjadi beberapa berkas`,
    en: (d: { name: string; size: string }) =>
      `${d.name}: larger than the limit of ${d.size}; make it smaller, or divide it into several files`,
  },
  'file.no-extension': {
    id: (d: Name) =>
      `${d.name}: nama berkas tidak berakhiran; tambahkan akhiran yang sesuai isinya, misalnya .pdf`,
    en: (d: Name) => `${d.name}: the name has no ending; add the one that fits what it holds, such as .pdf`,
  },
  'file.kind-not-allowed': {
    id: (d: Ext) =>
      `${d.name}: jenis .${d.extension} tidak diterima; simpan sebagai PDF atau jenis lain yang tertulis pada formulir`,
    en: (d: Ext) =>
      `${d.name}: the type .${d.extension} is not accepted; save it as PDF or another type that the form names`,
  },
  'file.wrong-extension': {
    id: (d: Ext & { found: string }) =>
      `${d.name}: isinya ${d.found}, padahal namanya berakhiran .${d.extension}; ganti akhirannya, atau pilih berkas yang benar`,
    en: (d: Ext & { found: string }) =>
      `${d.name}: it holds ${d.found}, though its name ends in .${d.extension}; change the ending, or choose the right file`,
  },
  'file.html': {
    id: (d: Name) => `${d.name}: halaman web dan SVG tidak diterima; simpan sebagai PDF atau gambar`,
    en: (d: Name) => `${d.name}: web pages and SVG are not accepted; save it as PDF or a picture`,
  },
  'file.executable': {
    id: (d: Name) => `${d.name}: program tidak diterima; kirim dokumen, gambar, atau videonya`,
    en: (d: Name) => `${d.name}: programs are not accepted; send the document, picture or video itself`,
  },
  'file.polyglot': {
    id: (d: Name) =>
      `${d.name}: di dalamnya terselip isi lain yang dapat dijalankan; simpan ulang dokumennya`,
    en: (d: Name) => `${d.name}: it hides other content that could be run; save the document anew`,
  },
  'file.macros': {
    id: (d: Name) => `${d.name}: dokumen berisi makro; simpan tanpa makro`,
    en: (d: Name) => `${d.name}: the document holds macros; save it without`,
  },
  'file.old-office': {
    id: (d: Name) =>
      `${d.name}: dokumen Office lama atau berkata sandi; simpan ulang sebagai .docx, .xlsx, atau .pptx`,
    en: (d: Name) => `${d.name}: an old or protected Office document; save it as .docx, .xlsx or .pptx`,
  },
  'file.damaged': {
    id: (d: Name) =>
      `${d.name}: berkas rusak atau tidak lengkap; buka di aplikasinya, simpan ulang, lalu kirim lagi`,
    en: (d: Name) =>
      `${d.name}: the file is damaged or incomplete; open it in its application, save it again and send that`,
  },
  'file.image-too-big': {
    id: (d: { name: string; width: number; height: number }) =>
      `${d.name}: gambar ${d.width} × ${d.height} piksel terlalu besar; perkecil dahulu`,
    en: (d: { name: string; width: number; height: number }) =>
      `${d.name}: a picture of ${d.width} × ${d.height} pixels is too big; scale it down`,
  },
  'file.not-text': {
    id: (d: Name) => `${d.name}: isinya tidak dikenal sebagai jenis yang diterima; simpan ulang sebagai PDF`,
    en: (d: Name) => `${d.name}: its content is none of the accepted types; save it again as PDF`,
  },
  'file.infected': {
    id: (d: { name: string; virus: string }) => `${d.name}: ditolak karena terdeteksi virus (${d.virus})`,
    en: (d: { name: string; virus: string }) => `${d.name}: refused, a virus was found (${d.virus})`,
  },
  'file.too-large-to-scan': {
    id: (d: Name) => `${d.name}: terlalu besar untuk pemindai virus server ini`,
    en: (d: Name) => `${d.name}: too large for this server's virus scanner`,
  },
  'file.scan-unavailable': {
    id: (d: Name) =>
      `${d.name}: pemindai virus sedang tidak menjawab, jadi berkas belum diterima; coba lagi nanti`,
    en: (d: Name) =>
      `${d.name}: the virus scanner does not answer, so the file was not taken; try again later`,
  },
  'store-full': { id: 'Tempat penyimpanan penuh', en: 'The storage is full' },
  'store-full.text': {
    id: 'Tidak ada yang tersimpan atau berubah. Hubungi admin, lalu ulangi setelah ada ruang.',
    en: 'Nothing was stored or changed. Tell the administrator, and try again once there is room.',
  },
  'store-unavailable': {
    id: 'Tempat penyimpanan sedang tidak menjawab',
    en: 'The storage does not answer at the moment',
  },
  'store-unavailable.text': {
    id: 'Berkasnya tidak dapat diambil saat ini, dan tidak ada yang berubah. Coba lagi beberapa menit lagi; bila tetap begini, hubungi admin.',
    en: 'The file cannot be fetched now, and nothing was changed. Try again in a few minutes; if it stays like this, tell the administrator.',
  },
  'file.store-full': {
    id: (d: Name) => `${d.name}: tempat penyimpanan penuh, berkas tidak tersimpan; hubungi admin`,
    en: (d: Name) => `${d.name}: the storage is full, the file was not stored; tell the administrator`,
  },
  'file.store-unavailable': {
    id: (d: Name) =>
      `${d.name}: tempat penyimpanan sedang tidak menjawab, berkas tidak tersimpan; coba lagi nanti`,
    en: (d: Name) => `${d.name}: the storage does not answer, the file was not stored; try again later`,
  },
})
