import { defineMessages } from '../ui/messages.ts'

const usage = 'zona schedule "Mei 2019, Okt 2019" --year 2019'

export const scheduleWords = defineMessages({
  text: { id: 'Teks', en: 'Text' },
  kind: { id: 'Jenis', en: 'Kind' },
  rule: { id: 'Aturan', en: 'Rule' },
  window: { id: 'Masa', en: 'Window' },
  due: { id: 'Jatuh tempo', en: 'Due' },
  confirm: { id: 'Periksa', en: 'Check' },
  assumed: { id: 'Anggapan', en: 'Assumed' },
  none: { id: 'belum ada tanggal', en: 'no date yet' },
  ambiguous: {
    id: 'bacaan ini dapat berbeda; pastikan oleh yang berwenang',
    en: 'this can be read in another way; have it confirmed',
  },
  help: {
    id: 'zona schedule TEKS --year TAHUN [--start YYYY-MM-DD] [--json] [--lang id|en]',
    en: 'zona schedule TEXT --year YEAR [--start YYYY-MM-DD] [--json] [--lang id|en]',
  },
  'no-text': {
    id: `Teks jadwal belum diberikan; tulis misalnya: ${usage}`,
    en: `No schedule text was given; write for instance: ${usage}`,
  },
  'no-year': {
    id: `Tahun rencana belum diberikan; tambahkan --year, misalnya: ${usage}`,
    en: `No plan year was given; add --year, for instance: ${usage}`,
  },
  'bad-year': {
    id: 'Nilai --year bukan tahun; pakai empat angka antara 1900 dan 2199, misalnya --year 2019.',
    en: 'The value of --year is not a year; use four digits between 1900 and 2199, for instance --year 2019.',
  },
  'bad-start': {
    id: 'Nilai --start bukan tanggal; pakai bentuk tahun-bulan-hari, misalnya --start 2019-01-01.',
    en: 'The value of --start is not a date; use year-month-day, for instance --start 2019-01-01.',
  },
  'bad-language': {
    id: 'Bahasa pada --lang tidak dikenal; pakai id atau en.',
    en: 'The language of --lang is unknown; use id or en.',
  },
  form: {
    id: `Bentuk yang benar: ${usage} [--start 2019-01-01] [--json]`,
    en: `The right form is: ${usage} [--start 2019-01-01] [--json]`,
  },
})
