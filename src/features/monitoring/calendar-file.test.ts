import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'
import type { Obligation } from './queries.ts'

const obligation: Obligation = {
  id: '0b8f6f0e-0000-4000-8000-000000000001',
  due: '2026-03-31',
  from: null,
  stored: 'waived',
  doneOn: null,
  note: 'Kegiatan dihapus',
  actionId: 'a',
  action: 'Rapat; tim, lengkap',
  indicatorId: 'i',
  indicator: 'Tim terbentuk',
  subComponent: 'Tim kerja',
  area: 'MP',
  personId: null,
  person: null,
  position: null,
  unitId: 'u',
  unitSlug: 'dpmptsp',
  unitName: 'DPMPTSP',
  unitShortName: 'DPMPTSP',
  zone: 'Asia/Jakarta',
  year: 2026,
  binding: true,
}

const about = { name: 'Zona', origin: 'https://zona.contoh.go.id', locale: 'id', now: new Date(0) } as const

test('an obligation is one whole day, whatever the zone of the server', () => {
  const zone = process.env.TZ
  try {
    for (const name of ['UTC', 'Asia/Jayapura', 'America/New_York']) {
      process.env.TZ = name
      const file = calendarFile([obligation], about)
      expect(file).toContain('DTSTART;VALUE=DATE:20260331')
      expect(file).toContain('DTEND;VALUE=DATE:20260401')
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('an obligation that was waived is cancelled in the calendar, and what people wrote is escaped', () => {
  const file = calendarFile([obligation], about)
  expect(file).toContain('STATUS:CANCELLED')
  expect(file).toContain('SUMMARY:Ditiadakan: Rapat\\; tim\\, lengkap')
})
