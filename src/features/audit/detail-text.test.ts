import { expect, test } from 'vitest'
import { detailText, wholeDetailText } from './detail-text.ts'

const id = '0b6f7c52-1111-4222-8333-444455556666'
const reader = { zone: 'Asia/Makassar', titles: new Map<string, string>() } as const
const inId = (detail: Record<string, unknown>) => detailText(detail, { ...reader, locale: 'id' })
const inEn = (detail: Record<string, unknown>) => detailText(detail, { ...reader, locale: 'en' })

test('the details of an entry are in the reader’s words, with dates and roles as people write them', () => {
  const detail = {
    role: 'team-leader',
    areas: ['MP', 'TT'],
    validFrom: '2026-03-01',
    validTo: null,
    active: true,
  }
  expect(inId(detail)).toBe('peran: Ketua Tim ZI · area: MP, TT · mulai: 1 Mar 2026 · aktif: ya')
  expect(inEn(detail)).toBe('role: ZI team leader · areas: MP, TT · from: 1 Mar 2026 · active: yes')
})

test('ids are cut, long lists are counted, and what is empty is left out', () => {
  const counts = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`k${n}`, n]))
  expect(inId({ employeeId: id, added: [id, id], counts, note: '' })).toBe(
    'pegawai: 0b6f7c52… · ditambah: 2 · jumlah: 7',
  )
  expect(inEn({ counts: { areas: 6, title: '' } })).toBe('counts: areas 6')
})

test('an id that has a name is that name', () => {
  const titles = new Map([[id, 'Sari Wulandari']])
  const named = { ...reader, locale: 'id', titles } as const
  expect(detailText({ from: null, to: id }, named)).toBe('menjadi: Sari Wulandari')
  expect(detailText({ people: [{ actionId: id, personId: id }] }, named)).toBe('penanggung jawab: 1')
  expect(detailText({ added: [id] }, named)).toBe('ditambah: Sari Wulandari')
})

test('states, kinds and causes are called as they are elsewhere', () => {
  expect(inId({ was: 'waived', doneOn: '2026-03-01' })).toBe('semula: ditiadakan · selesai pada: 1 Mar 2026')
  expect(inEn({ why: 'infected', path: 'a/b.pdf' })).toBe('cause: infected · file: a/b.pdf')
  expect(inId({ method: 'backup-code' })).toBe('cara: kode cadangan')
  expect(inId({ changed: { kind: { was: 'photo', now: 'minutes' } } })).toBe(
    'diubah: jenis semula Foto, menjadi Notulen',
  )
  expect(inId({ action: 'plan-read', subject: 'plan' })).toBe(
    'tindakan: Membaca dokumen rencana · mengenai: Rencana',
  )
  expect(inId({ changed: [{ id, fields: ['position', 'unitId'] }] })).toBe('diubah: 1')
})

test('moments, sizes, weekdays and zones are as people write them', () => {
  expect(inId({ until: '2026-11-24T01:00:00.000Z' })).toBe('sampai: 24 November 2026 pukul 09.00 WITA')
  expect(inId({ size: 2_500_000, zone: 'Asia/Jayapura' })).toBe('ukuran: 2,5 MB · zona waktu: WIT')
  expect(inEn({ lateWeekday: 5, daysBefore: [7, 1], year: 2026 })).toBe(
    'day of late reminders: Friday · days before the due date: 7, 1 · year: 2026',
  )
})

test('a word that somebody typed stays as it was typed', () => {
  expect(inId({ note: 'waived', reason: 'head', title: 'photo' })).toBe(
    'catatan: waived · alasan: head · judul: photo',
  )
})

test('the page cuts a long entry, the export has it whole', () => {
  const detail = { reason: 'a'.repeat(400) }
  expect(inId(detail)).toHaveLength(300)
  expect(wholeDetailText(detail, { ...reader, locale: 'id' })).toHaveLength('alasan: '.length + 400)
})
