import { defineMessages } from '../../../ui/messages.ts'

const short = (hash: string) => hash.slice(0, 16)
/** The named part of a member; `*` is what stands above its parts. */
const place = (d: { member: string; part: string }) => (d.part === '*' ? d.member : `${d.member}: ${d.part}`)

export const checkMessages = defineMessages({
  'verdict.holds': {
    id: 'Berkas ini utuh: semua yang diperiksa cocok.',
    en: 'This bundle is intact: everything checked agrees.',
  },
  'verdict.unproven': {
    id: 'BELUM TERBUKTI milik instansi. Isi berkas ini saling cocok, tetapi siapa pun dapat membuat dan menandatangani berkas seperti ini: kuncinya belum dibandingkan.',
    en: 'NOT PROVEN to be the agency’s. The contents agree with each other, but anyone can make and sign such a file: its key was not compared.',
  },
  'verdict.fails': {
    id: 'Berkas ini tidak cocok: ada yang berubah atau tidak dapat dibuktikan.',
    en: 'This bundle does not hold: something was changed or cannot be proven.',
  },
  'about.year': {
    id: (d: { unit: string; year: number }) => `LKE ${d.year}, ${d.unit}`,
    en: (d: { unit: string; year: number }) => `Self-assessment ${d.year}, ${d.unit}`,
  },
  total: { id: 'Nilai', en: 'Score' },
  instrument: { id: 'Instrumen', en: 'Instrument' },
  closed: { id: 'Ditutup', en: 'Closed' },
  engine: { id: 'Dibuat dengan', en: 'Made with' },
  fingerprint: { id: 'Sidik kunci', en: 'Key fingerprint' },
  'state.holds': { id: 'Cocok', en: 'Holds' },
  'state.fails': { id: 'Tidak cocok', en: 'Does not hold' },
  'state.unchecked': { id: 'Belum diperiksa', en: 'Not checked' },
  signature: { id: 'Tanda tangan', en: 'Signature' },
  key: { id: 'Kunci instansi', en: 'Agency’s key' },
  members: { id: 'Isi berkas', en: 'Contents' },
  evidence: { id: 'Berkas bukti', en: 'Evidence files' },
  ledger: { id: 'Jejak audit', en: 'Audit trail' },
  score: { id: 'Hitung ulang nilai', en: 'Recomputed score' },
  'signature.note': {
    id: 'Tanda tangan Ed25519 atas bundle.json cocok dengan kunci di dalam berkas ini sendiri.',
    en: 'The Ed25519 signature over bundle.json fits the key that stands in this file itself.',
  },
  'key.note': {
    id: 'Kunci ada di daftar kunci yang diumumkan instansi.',
    en: 'The key is on the agency’s published list.',
  },
  'key.unchecked': {
    id: 'Tidak ada kunci pembanding. Buka halaman /kunci di alamat instansi yang Anda kenal sendiri, bukan dari pengirim berkas; bandingkan ke-64 angka sidiknya, atau periksa lagi dengan sidik itu (zona verify --key SIDIK).',
    en: 'No key to compare with. Open the page /kunci at an address of the agency that you know yourself, not from the sender; compare all 64 digits of the fingerprint, or verify again with it (zona verify --key FINGERPRINT).',
  },
  'members.note': {
    id: (d: { n: number }) => `Hash ${d.n} isi berkas dihitung ulang.`,
    en: (d: { n: number }) => `The hashes of ${d.n} members were recomputed.`,
  },
  'instrument.note': {
    id: 'Instrumen lengkap dan sama dengan yang ditetapkan untuk penilaian ini.',
    en: 'The instrument is well formed and the one this assessment is pinned to.',
  },
  'score.note': {
    id: (d: { n: number }) => `${d.n} angka dihitung ulang dari jawaban.`,
    en: (d: { n: number }) => `${d.n} figures were recomputed from the answers.`,
  },
  'ledger.note': {
    id: (d: { n: number }) =>
      `Hash ${d.n} catatan dihitung ulang. Kutipan tidak membuktikan bahwa tidak ada catatan lain; hanya jejak lengkap yang dapat.`,
    en: (d: { n: number }) =>
      `The hashes of ${d.n} entries were recomputed. An excerpt does not prove that there were no others; only the whole trail can.`,
  },
  'evidence.note': {
    id: (d: { n: number }) => `${d.n} berkas bukti ada dan sama.`,
    en: (d: { n: number }) => `${d.n} evidence files are there and the same.`,
  },
  'evidence.addresses': {
    id: (d: { n: number }) =>
      `${d.n} bukti adalah alamat tanpa berkas; isinya tidak dapat dibandingkan dengan apa pun.`,
    en: (d: { n: number }) =>
      `${d.n} pieces of evidence are addresses without a file; their content cannot be compared with anything.`,
  },
  'evidence.none': {
    id: 'Tidak ada bukti yang dirujuk, jadi tidak ada yang dapat dibandingkan.',
    en: 'No evidence is cited, so there is nothing to compare.',
  },
  'evidence.unchecked': {
    id: 'Berkas bukti tidak disertakan; hash-nya ada di evidence-manifest.json.',
    en: 'The evidence files were not given; their hashes stand in evidence-manifest.json.',
  },
  'bad-signature': {
    id: 'signature: bukan tanda tangan kunci ini atas bundle.json',
    en: 'signature: not this key’s signature of bundle.json',
  },
  'fingerprint-differs': {
    id: (d: { says: string; recomputed: string }) =>
      `bundle.json: sidik kunci tertulis ${short(d.says)}…, hasil hitung ulang ${short(d.recomputed)}…`,
    en: (d: { says: string; recomputed: string }) =>
      `bundle.json: the key’s fingerprint says ${short(d.says)}…, recomputed ${short(d.recomputed)}…`,
  },
  'unknown-key': {
    id: (d: { fingerprint: string }) =>
      `Ditandatangani dengan kunci ${short(d.fingerprint)}…, yang bukan kunci instansi`,
    en: (d: { fingerprint: string }) =>
      `Signed with the key ${short(d.fingerprint)}…, which is not one of the agency’s`,
  },
  'member-changed': {
    id: (d: { member: string }) => `${d.member} berubah: hash berbeda`,
    en: (d: { member: string }) => `${d.member} was changed: hash differs`,
  },
  'part-changed': {
    id: (d: { member: string; part: string }) => `${place(d)} berubah: hash berbeda`,
    en: (d: { member: string; part: string }) => `${place(d)} was changed: hash differs`,
  },
  'part-added': {
    id: (d: { member: string; part: string }) => `${place(d)} ditambahkan`,
    en: (d: { member: string; part: string }) => `${place(d)} was added`,
  },
  'part-removed': {
    id: (d: { member: string; part: string }) => `${place(d)} dihapus`,
    en: (d: { member: string; part: string }) => `${place(d)} was removed`,
  },
  'instrument-not-pinned': {
    id: (d: { says: string; recomputed: string }) =>
      `instrument.json bukan instrumen yang ditetapkan: ${short(d.recomputed)}…, seharusnya ${short(d.says)}…`,
    en: (d: { says: string; recomputed: string }) =>
      `instrument.json is not the pinned instrument: ${short(d.recomputed)}…, should be ${short(d.says)}…`,
  },
  'instrument-not-whole': {
    id: (d: { path: string; count: number }) =>
      `instrument.json: ${d.count} kesalahan, yang pertama di ${d.path || 'berkas'}`,
    en: (d: { path: string; count: number }) =>
      `instrument.json: ${d.count} mistakes, the first at ${d.path || 'the file'}`,
  },
  'other-instrument': {
    id: (d: { says: string; found: string }) =>
      `Disebut instrumen ${d.says}, tetapi instrument.json berisi ${d.found}`,
    en: (d: { says: string; found: string }) =>
      `The instrument is called ${d.says}, but instrument.json holds ${d.found}`,
  },
  'not-scorable': {
    id: (d: { codes: readonly string[] }) =>
      `Nilai tidak dapat dihitung ulang${d.codes.length > 0 ? `: jawaban ${d.codes.slice(0, 5).join(', ')} tidak sah` : ''}`,
    en: (d: { codes: readonly string[] }) =>
      `The score cannot be recomputed${d.codes.length > 0 ? `: the answers ${d.codes.slice(0, 5).join(', ')} are not valid` : ''}`,
  },
  'number-differs': {
    id: (d: { path: string; says: string; recomputed: string }) =>
      `${d.path} tertulis ${d.says}, hasil hitung ulang ${d.recomputed}`,
    en: (d: { path: string; says: string; recomputed: string }) =>
      `${d.path} says ${d.says}, recomputed ${d.recomputed}`,
  },
  'entry-changed': {
    id: (d: { seq: number }) => `ledger.json: catatan nomor ${d.seq} berubah: hash berbeda`,
    en: (d: { seq: number }) => `ledger.json: entry ${d.seq} was changed: hash differs`,
  },
  'link-broken': {
    id: (d: { seq: number }) => `ledger.json: catatan nomor ${d.seq} tidak menyambung ke catatan sebelumnya`,
    en: (d: { seq: number }) => `ledger.json: entry ${d.seq} does not follow from the one before it`,
  },
  'out-of-order': {
    id: (d: { seq: number }) => `ledger.json: catatan nomor ${d.seq} tidak pada urutannya`,
    en: (d: { seq: number }) => `ledger.json: entry ${d.seq} is out of order`,
  },
  'other-cycle': {
    id: (d: { seq: number }) => `ledger.json: catatan nomor ${d.seq} bukan tentang penilaian ini`,
    en: (d: { seq: number }) => `ledger.json: entry ${d.seq} is not about this assessment`,
  },
  'other-instrument-recorded': {
    id: (d: { seq: number }) => `ledger.json: catatan nomor ${d.seq} menyebut instrumen lain`,
    en: (d: { seq: number }) => `ledger.json: entry ${d.seq} names another instrument`,
  },
  'submitted-otherwise': {
    id: (d: { seq: number; says: string; recomputed: string }) =>
      `ledger.json: catatan nomor ${d.seq} mengajukan nilai ${d.says}, tetapi score.total tertulis ${d.recomputed}`,
    en: (d: { seq: number; says: string; recomputed: string }) =>
      `ledger.json: entry ${d.seq} submitted ${d.says}, but score.total says ${d.recomputed}`,
  },
  'file-missing': {
    id: (d: { title: string; version: number }) =>
      `Bukti "${d.title}" (versi ${d.version}) tidak ada di antara berkas`,
    en: (d: { title: string; version: number }) =>
      `Evidence "${d.title}" (version ${d.version}) is not among the files`,
  },
  'file-changed': {
    id: (d: { title: string; version: number; fileName: string }) =>
      `Bukti "${d.title}" (versi ${d.version}): ${d.fileName} bukan berkas yang dirujuk, hash berbeda`,
    en: (d: { title: string; version: number; fileName: string }) =>
      `Evidence "${d.title}" (version ${d.version}): ${d.fileName} is not the cited file, hash differs`,
  },
  more: {
    id: (d: { n: number }) => `dan ${d.n} hal lain`,
    en: (d: { n: number }) => `and ${d.n} more`,
  },
})

const size = (bytes: number) => `${bytes / 1_000_000} MB`

export const unreadableMessages = defineMessages({
  'file-too-large': {
    id: (d: { limit: number }) => `Berkas lebih dari ${size(d.limit)}; bundel tidak pernah sebesar itu.`,
    en: (d: { limit: number }) => `The file is over ${size(d.limit)}; no bundle is that large.`,
  },
  'not-a-zip': {
    id: 'Berkas bukan ZIP yang dapat dibuka.',
    en: 'The file is not a ZIP that can be opened.',
  },
  'bytes-before': {
    id: (d: { bytes: number }) =>
      `Ada ${d.bytes} bita di depan arsip ZIP; bundel dimulai dengan berkasnya yang pertama. Minta berkas aslinya.`,
    en: (d: { bytes: number }) =>
      `There are ${d.bytes} bytes before the ZIP archive; a bundle begins with its first member. Ask for the original file.`,
  },
  'bytes-after': {
    id: (d: { bytes: number }) =>
      `Ada ${d.bytes} bita sesudah akhir arsip ZIP; tidak ada apa pun sesudahnya dalam bundel. Minta berkas aslinya.`,
    en: (d: { bytes: number }) =>
      `There are ${d.bytes} bytes after the end of the ZIP archive; a bundle has nothing there. Ask for the original file.`,
  },
  'archive-comment': {
    id: (d: { bytes: number }) =>
      `Arsip ZIP memuat komentar (${d.bytes} bita), yang tidak ditandatangani; bundel tidak punya komentar. Minta berkas aslinya.`,
    en: (d: { bytes: number }) =>
      `The ZIP archive has a comment (${d.bytes} bytes), which nobody signed; a bundle has none. Ask for the original file.`,
  },
  'unlisted-entry': {
    id: (d: { member: string }) =>
      `Arsip ZIP menyembunyikan "${d.member}" yang tidak ada dalam daftar isinya; program lain dapat membacanya. Minta berkas aslinya.`,
    en: (d: { member: string }) =>
      `The ZIP archive hides a "${d.member}" that its directory does not list; other programs may read it. Ask for the original file.`,
  },
  'bytes-between': {
    id: (d: { bytes: number; member: string | null }) =>
      `Ada ${d.bytes} bita ${d.member === null ? 'di samping daftar isi arsip ZIP' : `di depan ${d.member}`} yang bukan bagian berkas mana pun. Minta berkas aslinya.`,
    en: (d: { bytes: number; member: string | null }) =>
      `There are ${d.bytes} bytes ${d.member === null ? 'beside the directory of the ZIP archive' : `before ${d.member}`} that belong to no member. Ask for the original file.`,
  },
  'members-overlap': {
    id: (d: { member: string }) =>
      `Letak ${d.member} di arsip ZIP bertumpuk dengan bagian lain. Minta berkas aslinya.`,
    en: (d: { member: string }) =>
      `${d.member} overlaps another part of the ZIP archive. Ask for the original file.`,
  },
  'header-differs': {
    id: (d: { member: string }) =>
      `Kepala ${d.member} berbeda dari daftar isi arsip ZIP (nama, ukuran, atau cara kemas). Minta berkas aslinya.`,
    en: (d: { member: string }) =>
      `The header of ${d.member} differs from the directory of the ZIP archive (name, size or method). Ask for the original file.`,
  },
  'header-unusual': {
    id: (d: { member: string }) =>
      `Kepala ${d.member} di arsip ZIP memuat komentar, bidang tambahan, atau tanda yang tidak ada dalam bundel. Minta berkas aslinya.`,
    en: (d: { member: string }) =>
      `The header of ${d.member} in the ZIP archive has a comment, an extra field or a flag that no bundle has. Ask for the original file.`,
  },
  'bytes-inside': {
    id: (d: { member: string }) =>
      `Isi ${d.member} di arsip ZIP tidak sepanjang yang tertulis; ada bita yang bukan bagiannya. Minta berkas aslinya.`,
    en: (d: { member: string }) =>
      `The content of ${d.member} in the ZIP archive is not as long as stated; there are bytes that are no part of it. Ask for the original file.`,
  },
  'bad-name': {
    id: (d: { member: string }) => `Bundel memuat nama yang menuju ke luar: "${d.member}".`,
    en: (d: { member: string }) => `The bundle holds a name that leads outside: "${d.member}".`,
  },
  'extra-member': {
    id: (d: { member: string }) => `Bundel memuat berkas yang bukan bagiannya: "${d.member}".`,
    en: (d: { member: string }) => `The bundle holds a file that is no part of it: "${d.member}".`,
  },
  'repeated-member': {
    id: (d: { member: string }) => `Bundel memuat ${d.member} lebih dari sekali.`,
    en: (d: { member: string }) => `The bundle holds ${d.member} more than once.`,
  },
  'missing-member': {
    id: (d: { member: string }) => `Bundel tidak memuat ${d.member}.`,
    en: (d: { member: string }) => `The bundle lacks ${d.member}.`,
  },
  'member-too-large': {
    id: (d: { member: string; limit: number }) => `${d.member} lebih dari ${size(d.limit)} setelah dibuka.`,
    en: (d: { member: string; limit: number }) => `${d.member} unpacks to more than ${size(d.limit)}.`,
  },
  'not-json': {
    id: (d: { member: string }) => `${d.member} bukan JSON yang sah.`,
    en: (d: { member: string }) => `${d.member} is not valid JSON.`,
  },
  'too-deep': {
    id: (d: { member: string }) => `${d.member} bersarang terlalu dalam.`,
    en: (d: { member: string }) => `${d.member} nests too deep.`,
  },
  'bad-shape': {
    id: (d: { member: string; path: string }) =>
      `${d.member} tidak berbentuk seperti bundel: ${d.path || 'isinya'} tidak dapat dibaca.`,
    en: (d: { member: string; path: string }) =>
      `${d.member} is not of a bundle’s shape: ${d.path || 'its content'} cannot be read.`,
  },
  'unknown-format': {
    id: (d: { format: string }) =>
      `Bentuk bundel "${d.format}" tidak dikenal; mungkin dari Zona yang lebih baru.`,
    en: (d: { format: string }) => `The bundle format "${d.format}" is not known; it may be of a newer Zona.`,
  },
})
