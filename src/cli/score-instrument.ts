import type { InstrumentMistake } from '../core/instrument/check-instrument.ts'
import type { Instrument } from '../core/instrument/instrument.ts'
import { readInstrument } from '../core/instrument/read-instrument.ts'
import type { ShapeMistake } from '../core/instrument/shape.ts'
import { err, ok, type Result } from '../core/shared/result.ts'

/** An instrument from the text of a file, or a line for everything that is wrong with it. */
export function instrumentFromText(text: string): Result<Instrument, readonly string[]> {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return err(['Berkas instrumen bukan JSON yang sah.'])
  }
  const found = readInstrument(file)
  return found.ok ? ok(found.value) : err(found.problem.map(describe))
}

function describe(mistake: ShapeMistake | InstrumentMistake): string {
  return `${mistake.path === '' ? 'berkas' : mistake.path}: ${reason(mistake)}`
}

function reason(mistake: ShapeMistake | InstrumentMistake): string {
  switch (mistake.kind) {
    case 'weights-do-not-sum':
      return `jumlah bobot ${mistake.sum}, seharusnya ${mistake.expected}.`
    case 'duplicate-code':
      return `kode ${mistake.code} dipakai lebih dari sekali.`
    case 'code-outside-its-parent':
      return `kode harus diawali ${mistake.expected}.`
    case 'unknown-reference':
      return `menunjuk ke ${mistake.to} yang tidak ada.`
    case 'weight-missing':
      return 'bobot belum diisi.'
    case 'weight-not-used':
      return 'bobot sendiri tidak dipakai dalam rata-rata.'
    case 'weight-zero':
      return 'bobot tidak boleh nol.'
    case 'nothing-inside':
      return 'kosong.'
    case 'area-in-two-roles':
      return 'area ini ada di pengungkit dan di hasil.'
    case 'criteria-do-not-match':
      return `kriteria harus menjelaskan pilihan ${mistake.options.join(', ')}.`
    case 'value-out-of-range':
      return `nilai ${mistake.value} di luar rentang.`
    case 'options-not-descending':
      return 'nilai pilihan harus menurun dari yang terbaik.'
    case 'operand-not-used':
      return `jumlah ${mistake.operand} tidak dipakai rumus.`
    case 'unreachable-threshold':
      return `ambang ${mistake.need} melebihi ${mistake.most}.`
    case 'missing':
      return 'tidak ada.'
    case 'not-known':
      return 'bukan bagian instrumen.'
    case 'not-text':
      return 'harus berupa teks.'
    case 'not-whole':
      return 'harus bilangan bulat, paling kecil nol.'
    case 'not-true-or-false':
      return 'harus true atau false.'
    case 'not-a-list':
      return 'harus berupa daftar.'
    case 'not-an-object':
      return 'harus berupa objek.'
    case 'not-a-decimal':
      return 'harus angka desimal sebagai teks, misalnya "22.5".'
    case 'not-a-date':
      return 'harus tanggal, misalnya "2021-12-31".'
    case 'not-one-of':
      return `harus salah satu dari ${(mistake.allowed ?? []).join(', ')}.`
  }
}
