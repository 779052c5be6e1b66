import { defineMessages, type Locale, translator } from '../../ui/messages.ts'

const tokenMessages = defineMessages({
  title: { id: 'Token API', en: 'API tokens' },
  note: {
    id: 'Program yang memegang token bertindak atas nama Anda, dengan hak yang tidak pernah melebihi hak Anda. Cabut token begitu tidak lagi dipakai.',
    en: 'A program that holds a token acts in your name, and never may more than you. Revoke a token once it is no longer used.',
  },
  docs: { id: 'Cara memakai API', en: 'How to use the API' },
  list: { id: 'Token yang berlaku', en: 'Tokens in force' },
  empty: { id: 'Belum ada token.', en: 'No tokens yet.' },
  name: { id: 'Nama', en: 'Name' },
  nameHint: {
    id: 'Untuk program apa, misalnya: dasbor provinsi',
    en: 'For which program, e.g. provincial dashboard',
  },
  nameMissing: { id: 'Tulis nama token', en: 'Enter the token’s name' },
  scope: { id: 'Boleh', en: 'May' },
  'scope.read': { id: 'Membaca saja', en: 'Read only' },
  'scope.write': { id: 'Membaca dan mengubah', en: 'Read and change' },
  days: { id: 'Masa berlaku', en: 'Lifetime' },
  lifetime: { id: (v: { n: number }) => `${v.n} hari`, en: (v: { n: number }) => `${v.n} days` },
  expires: { id: 'Berlaku sampai', en: 'Expires' },
  used: { id: 'Terakhir dipakai', en: 'Last used' },
  never: { id: 'Belum pernah', en: 'Never' },
  create: { id: 'Buat token', en: 'Create a token' },
  made: { id: 'Token sudah dibuat', en: 'The token is made' },
  once: {
    id: 'Salin sekarang ke tempat yang aman: token hanya ditampilkan sekali.',
    en: 'Copy it to a safe place now: it is shown only once.',
  },
  again: {
    id: 'Token itu sudah dibuat dan hanya ditampilkan sekali. Cabut yang lama bila tidak sempat disalin, lalu buat yang baru.',
    en: 'That token was already made and is shown only once. If you did not copy it, revoke it and make a new one.',
  },
  revoke: { id: 'Cabut', en: 'Revoke' },
  revokeOne: {
    id: (v: { name: string }) => `Cabut token ${v.name}`,
    en: (v: { name: string }) => `Revoke token ${v.name}`,
  },
  revoked: { id: 'Token sudah dicabut.', en: 'The token is revoked.' },
  gone: { id: 'Token itu sudah tidak berlaku.', en: 'That token was no longer in force.' },
})

export const tokenWords = (locale: Locale) => translator(tokenMessages, locale)
