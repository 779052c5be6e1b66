import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AssetManifest, buildAssets, loadAssets } from './build-assets.ts'

let folder: string
let manifest: AssetManifest
let css: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zona-assets-'))
  manifest = await buildAssets(folder)
  css = await readFile(join(folder, manifest.stylesheet.file), 'utf8')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('The built assets', () => {
  test('keep the stylesheet below 20 KB over the wire', () => {
    expect(manifest.stylesheet.gzip).toBeLessThan(20_000)
  })

  test('are named by their content and lie beside their compressed form', async () => {
    expect(manifest.stylesheet.file).toMatch(/^zona-[0-9a-f]{10}\.css$/)
    expect(manifest.icon.file).toMatch(/^zona-[0-9a-f]{10}\.svg$/)
    expect(await readdir(folder)).toContain(`${manifest.stylesheet.file}.gz`)
  })

  test('are not made again while their inputs stay the same', async () => {
    expect(await buildAssets(folder)).toEqual(manifest)
    expect(await loadAssets(folder)).toEqual(manifest)
  })

  test('hold neither the crown nor the typeface of GOV.UK, and fetch nothing', () => {
    expect(css).not.toMatch(/GDS Transport|crown|@import|url\(["']?http/i)
  })

  test('must exist before they are loaded', async () => {
    await expect(loadAssets(join(folder, 'none'))).rejects.toThrow('run buildAssets first')
  })
})

/** Custom properties of the first block whose selector ends with `selector`, after `from`. */
function tokens(block: RegExp): Map<string, string> {
  const body = block.exec(css)?.[1] ?? ''
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6}|\w+)/g)].map(m => [m[1] ?? '', m[2] ?? '']))
}

const named: Record<string, string> = { white: '#ffffff', '#fff': '#ffffff' }
function luminance(colour: string): number {
  const hex = named[colour] ?? colour
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const states = ['done', 'due', 'late', 'wait']
/** Pairs that hold words: 4.5 (WCAG 1.4.3). */
const words: [string, string][] = [
  ...['paper', 'ground', 'sunk', 'brand-soft', 'wait-soft'].map((g): [string, string] => ['ink', g]),
  ...['paper', 'ground', 'sunk'].map((g): [string, string] => ['ink-2', g]),
  ...['paper', 'ground', 'sunk'].map((g): [string, string] => ['link', g]),
  ...['paper', 'ground', 'brand-soft'].map((g): [string, string] => ['brand', g]),
  ['brand-hover', 'paper'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-bar', 'bar'],
  ['focus-ink', 'focus'],
  ...states.flatMap((s): [string, string][] => [
    [s, `${s}-soft`],
    [s, 'paper'],
    [s, 'ground'],
    ['ink', `${s}-soft`],
  ]),
  ['on-fill', 'done-fill'],
  ['on-fill', 'late-fill'],
  ['focus-ink', 'due-fill'],
]
/** Pairs that are borders of controls, marks and parts of charts: 3 (WCAG 1.4.11). */
const shapes: [string, string][] = [
  ...['paper', 'ground'].map((g): [string, string] => ['control', g]),
  ...states.map((s): [string, string] => [`${s}-fill`, 'paper']),
  ['on-fill', 'due-fill'],
]

describe('The colours', () => {
  const light = () => tokens(/:root\{([^}]*--ink:[^}]*)\}/)
  const dark = () =>
    new Map([...light(), ...tokens(/:root:not\(\[data-theme=light\]\)\{([^}]*--ink:[^}]*)\}/)])
  const brand = () => new Map([...light(), ...tokens(/:root\[data-brand=biru\]\{([^}]*)\}/)])
  const darkBrand = () =>
    new Map([...dark(), ...tokens(/:root\[data-brand=biru\]:not\(\[data-theme=light\]\)\{([^}]*)\}/)])

  test.each([
    ['light theme', light],
    ['dark theme', dark],
    ['example brand', brand],
    ['example brand in the dark', darkBrand],
  ] as const)('of the %s reach the contrast of WCAG 2.2 AA', (_name, read) => {
    const theme = read()
    const below = (pairs: [string, string][], least: number) =>
      pairs
        .map(([a, b]) => `${a} on ${b}: ${contrast(theme.get(a) ?? '', theme.get(b) ?? '').toFixed(2)}`)
        .filter(line => !(Number(line.split(': ')[1]) >= least))
    expect(theme.size).toBeGreaterThan(30)
    expect(below(words, 4.5)).toEqual([])
    expect(below(shapes, 3)).toEqual([])
  })

  test('of the dark theme and of the brand really differ from the light ones', () => {
    expect(dark().get('ink')).not.toBe(light().get('ink'))
    expect(brand().get('brand')).not.toBe(light().get('brand'))
    expect(darkBrand().get('brand')).not.toBe(dark().get('brand'))
  })
})
