import { readFile, stat } from 'node:fs/promises'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { err, ok } from '../core/shared/result.ts'

/** The options of a command line, with positionals; a sentence for one that the command does not know. */
export function readArguments<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) {
  try {
    return ok(parseArgs({ args: [...args], allowPositionals: true, options }))
  } catch (problem) {
    if (problem instanceof TypeError) return err(describe(problem.message))
    throw problem
  }
}

/** Node names the option in English, as `'-y, --year <value>'`. */
function describe(message: string): string {
  const flag = (/'.*?(--[^\s'=]+)/.exec(message) ?? /'(-[^\s']+)/.exec(message))?.[1] ?? 'itu'
  if (message.startsWith('Unknown option')) return `Pilihan ${flag} tidak dikenal.`
  return message.includes('does not take')
    ? `Pilihan ${flag} tidak memakai nilai.`
    : `Pilihan ${flag} memerlukan nilai.`
}

/** The exit code of a command that takes nothing but `--help`, once it was asked for help or for anything else. */
export function helpOrRefusal(
  args: readonly string[],
  usage: string,
  out: { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void },
): number | null {
  const wanted = readArguments(args, { help: { type: 'boolean', short: 'h' } })
  if (!wanted.ok || wanted.value.positionals.length > 0) {
    out.stderr(
      `${wanted.ok ? 'Perintah ini tidak memakai apa pun di belakangnya.' : wanted.problem} ${usage}`,
    )
    return 2
  }
  if (!wanted.value.values.help) return null
  out.stdout(usage)
  return 0
}

/** An answers or instrument file has thousands of bytes; one of millions is something else. */
const textLimit = 5_000_000

/** The text of a small file, without the mark that some editors put before it; null where there is no such file, or it is too large to be one. */
export async function readSmallText(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true || found.size > textLimit) return null
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : text.replace(/^\ufeff/, '')
}
