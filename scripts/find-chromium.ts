import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where a Chromium stands: the path in `CHROMIUM`, or the first one on the search path. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | null {
  if (environment.CHROMIUM) return environment.CHROMIUM
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
