import { defineMessages } from '../../ui/messages.ts'

type N = { n: number }
type Year = { year: number }
type Named = { name: string }
type Of = { n: number; all: number }
type Text = { text: string }
type By = { by: string; at: string }

export const messages = defineMessages({
  lke: { id: 'LKE', en: 'Self-assessment (LKE)' },
  'lke.year': { id: (d: Year) => `LKE ${d.year}`, en: (d: Year) => `Self-assessment ${d.year}` },
  'checklist.year': {
    id: (d: Year) => `Daftar syarat ${d.year}`,
    en: (d: Year) => `Checklist ${d.year}`,
  },

  'state.open': { id: 'Sedang diisi', en: 'Being filled in' },
  'state.submitted': { id: 'Sudah diajukan, terkunci', en: 'Submitted, locked' },
  'state.reopened': { id: 'Dibuka kembali', en: 'Reopened' },
  'state.closed': { id: 'Ditutup', en: 'Closed' },

  'cycles.title': { id: 'Lembar kerja evaluasi per tahun', en: 'Self-assessments by year' },
  'cycles.note': {
    id: 'Setiap tahun memakai satu instrumen yang tidak berubah lagi setelah dimulai.',
    en: 'Each year uses one instrument, which does not change once the year has started.',
  },
  'cycles.empty': { id: 'Belum ada LKE', en: 'No self-assessment yet' },
  'cycles.empty.text': {
    id: 'Mulai satu tahun penilaian di bawah ini. Nilai, ambang, dan jalan menuju WBK muncul sejak jawaban pertama.',
    en: 'Start a year below. Score, thresholds and the road to WBK appear from the first answer on.',
  },
  'cycles.back': { id: 'Kembali ke daftar', en: 'Back to the list' },
  year: { id: 'Tahun', en: 'Year' },
  instrument: { id: 'Instrumen', en: 'Instrument' },
  total: { id: 'Nilai total', en: 'Total score' },
  state: { id: 'Keadaan', en: 'State' },
  progress: { id: 'Kemajuan', en: 'Progress' },
  'start.title': { id: 'Mulai tahun penilaian', en: 'Start a year' },
  'start.look': { id: 'Lihat dampaknya dulu', en: 'See what it means first' },
  'start.preview': {
    id: (d: Named) => `Sebelum memulai ${d.name}`,
    en: (d: Named) => `Before starting: ${d.name}`,
  },
  'start.preview.note': {
    id: 'Belum ada yang disimpan. Bandingkan instrumennya, lalu putuskan.',
    en: 'Nothing is stored yet. Compare the instruments, then decide.',
  },
  'start.go': { id: (d: Named) => `Mulai ${d.name}`, en: (d: Named) => `Start ${d.name}` },
  'start.carry': {
    id: (d: { year: number; n: number }) =>
      `Isi awal dengan ${d.n} jawaban tahun ${d.year} yang dapat dibawa; setiap jawaban tetap harus diperiksa`,
    en: (d: { year: number; n: number }) =>
      `Begin with the ${d.n} answers of ${d.year} that can be carried over; each must still be checked`,
  },
  'start.read-again': {
    id: 'Dibawa dari tahun lalu; pertanyaannya tidak persis sama. Baca ulang lalu simpan.',
    en: 'Carried over from last year; the question is not quite the same. Read it again and save.',
  },
  'start.first': {
    id: 'Belum ada tahun sebelumnya, jadi tidak ada yang dibandingkan.',
    en: 'There is no earlier year to compare with.',
  },
  'start.same': {
    id: (d: Year) => `Instrumennya sama dengan tahun ${d.year}.`,
    en: (d: Year) => `The instrument is the same as in ${d.year}.`,
  },
  'start.effect': {
    id: (d: Year) => `Jawaban ${d.year} menurut kedua instrumen`,
    en: (d: Year) => `The answers of ${d.year} under both instruments`,
  },
  'start.under': { id: 'Menurut', en: 'Under' },
  'start.valid': {
    id: (d: { from: string }) => `Berlaku sejak ${d.from}`,
    en: (d: { from: string }) => `In force since ${d.from}`,
  },
  'start.outside': {
    id: (d: { from: string; year: number }) =>
      `Instrumen ini berlaku sejak ${d.from}, sesudah tahun ${d.year}. Pakailah hanya bila memang diminta.`,
    en: (d: { from: string; year: number }) =>
      `This instrument is in force since ${d.from}, after ${d.year}. Use it only where it is asked for.`,
  },
  'start.started': { id: (d: Named) => `${d.name} dimulai`, en: (d: Named) => `${d.name} started` },
  'diff.title': { id: 'Yang berubah dalam instrumen', en: 'What changes in the instrument' },
  'diff.carried': { id: 'Jawaban terbawa', en: 'Answers carried' },
  'diff.chosen': { id: 'yang dipilih', en: 'the chosen one' },
  'diff.again': { id: (d: N) => `${d.n} harus dibaca ulang`, en: (d: N) => `${d.n} must be read again` },
  'diff.as-is': { id: 'dalam arti yang sama', en: 'in the same sense' },
  'diff.left': { id: 'Tidak terbawa', en: 'Left behind' },
  'diff.left.note': {
    id: 'tidak ditanyakan lagi, atau angka satu tahun',
    en: 'no longer asked, or counts of one year',
  },
  'diff.open': { id: 'Perlu dijawab baru', en: 'To be answered anew' },
  'diff.open.note': { id: 'butir tanpa jawaban terbawa', en: 'items that nothing is carried to' },
  'diff.total': {
    id: (d: { year: number; score: string }) =>
      `jawaban ${d.year} menurut instrumen ini; waktu itu ${d.score}`,
    en: (d: { year: number; score: string }) =>
      `the answers of ${d.year} under this instrument; then ${d.score}`,
  },
  'diff.how': { id: 'Perubahannya', en: 'How' },
  'diff.kind.question-added': { id: 'Butir baru', en: 'New item' },
  'diff.kind.question-removed': { id: 'Butir hilang', en: 'Item gone' },
  'diff.kind.question-changed': { id: 'Butir berubah', en: 'Item changed' },
  'diff.kind.weight-changed': { id: 'Bobot', en: 'Weight' },
  'diff.kind.threshold-changed': { id: 'Ambang', en: 'Threshold' },
  'diff.kind.condition-added': { id: 'Syarat baru', en: 'New condition' },
  'diff.kind.condition-removed': { id: 'Syarat hilang', en: 'Condition gone' },
  'diff.kind.rule-changed': { id: 'Aturan', en: 'Rule' },
  'diff.part.wording': { id: 'kalimat', en: 'wording' },
  'diff.part.answer': { id: 'cara menjawab', en: 'kind of answer' },
  'diff.part.points': { id: 'nilai', en: 'points' },
  'diff.part.evidence': { id: 'bukti', en: 'evidence' },
  'diff.rule.scales': { id: 'Nilai pilihan jawaban', en: 'Values of the options' },
  'diff.rule.blank': { id: 'Arti butir kosong', en: 'What a blank means' },
  'diff.rule.display': { id: 'Pembulatan tampilan', en: 'Rounding for display' },
  'diff.rule.operandLimit': { id: 'Jumlah terbesar', en: 'The largest count' },
  'diff.item': { id: 'Butir', en: 'Item' },
  'diff.what': { id: 'Apa', en: 'What' },
  'diff.none': { id: 'Tidak ada yang berubah', en: 'Nothing changes' },

  enabler: { id: 'Pengungkit', en: 'Enablers' },
  result: { id: 'Hasil', en: 'Results' },
  area: { id: 'Area', en: 'Area' },
  areas: { id: 'Enam area perubahan', en: 'The six areas of change' },
  'areas.note': {
    id: 'Pemenuhan dan reform digabung, dibagi bobot area. Garis pada bilah: ambang WBK, lalu WBBM.',
    en: 'Fulfilment and reform together over the weight of the area. Lines on the bars: the threshold of WBK, then of WBBM.',
  },
  results: { id: 'Komponen hasil', en: 'Results' },
  'radar.label': {
    id: (d: Text) => `Enam area terhadap ambang: ${d.text}`,
    en: (d: Text) => `The six areas against the thresholds: ${d.text}`,
  },
  'radar.title': { id: 'Keseimbangan area', en: 'Balance of the areas' },
  'head.short': {
    id: (d: { predicate: string; short: string }) => `Menuju ${d.predicate}: kurang ${d.short}`,
    en: (d: { predicate: string; short: string }) => `Towards ${d.predicate}: ${d.short} short`,
  },
  'head.rules': {
    id: (d: { predicate: string; n: number }) => `Menuju ${d.predicate}: ${d.n} ambang belum tercapai`,
    en: (d: { predicate: string; n: number }) =>
      `Towards ${d.predicate}: ${d.n} ${d.n === 1 ? 'threshold' : 'thresholds'} not met`,
  },
  'head.missed': {
    id: (d: { predicate: string; short: string }) =>
      `Ambang ${d.predicate} tidak tercapai: kurang ${d.short}`,
    en: (d: { predicate: string; short: string }) => `${d.predicate} was not reached: ${d.short} short`,
  },
  'head.missed-rules': {
    id: (d: { predicate: string; n: number }) => `${d.n} ambang ${d.predicate} tidak tercapai`,
    en: (d: { predicate: string; n: number }) =>
      `${d.n} ${d.n === 1 ? 'threshold' : 'thresholds'} of ${d.predicate} not met`,
  },
  'head.met': {
    id: (d: { predicate: string }) => `Semua ambang nilai ${d.predicate} tercapai`,
    en: (d: { predicate: string }) => `Every threshold of ${d.predicate} is met`,
  },
  'head.none': {
    id: (d: { score: string; all: string }) => `${d.score} dari ${d.all} kondisi terpenuhi`,
    en: (d: { score: string; all: string }) => `${d.score} of ${d.all} conditions met`,
  },
  'head.note': {
    id: (d: { date: string; score: string; state: string }) =>
      `Posisi ${d.date} · nilai mandiri ${d.score} · ${d.state}`,
    en: (d: { date: string; score: string; state: string }) =>
      `As of ${d.date} · self-assessed ${d.score} · ${d.state}`,
  },
  'head.counted': {
    id: (d: { date: string; state: string }) => `Posisi ${d.date} · ${d.state}`,
    en: (d: { date: string; state: string }) => `As of ${d.date} · ${d.state}`,
  },
  'short.MP': { id: 'Perubahan', en: 'Change' },
  'short.TT': { id: 'Tata laksana', en: 'Processes' },
  'short.SDM': { id: 'SDM', en: 'Staff' },
  'short.AK': { id: 'Akuntabilitas', en: 'Accountability' },
  'short.PW': { id: 'Pengawasan', en: 'Oversight' },
  'short.PP': { id: 'Pelayanan', en: 'Services' },
  'areas.counted': { id: 'Kondisi terpenuhi per area', en: 'Conditions met by area' },
  'met.count': { id: 'Kondisi terpenuhi', en: 'Conditions met' },
  'met.share': {
    id: (d: { percent: string }) => `${d.percent} dari semuanya`,
    en: (d: { percent: string }) => `${d.percent} of all`,
  },
  'of.max': { id: (d: { max: string }) => `dari ${d.max}`, en: (d: { max: string }) => `of ${d.max}` },
  'answered.of': {
    id: (d: Of) => `${d.n} dari ${d.all} terjawab`,
    en: (d: Of) => `${d.n} of ${d.all} answered`,
  },
  answered: { id: 'Terjawab', en: 'Answered' },
  'blank.note': {
    id: (d: N) => `${d.n} kosong, bernilai nol`,
    en: (d: N) => `${d.n} blanks score nothing`,
  },
  'blank.none': { id: 'semua butir terjawab', en: 'every item is answered' },
  'unproven.note': { id: (d: N) => `${d.n} tanpa bukti`, en: (d: N) => `${d.n} without evidence` },
  'role.results': { id: 'ambangnya per komponen', en: 'its thresholds are by component' },
  'workbook.note': {
    id: (d: { total: string }) =>
      `Buku kerja resmi melewati butir kosong saat merata-rata; sekarang ia akan menunjukkan ${d.total}.`,
    en: (d: { total: string }) =>
      `The official workbook skips blanks when it averages; it would now show ${d.total}.`,
  },
  'thresholds.title': { id: 'Ambang WBK dan WBBM', en: 'Thresholds of WBK and WBBM' },
  'thresholds.note': {
    id: (d: Text) =>
      `Setiap baris harus tercapai. Yang dibandingkan nilai tepatnya (total ${d.text}); pembulatan hanya untuk tampilan.`,
    en: (d: Text) =>
      `Every row must be met. What is compared is exact (the total is ${d.text}); rounding is for display only.`,
  },
  rule: { id: 'Yang diukur', en: 'What is measured' },
  have: { id: 'Nilai', en: 'Score' },
  met: { id: 'tercapai', en: 'met' },
  unmet: { id: 'belum tercapai', en: 'not met' },
  'met.cap': {
    id: (d: { need: string }) => `Tercapai (${d.need})`,
    en: (d: { need: string }) => `Met (${d.need})`,
  },
  'short.by': {
    id: (d: { short: string; need: string }) => `Kurang ${d.short} (${d.need})`,
    en: (d: { short: string; need: string }) => `${d.short} short (${d.need})`,
  },
  'short.of': {
    id: (d: { predicate: string; short: string }) => `kurang ${d.short} dari ambang ${d.predicate}`,
    en: (d: { predicate: string; short: string }) => `${d.short} short of ${d.predicate}`,
  },
  'met.of': {
    id: (d: { predicate: string }) => `ambang ${d.predicate} tercapai`,
    en: (d: { predicate: string }) => `threshold of ${d.predicate} met`,
  },
  'conditions.title': { id: 'Syarat di luar nilai', en: 'Conditions besides the score' },
  'conditions.note': {
    id: 'Syarat pengusulan menurut peraturan. Unit menyatakan sendiri; nilainya tidak dihitung.',
    en: 'What the regulation asks for before a unit is proposed. The unit states it; no score is counted.',
  },
  'conditions.met': {
    id: (d: Of) => `${d.n} dari ${d.all} terpenuhi`,
    en: (d: Of) => `${d.n} of ${d.all} met`,
  },
  'condition.agency': { id: 'Instansi', en: 'Agency' },
  'condition.unit': { id: 'Unit', en: 'Unit' },
  'condition.source': {
    id: (d: Text) => `Sumber: ${d.text}`,
    en: (d: Text) => `Source: ${d.text}`,
  },
  'condition.Ya': { id: 'Terpenuhi', en: 'Met' },
  'condition.Tidak': { id: 'Belum', en: 'Not yet' },
  'condition.unknown': { id: 'Belum dinyatakan', en: 'Not stated' },
  'conditions.save': { id: 'Simpan syarat', en: 'Save conditions' },
  'conditions.saved': { id: 'Syarat tersimpan', en: 'Conditions saved' },

  'to.workbook': { id: 'Buku kerja Excel', en: 'Excel workbook' },
  'to.road': { id: 'Jalan menuju predikat', en: 'The road to the predicate' },
  'to.units': { id: 'Bandingkan unit', en: 'Compare units' },
  'to.submit': { id: 'Ajukan', en: 'Submit' },
  'to.overview': { id: 'Ringkasan', en: 'Overview' },
  'to.json': { id: 'Unduh jawaban (JSON)', en: 'Download answers (JSON)' },
  more: {
    id: 'Unduh data, bandingkan unit, versi instrumen',
    en: 'Download data, compare units, version of the instrument',
  },

  'area.head': {
    id: (d: { name: string; percent: string }) => `${d.name}: ${d.percent}`,
    en: (d: { name: string; percent: string }) => `${d.name}: ${d.percent}`,
  },
  'filter.label': { id: 'Saring butir', en: 'Filter items' },
  'filter.all': { id: 'Semua', en: 'All' },
  'filter.blank': { id: 'Belum dijawab', en: 'Unanswered' },
  'filter.unproven': { id: 'Tanpa bukti', en: 'Without evidence' },
  'filter.returned': { id: 'Dikembalikan', en: 'Returned' },
  'filter.changed': { id: 'Berubah sejak diajukan', en: 'Changed since submission' },
  'filter.empty': { id: 'Tidak ada butir di saringan ini', en: 'No item under this filter' },
  'filter.empty.text': {
    id: 'Pilih saringan lain atau tampilkan semua butir.',
    en: 'Choose another filter or show all items.',
  },
  'areas.nav': { id: 'Area LKE', en: 'Areas' },
  'area.results': { id: 'Hasil', en: 'Results' },
  'sub.weight': {
    id: (d: { max: string; score: string }) => `bobot ${d.max} · nilai ${d.score}`,
    en: (d: { max: string; score: string }) => `weight ${d.max} · score ${d.score}`,
  },
  offer: {
    id: (d: { done: number; all: number; evidence: number }) =>
      `Rencana aksi di area ini: ${d.done} dari ${d.all} kewajiban selesai, ${d.evidence} bukti siap ditunjuk.`,
    en: (d: { done: number; all: number; evidence: number }) =>
      `The action plan in this area: ${d.done} of ${d.all} obligations done, ${d.evidence} pieces of evidence at hand.`,
  },
  'offer.link': { id: 'Lihat kewajibannya', en: 'See the obligations' },
  criteria: { id: (d: Text) => `Kriteria ${d.text}`, en: (d: Text) => `Criteria ${d.text}` },
  'criteria.formula': { id: 'Cara menghitung', en: 'How it is computed' },
  'formula.ratio': {
    id: (d: { over: string; under: string }) => `${d.over} dibagi ${d.under}, paling tinggi 100%.`,
    en: (d: { over: string; under: string }) => `${d.over} divided by ${d.under}, at most 100%.`,
  },
  'formula.record': {
    id: (d: Text) => `Dicatat saja, tidak dihitung: ${d.text}.`,
    en: (d: Text) => `Recorded, not counted: ${d.text}.`,
  },
  'formula.index': {
    id: (d: { min: string; max: string }) =>
      `Indeks ${d.min} sampai ${d.max}, dibagi rentangnya, dikali bobot.`,
    en: (d: { min: string; max: string }) =>
      `An index from ${d.min} to ${d.max}, over its range, times the weight.`,
  },
  'answer.of': {
    id: (d: { code: string }) => `Jawaban ${d.code}`,
    en: (d: { code: string }) => `Answer ${d.code}`,
  },
  'answer.none': { id: 'Belum', en: 'None' },
  'answer.none.long': { id: 'Belum dijawab', en: 'Not answered' },
  index: { id: 'Indeks', en: 'Index' },
  explanation: { id: 'Penjelasan', en: 'Explanation' },
  'explanation.add': { id: 'Tambah penjelasan', en: 'Add an explanation' },
  'evidence.cite': { id: '+ bukti', en: '+ evidence' },
  'evidence.suggested': {
    id: (d: N) => `${d.n} bukti cocok ditemukan`,
    en: (d: N) => `${d.n} fitting ${d.n === 1 ? 'piece' : 'pieces'} found`,
  },
  'evidence.none': { id: 'Belum ada bukti', en: 'No evidence yet' },
  'evidence.of': {
    id: (d: { code: string }) => `untuk ${d.code}`,
    en: (d: { code: string }) => `for ${d.code}`,
  },
  'evidence.page': { id: (d: Text) => `hal. ${d.text}`, en: (d: Text) => `p. ${d.text}` },
  'evidence.restricted': { id: 'Bukti terbatas', en: 'Restricted evidence' },
  'evidence.returned': { id: 'dikembalikan pemeriksa', en: 'returned by its reviewer' },
  'row.open': { id: 'Riwayat dan bukti', en: 'History and evidence' },
  'row.open.of': {
    id: (d: { code: string }) => `Riwayat dan bukti ${d.code}`,
    en: (d: { code: string }) => `History and evidence of ${d.code}`,
  },
  'row.save': { id: 'Simpan butir', en: 'Save item' },
  'row.save.of': {
    id: (d: { code: string }) => `Simpan butir ${d.code}`,
    en: (d: { code: string }) => `Save item ${d.code}`,
  },
  'auto.note': { id: 'tersimpan otomatis', en: 'saved automatically' },
  'page.save': { id: 'Simpan halaman ini', en: 'Save this page' },
  'row.filled': { id: 'Terjawab', en: 'Answered' },
  'row.blank': { id: 'Belum dijawab', en: 'Unanswered' },
  'row.returned': { id: 'Dikembalikan', en: 'Returned' },
  'row.changed': { id: 'Berubah sejak diajukan', en: 'Changed since submission' },
  'row.last': {
    id: (d: { year: number; value: string }) => `Tahun ${d.year}: ${d.value}`,
    en: (d: { year: number; value: string }) => `${d.year}: ${d.value}`,
  },
  'row.score': {
    id: (d: { score: string; max: string }) => `Nilai ${d.score} dari ${d.max}`,
    en: (d: { score: string; max: string }) => `Scores ${d.score} of ${d.max}`,
  },
  'row.raise': {
    id: (d: { to: string; gain: string }) => `Naik ke ${d.to} menambah ${d.gain}.`,
    en: (d: { to: string; gain: string }) => `Raised to ${d.to} it adds ${d.gain}.`,
  },
  'row.undivided': {
    id: 'Pembaginya nol: nilainya mengikuti aturan instrumen untuk keadaan itu.',
    en: 'There is nothing to divide by: its value follows the instrument’s rule for that case.',
  },
  'row.by': { id: (d: By) => `Diisi ${d.by}, ${d.at}`, en: (d: By) => `By ${d.by}, ${d.at}` },
  'row.item': {
    id: (d: { item: string }) => `Butir ${d.item}`,
    en: (d: { item: string }) => `Item ${d.item}`,
  },
  saved: { id: (d: { at: string }) => `Tersimpan ${d.at}`, en: (d: { at: string }) => `Saved ${d.at}` },
  'saved.n': {
    id: (d: { n: number; at: string }) => `${d.n} butir tersimpan ${d.at}`,
    en: (d: { n: number; at: string }) => `${d.n} items saved ${d.at}`,
  },
  'saved.none': { id: 'Tidak ada yang berubah', en: 'Nothing changed' },
  'auto.saving': { id: 'Menyimpan…', en: 'Saving…' },
  'auto.wrong': { id: 'Belum tersimpan:', en: 'Not saved:' },
  'auto.failed': {
    id: 'Belum tersimpan: server tidak terjangkau. Dicoba lagi sebentar lagi.',
    en: 'Not saved: the server cannot be reached. Trying again shortly.',
  },
  'auto.conflict': {
    id: 'Diubah orang lain. Tekan "Simpan butir" untuk membandingkan.',
    en: 'Changed by someone else. Press "Save item" to compare.',
  },
  'score.area': {
    id: (d: { percent: string }) => `Area ${d.percent}`,
    en: (d: { percent: string }) => `Area ${d.percent}`,
  },
  'score.total': {
    id: (d: { score: string }) => `Total ${d.score}`,
    en: (d: { score: string }) => `Total ${d.score}`,
  },

  'conflict.title': { id: 'Butir ini diubah orang lain', en: 'Someone else changed this item' },
  'conflict.note': {
    id: 'Tidak ada yang ditimpa. Bandingkan kedua isian, lalu pilih yang berlaku.',
    en: 'Nothing was overwritten. Compare the two and choose which one counts.',
  },
  'conflict.others': {
    id: (d: N) => `${d.n} butir lain di halaman itu sudah tersimpan.`,
    en: (d: N) => `${d.n} other items of that page are saved.`,
  },
  'conflict.mine': { id: 'Isian Anda', en: 'What you filled in' },
  'conflict.theirs': {
    id: (d: By) => `Tersimpan oleh ${d.by}, ${d.at}`,
    en: (d: By) => `Saved by ${d.by}, ${d.at}`,
  },
  'conflict.answer': { id: 'Jawaban', en: 'Answer' },
  'conflict.keep-mine': { id: 'Simpan isian Anda', en: 'Save yours' },
  'conflict.keep-theirs': { id: 'Pakai yang tersimpan', en: 'Keep what is stored' },

  'history.title': { id: 'Riwayat jawaban', en: 'History of the answer' },
  'history.note': {
    id: 'Hanya bertambah, tidak dapat diubah.',
    en: 'It only grows; nothing in it can change.',
  },
  'history.empty': { id: 'Belum ada jawaban', en: 'No answer yet' },
  'history.saved': { id: 'Disimpan', en: 'Saved' },
  'history.returned': { id: 'Dikembalikan', en: 'Returned' },
  'history.carried': { id: 'Dibawa dari tahun lalu', en: 'Carried over from last year' },
  when: { id: 'Waktu', en: 'When' },
  who: { id: 'Oleh', en: 'By' },
  change: { id: 'Perubahan', en: 'Change' },
  answer: { id: 'Jawaban', en: 'Answer' },
  'evidence.title': { id: 'Bukti untuk butir ini', en: 'Evidence for this item' },
  'evidence.required': { id: 'Bukti yang disarankan', en: 'Suggested evidence' },
  'evidence.choose': { id: 'Tunjuk bukti yang sudah ada', en: 'Cite evidence that is there already' },
  'evidence.upload': { id: 'Unggah bukti baru', en: 'Upload new evidence' },
  'evidence.choose.none': {
    id: 'Tidak ada bukti lain yang dapat dipilih.',
    en: 'There is no other evidence to choose.',
  },
  'evidence.offered': { id: 'Dari rencana aksi area ini', en: 'From the action plan of this area' },
  'evidence.other': { id: 'Bukti lain milik unit', en: 'Other evidence of the unit' },
  'evidence.search': {
    id: 'Cari menurut judul, nomor, atau kewajiban',
    en: 'Search by title, number or obligation',
  },
  'evidence.search.go': { id: 'Cari', en: 'Search' },
  'evidence.piece': { id: 'Bukti', en: 'Evidence' },
  'evidence.pointer': { id: 'Halaman', en: 'Page' },
  'evidence.pointer.hint': {
    id: 'Tempat buktinya, misalnya 12 atau 3–5',
    en: 'Where the proof stands, for example 12 or 3–5',
  },
  'evidence.add': { id: 'Tunjuk sebagai bukti', en: 'Cite as evidence' },
  'evidence.added': { id: 'Bukti ditunjuk', en: 'Evidence cited' },
  'evidence.remove': { id: 'Lepas', en: 'Remove' },
  'evidence.removed': { id: 'Bukti dilepas', en: 'Evidence removed' },
  'evidence.match': { id: 'cocok', en: 'fits' },
  'piece.submitted': { id: 'Menunggu diperiksa', en: 'Waiting for review' },
  'piece.accepted': { id: 'Diterima', en: 'Accepted' },
  'zero.title': { id: 'Bila tidak ada yang dibagi', en: 'When there is nothing to divide by' },
  'zero.label': { id: 'Pada LKE ini 0 dibagi 0 dihitung', en: 'In this assessment 0 over 0 counts as' },
  'zero.default': {
    id: (d: { worth: string }) => `menurut instrumen (${d.worth})`,
    en: (d: { worth: string }) => `what the instrument says (${d.worth})`,
  },
  'zero.none': { id: 'nol', en: 'nothing' },
  'zero.full': { id: 'penuh', en: 'full' },
  'zero.save': { id: 'Tetapkan', en: 'Set' },
  'zero.saved': { id: 'Ketetapan tersimpan', en: 'Setting stored' },
  'return.title': { id: 'Kembalikan untuk diperbaiki', en: 'Return for correction' },
  'return.reason': { id: 'Apa yang harus diperbaiki', en: 'What is to be corrected' },
  'return.go': { id: 'Kembalikan butir', en: 'Return item' },
  'return.done': { id: 'Butir dikembalikan', en: 'Item returned' },

  'submit.title': { id: (d: Year) => `Ajukan LKE ${d.year}`, en: (d: Year) => `Submit ${d.year}` },
  'submit.head': {
    id: (d: { year: number; score: string }) => `Ajukan LKE ${d.year} dengan nilai ${d.score}`,
    en: (d: { year: number; score: string }) => `Submit ${d.year} with ${d.score}`,
  },
  'submit.list': { id: 'Lihat daftarnya', en: 'See the list' },
  'submit.note': {
    id: 'Setelah diajukan, jawaban dan buktinya terkunci sampai pimpinan membukanya kembali.',
    en: 'Once submitted, answers and evidence are locked until the head reopens them.',
  },
  'submit.blank': { id: 'Belum dijawab, bernilai nol', en: 'Unanswered, score nothing' },
  'submit.unproven': { id: 'Terjawab tanpa bukti', en: 'Answered without evidence' },
  'submit.returned': { id: 'Dikembalikan dan belum diperbaiki', en: 'Returned and not yet corrected' },
  'submit.accept': {
    id: (d: N) => `Saya tahu ${d.n} butir kosong bernilai nol`,
    en: (d: N) => `I know that ${d.n} blanks score nothing`,
  },
  'submit.go': { id: 'Ajukan dan kunci', en: 'Submit and lock' },
  'submit.done': {
    id: (d: { score: string }) => `LKE diajukan dengan nilai ${d.score}`,
    en: (d: { score: string }) => `Submitted with ${d.score}`,
  },
  'reopen.title': { id: 'Buka kembali', en: 'Reopen' },
  'reopen.note': {
    id: 'Jawaban dapat diubah lagi. Alasannya tercatat.',
    en: 'Answers can be changed again. The reason stays on record.',
  },
  'reopen.reason': { id: 'Alasan', en: 'Reason' },
  'reopen.go': { id: 'Buka kembali', en: 'Reopen' },
  'reopen.done': { id: 'LKE dibuka kembali', en: 'Reopened' },
  'close.title': { id: 'Tutup tahun penilaian', en: 'Close the year' },
  'close.note': {
    id: 'Tidak dapat dibuka lagi, oleh siapa pun.',
    en: 'It cannot be opened again by anyone.',
  },
  'close.go': { id: 'Tutup selamanya', en: 'Close for good' },
  'close.done': { id: 'LKE ditutup', en: 'Closed' },
  'moves.title': { id: 'Perjalanan LKE ini', en: 'How it moved' },
  'move.submitted': { id: 'Diajukan', en: 'Submitted' },
  'move.reopened': { id: 'Dibuka kembali', en: 'Reopened' },
  'move.closed': { id: 'Ditutup', en: 'Closed' },
  'locked.submitted': {
    id: 'LKE ini sudah diajukan dan terkunci. Pimpinan dapat membukanya kembali.',
    en: 'This assessment is submitted and locked. The head can reopen it.',
  },
  'locked.closed': { id: 'LKE ini sudah ditutup.', en: 'This assessment is closed.' },
  'not-yours': {
    id: 'Anda dapat membaca area ini, tetapi tidak mengisinya.',
    en: 'You can read this area but not fill it in.',
  },

  'units.title': {
    id: (d: Year) => `Di mana unit lemah, ${d.year}`,
    en: (d: Year) => `Where the units are weak, ${d.year}`,
  },
  'units.note': {
    id: 'Persen dari bobot area. Area yang lemah di semua unit berdiri paling depan.',
    en: 'Percent of the weight of the area. What is weak everywhere stands first.',
  },
  'units.weakest': {
    id: (d: { area: string; n: number; all: number }) =>
      `${d.area} di bawah ambang WBK pada ${d.n} dari ${d.all} unit`,
    en: (d: { area: string; n: number; all: number }) =>
      `${d.area} is below the WBK threshold in ${d.n} of ${d.all} units`,
  },
  'units.shared': { id: 'Butir yang lemah di beberapa unit', en: 'Items weak in several units' },
  'units.shared.note': {
    id: 'Satu perbaikan bersama di sini menolong banyak unit. Jumlah nilai yang hilang, dari yang terbesar.',
    en: 'One common improvement here helps many units. Points lost together, the largest first.',
  },
  'units.shared.none': { id: 'Tidak ada kelemahan bersama', en: 'No common weakness' },
  'units.lost': { id: 'Hilang', en: 'Lost' },
  'units.none': {
    id: 'Belum ada unit yang mengisi LKE tahun ini',
    en: 'No unit has filled in this year yet',
  },
  'units.below': { id: 'Di bawah ambang WBK', en: 'Below the WBK threshold' },
  unit: { id: 'Unit', en: 'Unit' },
  'units.empty': { id: 'belum mulai', en: 'not started' },
})

export const problemMessages = defineMessages({
  'unknown-code': {
    id: (d: { code: string }) => `${d.code}: butir ini tidak ada dalam instrumen`,
    en: (d: { code: string }) => `${d.code}: the instrument has no such item`,
  },
  'unknown-option': {
    id: (d: { code: string; given: string; allowed: string }) =>
      `${d.code}: "${d.given}" bukan pilihan; pilih ${d.allowed}`,
    en: (d: { code: string; given: string; allowed: string }) =>
      `${d.code}: "${d.given}" is no option; choose ${d.allowed}`,
  },
  'not-counts': {
    id: (d: { code: string }) => `${d.code}: isi jumlahnya`,
    en: (d: { code: string }) => `${d.code}: enter the counts`,
  },
  'operand-missing': {
    id: (d: { code: string; operand: string }) => `${d.code}: isi ${d.operand}`,
    en: (d: { code: string; operand: string }) => `${d.code}: enter ${d.operand}`,
  },
  'operand-unknown': {
    id: (d: { code: string; operand: string }) => `${d.code}: ${d.operand} tidak ditanyakan`,
    en: (d: { code: string; operand: string }) => `${d.code}: ${d.operand} is not asked`,
  },
  'operand-not-a-number': {
    id: (d: { code: string; operand: string; given: string }) =>
      `${d.code}: ${d.operand} harus berupa bilangan, bukan "${d.given}"`,
    en: (d: { code: string; operand: string; given: string }) =>
      `${d.code}: ${d.operand} must be a number, not "${d.given}"`,
  },
  'operand-negative': {
    id: (d: { code: string; operand: string }) => `${d.code}: ${d.operand} tidak boleh negatif`,
    en: (d: { code: string; operand: string }) => `${d.code}: ${d.operand} must not be negative`,
  },
  'operand-not-whole': {
    id: (d: { code: string; operand: string }) =>
      `${d.code}: ${d.operand} harus bilangan bulat tanpa titik atau koma`,
    en: (d: { code: string; operand: string }) =>
      `${d.code}: ${d.operand} must be a whole number without a point or comma`,
  },
  'operand-too-large': {
    id: (d: { code: string; operand: string; most: string }) =>
      `${d.code}: ${d.operand} paling besar ${d.most}`,
    en: (d: { code: string; operand: string; most: string }) =>
      `${d.code}: ${d.operand} is at most ${d.most}`,
  },
  'index-not-a-number': {
    id: (d: { code: string; given: string }) => `${d.code}: "${d.given}" bukan indeks; tulis misalnya 3,6`,
    en: (d: { code: string; given: string }) => `${d.code}: "${d.given}" is no index; write for example 3.6`,
  },
  'index-too-fine': {
    id: (d: { code: string; decimals: number }) =>
      `${d.code}: paling banyak ${d.decimals} angka di belakang koma`,
    en: (d: { code: string; decimals: number }) => `${d.code}: at most ${d.decimals} decimals`,
  },
  'index-out-of-range': {
    id: (d: { code: string; min: string; max: string }) =>
      `${d.code}: indeks harus antara ${d.min} dan ${d.max}`,
    en: (d: { code: string; min: string; max: string }) =>
      `${d.code}: the index must lie between ${d.min} and ${d.max}`,
  },
  'setting-not-open': {
    id: (d: { code: string }) => `${d.code}: instrumen tidak membuka pengaturan ini`,
    en: (d: { code: string }) => `${d.code}: the instrument does not leave this open`,
  },
  'not-found': { id: 'Butir atau LKE ini tidak ditemukan', en: 'There is no such item or assessment' },
  'not-open': {
    id: 'LKE ini terkunci, sehingga tidak ada yang disimpan',
    en: 'This assessment is locked, so nothing was stored',
  },
  forbidden: {
    id: (d: { codes: string }) => `Anda tidak mengisi area ini: ${d.codes}`,
    en: (d: { codes: string }) => `You do not fill in this area: ${d.codes}`,
  },
  'explanation-too-long': {
    id: (d: { codes: string; most: number }) => `${d.codes}: penjelasan paling panjang ${d.most} huruf`,
    en: (d: { codes: string; most: number }) => `${d.codes}: an explanation has at most ${d.most} characters`,
  },
  'reason-too-short': {
    id: (d: { least: number }) => `Tulis alasannya, paling sedikit ${d.least} huruf`,
    en: (d: { least: number }) => `Write the reason, at least ${d.least} characters`,
  },
  stale: {
    id: 'Keadaan LKE sudah berubah sejak halaman ini dibuka. Periksa lagi.',
    en: 'The assessment moved since this page was opened. Look again.',
  },
  'returned-open': {
    id: (d: { codes: string }) => `Perbaiki dahulu butir yang dikembalikan: ${d.codes}`,
    en: (d: { codes: string }) => `Correct the returned items first: ${d.codes}`,
  },
  'blanks-not-accepted': {
    id: (d: N) => `${d.n} butir masih kosong. Jawab, atau centang bahwa Anda mengetahuinya.`,
    en: (d: N) => `${d.n} items are blank. Answer them or tick that you know.`,
  },
  'no-evidence-chosen': { id: 'Pilih satu bukti', en: 'Choose a piece of evidence' },
  'cited-already': { id: 'Bukti ini sudah ditunjuk', en: 'This evidence is cited already' },
  'no-year': { id: 'Isi tahun antara 2000 dan 2100', en: 'Enter a year between 2000 and 2100' },
  'no-instrument': { id: 'Pilih instrumen', en: 'Choose an instrument' },
  exists: { id: 'Tahun ini sudah dimulai', en: 'This year has started already' },
  'effort-not-whole': {
    id: (d: { code: string }) => `${d.code}: upaya adalah bilangan bulat dari 1 sampai 100`,
    en: (d: { code: string }) => `${d.code}: the effort is a whole number from 1 to 100`,
  },
})
