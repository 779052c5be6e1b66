import { expect, test } from 'vitest'
import { detailText } from './detail-text.ts'

test('the details of an entry are in the reader’s words, with dates and roles as people write them', () => {
  const detail = {
    role: 'team-leader',
    areas: ['MP', 'TT'],
    validFrom: '2026-03-01',
    validTo: null,
    active: true,
  }
  expect(detailText(detail, 'id')).toBe('peran: Ketua Tim ZI · area: MP, TT · mulai: 1 Mar 2026 · aktif: ya')
  expect(detailText(detail, 'en')).toBe(
    'role: ZI team leader · areas: MP, TT · from: 1 Mar 2026 · active: yes',
  )
})

test('ids are cut, long lists are counted, and what is empty is left out', () => {
  const id = '0b6f7c52-1111-4222-8333-444455556666'
  const counts = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`k${n}`, n]))
  expect(detailText({ employeeId: id, added: [id, id], counts, note: '' }, 'id')).toBe(
    'employeeId: 0b6f7c52… · ditambah: 2 · jumlah: 7',
  )
  expect(detailText({ counts: { areas: 6, title: '' } }, 'en')).toBe('counts: areas 6')
})
