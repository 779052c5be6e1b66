import type { Instrument } from '../core/instrument/instrument.ts'
import { type BadAnswer, shown } from '../core/score/answers.ts'
import type { NotScorable } from '../core/score/compile-instrument.ts'
import type { FileMistake, Part } from './score-answers.ts'

/** One line a mistake, beginning with the code that it is about. */
export function describeBadAnswer(bad: BadAnswer): string {
  const code = shown(bad.code)
  const operand = 'operand' in bad ? `${code}.${shown(bad.operand)}` : code
  switch (bad.kind) {
    case 'unknown-code':
      return `${code}: kode ini tidak ada dalam instrumen.`
    case 'unknown-option':
      return `${code}: pilihan "${bad.given}" tidak ada; pilih ${bad.allowed.join(', ')}.`
    case 'not-counts':
      return `${code}: isi jumlah untuk ${bad.operands.join(', ')}.`
    case 'operand-missing':
      return `${operand}: jumlah ini belum diisi.`
    case 'operand-unknown':
      return `${operand}: nama jumlah tidak dikenal; yang dipakai ${bad.allowed.join(', ')}.`
    case 'operand-not-a-number':
      return `${operand}: "${bad.given}" bukan angka.`
    case 'operand-negative':
      return `${operand}: ${bad.given} kurang dari nol.`
    case 'operand-not-whole':
      return `${operand}: ${bad.given} bukan bilangan bulat.`
    case 'operand-too-large':
      return `${operand}: ${bad.given} melebihi ${bad.most}.`
    case 'index-not-a-number':
      return `${code}: "${bad.given}" bukan angka desimal; tulis dengan titik, misalnya 3.6.`
    case 'index-too-fine':
      return `${code}: ${bad.given} melebihi ${bad.decimals} desimal.`
    case 'index-out-of-range':
      return `${code}: ${bad.given} di luar rentang ${bad.min} sampai ${bad.max}.`
    case 'setting-not-open':
      return `${code}: nilai untuk pembagi nol sudah ditetapkan instrumen dan tidak dapat diatur.`
  }
}

export function describeFileMistake(mistake: FileMistake): string {
  switch (mistake.kind) {
    case 'not-json':
      return mistake.at === null
        ? 'Berkas bukan JSON yang sah; mungkin terpotong.'
        : `Berkas bukan JSON yang sah; periksa baris ${mistake.at[0]}, huruf ke-${mistake.at[1]}.`
    case 'repeated':
      return describeRepeated(mistake.key)
    case 'not-an-answers-file':
      return mistake.field === ''
        ? 'Berkas bukan berkas jawaban: harus berisi objek dengan "instrument" dan "answers".'
        : `"${mistake.field}" tidak ada atau bentuknya salah.`
    case 'unknown-field':
      return `"${shown(mistake.field)}" bukan bagian berkas jawaban.`
    case 'wrong-entry':
      return `${mistake.part}.${shown(mistake.code)}: ${wanted[mistake.part]}`
  }
}

const wanted: Readonly<Record<Part, string>> = {
  conditions: 'harus true atau false.',
  effort: 'harus bilangan bulat 1 sampai 1000.',
  notes: 'harus berisi "explanation" (teks) dan "evidence" (daftar teks).',
}

export const describeRepeated = (key: string): string => `${shown(key)}: ditulis lebih dari sekali.`

export const describeUnknown = (path: string): string => `${shown(path)}: kode ini tidak ada dalam instrumen.`

export function describeNotScorable({ title }: Instrument, why: NotScorable): string {
  if (why.kind === 'too-fine') return `${title.id}: bobotnya terlalu halus untuk dihitung tepat.`
  return `${title.id} tidak dapat dinilai: bobot atau jenis jawaban belum ditetapkan sumber untuk ${why.codes.length} bagian (${why.codes.slice(0, 6).join(', ')}${why.codes.length > 6 ? ', …' : ''}).`
}
