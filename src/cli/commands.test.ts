import { describe, expect, test } from 'vitest'
import { adminCreate } from './admin-create.ts'
import { evidenceCommand } from './evidence.ts'
import { evidenceImportCommand } from './evidence-import.ts'
import { evidenceMatchCommand } from './evidence-match.ts'
import { keysCommand } from './keys.ts'
import { lkeReadCommand } from './lke-read.ts'
import { lkeWriteCommand } from './lke-write.ts'
import { migrateCommand } from './migrate.ts'
import { planReadCommand } from './plan-read.ts'
import { scheduleCommand } from './schedule.ts'
import { scoreCommand } from './score.ts'
import { serveCommand } from './serve.ts'
import { verifyCommand } from './verify.ts'

type Out = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }
type Command = (args: string[], out: Out) => Promise<number> | number

const streams = ({ stdout, stderr }: Out) => ({ stdout: { write: stdout }, stderr: { write: stderr } })

/** Every command, with the arguments that name it among those of one function. */
const commands: readonly (readonly [string, Command, readonly string[]])[] = [
  ['plan read', (args, out) => planReadCommand(args, streams(out)), []],
  ['schedule', scheduleCommand, []],
  ['score', scoreCommand, []],
  ['verify', verifyCommand, []],
  ['keys create', keysCommand, ['create']],
  ['keys show', keysCommand, ['show']],
  ['lke read', lkeReadCommand, []],
  ['lke write', lkeWriteCommand, []],
  ['serve', serveCommand, []],
  ['admin create', adminCreate, []],
  ['migrate', migrateCommand, []],
  ['evidence match', (args, out) => evidenceMatchCommand(args, streams(out)), []],
  ['evidence import', evidenceImportCommand, []],
  ['evidence verify', evidenceCommand, ['verify']],
  ['evidence sweep', evidenceCommand, ['sweep']],
]

async function run(command: Command, args: readonly string[]) {
  let [printed, complained] = ['', '']
  const code = await command([...args], {
    stdout: text => {
      printed += text
    },
    stderr: text => {
      complained += text
    },
  })
  return { code, printed, complained }
}

describe.each(commands)('zona %s', (name, command, named) => {
  test('explains itself with --help, and does nothing else', async () => {
    const { code, printed, complained } = await run(command, [...named, '--help'])
    expect([code, complained]).toEqual([0, ''])
    expect(printed).toContain(`zona ${name}`)
  })
  test('names an option that it does not know', async () => {
    const { code, printed, complained } = await run(command, [...named, '--nosuch'])
    expect([code, printed]).toEqual([2, ''])
    expect(complained).toContain('Pilihan --nosuch tidak dikenal.')
  })
})

test('an option without its value, and a value where none belongs, are named', async () => {
  const { complained } = await run(scheduleCommand, ['Mei', '--year'])
  expect(complained).toContain('Pilihan --year memerlukan nilai.')
  expect((await run(scoreCommand, ['a.json', '--json=1'])).complained).toContain(
    'Pilihan --json tidak memakai nilai.',
  )
})

test('what evidence import still needs is said by the option that is missing', async () => {
  const given = ['folder', '--unit', 'balai', '--year', '2026', '--as', 'siti@contoh.go.id']
  for (const [at, words] of [
    [1, '--unit'],
    [3, '--year'],
    [5, '--as'],
  ] as const) {
    const { code, complained } = await run(evidenceImportCommand, given.toSpliced(at, 2))
    expect(code).toBe(2)
    expect(complained).toContain(words)
  }
})
