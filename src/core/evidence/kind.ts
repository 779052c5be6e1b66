import { foldPhrases } from './words.ts'

/** What sort of thing a piece of evidence is. */
export const evidenceKinds = [
  /** SK */
  'decree',
  'sop',
  /** undangan */
  'invitation',
  /** daftar hadir */
  'attendance',
  /** notulen */
  'minutes',
  /** laporan */
  'report',
  /** foto */
  'photo',
  /** tangkapan layar */
  'screenshot',
  /** formulir, lembar, matriks */
  'form',
  /** nota dinas, surat */
  'letter',
  /** pedoman, juklak, juknis, kebijakan */
  'guideline',
  /** renstra, rencana kerja, IKU, perjanjian kinerja */
  'planning',
  /** pakta integritas, maklumat */
  'pledge',
  /** spanduk, banner, poster, leaflet */
  'publicity',
  'recording',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** The words of a slot or a file's name that point to a kind, after `foldPhrases`. */
const signs: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['attendance', /\bdaftarhadir\b/],
  ['minutes', /\bnotulen\b/],
  ['invitation', /\b(?:undangan|und)\b/],
  ['screenshot', /\b(?:screenshot|ss)\b|\bwebsite\b|\bapli[ck]asi\b|\bwa gr(?:up|oup)\b|\bsms center\b/],
  ['photo', /\b(?:foto|dokumentasi|ruang|kotak|img|dsc)\b/],
  ['publicity', /\b(?:spanduk|banner|poster|leaflet|brosur|baliho|x ?banner)\b/],
  ['recording', /\b(?:video|rekaman)\b/],
  ['decree', /\bsk\b|^tim\b/],
  ['sop', /\b(?:sop|prosedur)\b/],
  ['report', /\b(?:laporan|lap|lakip|lkjip|rekapitulasi|rekap|evaluasi|analis[ai]s?|ikm|monev)\b/],
  ['letter', /\b(?:nota dinas|nodin|surat)\b/],
  ['guideline', /\b(?:pedoman|juklak|juknis|petunjuk|kebijakan|panduan)\b/],
  [
    'planning',
    /\b(?:renstra|rkt|rkakl|iku|penetapan kinerja|rencana|perencanaan|anjab|abk|skp|spp|standar pelayanan)\b/,
  ],
  ['pledge', /\b(?:pakta integritas|maklumat)\b/],
  ['form', /\b(?:formulir|form|lembar|matri[kc]s|checklist|kuesioner)\b/],
]

/**
 * The kinds that a slot's wording asks for or a file's name claims, the most telling first; empty where the words
 * name none, which fits everything.
 */
export function kindsNamed(text: string): EvidenceKind[] {
  const folded = foldPhrases(text)
  return signs
    .map(([kind, sign]) => ({ kind, at: folded.search(sign) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind)
}

/** Kinds that stand for one another: a screenshot is a picture, and a poster is proven by its picture. */
const alike: Readonly<Partial<Record<EvidenceKind, readonly EvidenceKind[]>>> = {
  photo: ['screenshot', 'recording', 'publicity'],
  screenshot: ['photo', 'recording'],
  publicity: ['photo', 'screenshot'],
  recording: ['photo'],
  report: ['form'],
  form: ['report'],
  guideline: ['sop'],
  sop: ['guideline'],
}

/** Whether evidence of this kind can prove what was asked. `asked` empty, and evidence of no named kind, always fit. */
export function kindFits(kind: EvidenceKind, asked: readonly EvidenceKind[]): boolean {
  if (asked.length === 0 || kind === 'other') return true
  return asked.some(each => each === kind || alike[each]?.includes(kind))
}
