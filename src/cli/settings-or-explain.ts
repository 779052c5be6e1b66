import { readSettings, type Settings } from '../settings.ts'

/** Where a command writes; each call is one line or more. */
export type Output = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }

/** The settings, or null after one line on standard error for each mistake. */
export function settingsOrExplain(out: Output): Settings | null {
  const read = readSettings(process.env)
  if (read.ok) return read.value
  for (const sentence of read.problem) out.stderr(`zona: ${sentence}`)
  return null
}
