import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const program = process.env.SOFFICE || 'soffice'

export const hasLibreOffice = spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/** Makes LibreOffice calculate every formula anew, whatever results the file remembers. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Workbooks as LibreOffice saves them after calculating, by their names; a profile of its own, removed after. */
export function savedByLibreOffice(books: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'zona-soffice-'))
  try {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate)
    const paths = [...books].map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    })
    const out = join(folder, 'out')
    const run = spawnSync(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile)}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        ...paths,
      ],
      { encoding: 'utf8' },
    )
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`)
    return new Map([...books.keys()].map(name => [name, new Uint8Array(readFileSync(join(out, name)))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
