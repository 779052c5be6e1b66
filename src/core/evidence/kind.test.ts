import { describe, expect, test } from 'vitest'
import { evidenceKinds, kindFits, kindsNamed } from './kind.ts'

describe('the kind that a slot asks for', () => {
  test.each([
    ['SK Tim Pembangunan ZI menuju WBK dan WBBM', 'decree'],
    ['Surat Keputusan tim pengaduan', 'decree'],
    ['SOP pemilihan Tim Kerja ZI', 'sop'],
    ['Prosedur pengaduan', 'sop'],
    ['Undangan rapat', 'invitation'],
    ['Daftar hadir rapat tinjauan', 'attendance'],
    ['Laporan absensi finger print pegawai', 'report'],
    ['Notulensi rapat', 'minutes'],
    ['Dokumen: notulen', 'minutes'],
    ['Laporan monitoring dan evaluasi pelaksanaan WBS', 'report'],
    ['LAKIP', 'report'],
    ['Foto poster', 'photo'],
    ['Dokumentasi upacara/apel', 'photo'],
    ['Screenshot dari website', 'screenshot'],
    ['Tangkapan layar aplikasi', 'screenshot'],
    ['Spanduk', 'publicity'],
    ['Formulir monev pemanfaatan IT yang telah diisi', 'form'],
    ['Nota Dinas Identifikasi Benturan Kepentingan', 'letter'],
    ['Pedoman penanganan benturan kepentingan', 'guideline'],
    ['Renstra', 'planning'],
    ['Dokumen pakta integritas', 'pledge'],
  ])('"%s" asks first for a %s', (text, kind) => {
    expect(kindsNamed(text)[0]).toBe(kind)
  })
  test.each(['Usulan', 'Bimtek', 'Dokumen terkait', ''])('"%s" names no kind', text => {
    expect(kindsNamed(text)).toEqual([])
  })
})

describe('whether a kind fits what was asked', () => {
  test('every kind fits itself, and everything fits where nothing was named', () => {
    for (const kind of evidenceKinds) {
      expect(kindFits(kind, [kind])).toBe(true)
      expect(kindFits(kind, [])).toBe(true)
    }
  })
  test('a photo does not prove a decree; a photo of a banner proves the banner', () => {
    expect(kindFits('photo', ['decree'])).toBe(false)
    expect(kindFits('photo', ['publicity'])).toBe(true)
  })
  test('an invitation does not stand for minutes', () => {
    expect(kindFits('invitation', kindsNamed('Notulen rapat'))).toBe(false)
  })
})
