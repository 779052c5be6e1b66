import { readFile, stat } from 'node:fs/promises'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The options of a command line, with positionals; null for one that the command does not know. */
export function readArguments<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (problem) {
    if (problem instanceof TypeError) return null
    throw problem
  }
}

/** An answers or instrument file has thousands of bytes; one of millions is something else. */
const textLimit = 5_000_000

/** The text of a small file; null where there is no such file, or it is too large to be one. */
export async function readSmallText(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true || found.size > textLimit) return null
  return readFile(path, 'utf8').catch(() => null)
}
