import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Options } from 'sass'

/** One file as the browser gets it; the name changes with the content, so it may be kept for ever. */
export type Asset = {
  /** Its name under the asset folder, for instance `zona-1f2e3d4c5b.css`. */
  readonly file: string
  /** Where the server offers it. */
  readonly path: string
  readonly type: string
  readonly bytes: number
  readonly gzip: number
}

export type AssetManifest = {
  /** Hash of everything the files were made from. */
  readonly inputs: string
  readonly stylesheet: Asset
  readonly icon: Asset
  readonly islands: Readonly<Record<string, Asset>>
}

/** The address under which the server offers the folder. */
export const assetPath = '/assets'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')
const islandFolder = join(here, '../../islands')
const manifestName = 'manifest.json'
const squeeze = promisify(gzip)
const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 10)

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter(e => e.isFile())
    .map(e => join(e.parentPath, e.name))
    .sort()
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  const own = (await filesBelow(here)).filter(f => /\.(scss|svg)$/.test(f) || f.endsWith('build-assets.ts'))
  // An island brings rules, and words for what they find, from outside its folder.
  const sources = [islandFolder, join(root, 'src/core'), join(root, 'src/features/assessment/bundle')]
  const islands = (await Promise.all(sources.map(filesBelow))).flat().filter(f => !f.includes('.test'))
  for (const file of [...own, ...islands]) hash.update(file.slice(root.length)).update(await readFile(file))
  hash.update(await readFile(join(root, 'node_modules/govuk-frontend/package.json')))
  return hash.digest('hex')
}

async function compileStyles(): Promise<string> {
  const sass = await import('sass')
  const options: Options<'sync'> = {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  }
  const brands = (await filesBelow(join(here, 'brands'))).filter(f => f.endsWith('.scss'))
  return [join(here, 'zona.scss'), ...brands]
    .map(f => sass.compile(f, options).css.replace(/^\uFEFF/, ''))
    .join('\n')
}

/** The file name of a part that an island loads when it needs it; `name` is null there. */
type Bundle = { readonly name: string | null; readonly file: string; readonly code: string }
const partName = 'part'

async function bundleIslands(): Promise<Bundle[]> {
  const own = (await filesBelow(islandFolder)).filter(f => dirname(f) === islandFolder.replace(/\/$/, ''))
  const entries = own.filter(f => /\.ts$/.test(f) && !f.endsWith('.test.ts'))
  if (entries.length === 0) return []
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: entries,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    outdir: '/',
    // What an island imports on demand becomes a file beside it, which it asks for by that name.
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: `${partName}-[hash]`,
  })
  return result.outputFiles.map(f => {
    const name = basename(f.path).replace(/-[^-]+\.js$/, '')
    return { name: name === partName ? null : name, file: basename(f.path), code: f.text }
  })
}

/** Compiles the styles, the icon and the islands into `outDir`; does nothing where they are up to date. */
export async function buildAssets(outDir: string): Promise<AssetManifest> {
  const inputs = await hashInputs()
  const kept = await readManifest(outDir)
  if (kept?.inputs === inputs) return kept

  const [css, icon, islands] = await Promise.all([
    compileStyles(),
    readFile(join(here, 'zona.svg'), 'utf8'),
    bundleIslands(),
  ])
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })

  const put = (name: string, extension: string, type: string, content: string) =>
    putAs(`${name}-${hashOf(content)}.${extension}`, type, content)
  async function putAs(file: string, type: string, content: string): Promise<Asset> {
    const bytes = Buffer.from(content)
    const small = await squeeze(bytes, { level: 9 })
    await writeFile(join(outDir, file), bytes)
    await writeFile(join(outDir, `${file}.gz`), small)
    return { file, path: `${assetPath}/${file}`, type, bytes: bytes.length, gzip: small.length }
  }

  const manifest: AssetManifest = {
    inputs,
    stylesheet: await put('zona', 'css', 'text/css; charset=utf-8', css),
    icon: await put('zona', 'svg', 'image/svg+xml', icon),
    islands: Object.fromEntries(
      (
        await Promise.all(
          islands.map(async ({ name, file, code }): Promise<[string, Asset][]> => {
            const asset = await putAs(file, 'text/javascript; charset=utf-8', code)
            return name === null ? [] : [[name, asset]]
          }),
        )
      ).flat(),
    ),
  }
  // Written last: a build that broke off is built again.
  await writeFile(join(outDir, manifestName), JSON.stringify(manifest, null, 2))
  return manifest
}

async function readManifest(outDir: string): Promise<AssetManifest | null> {
  const text = await readFile(join(outDir, manifestName), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as AssetManifest)
}

/** The manifest of a built folder; throws where `buildAssets` has not run. */
export async function loadAssets(outDir: string): Promise<AssetManifest> {
  const manifest = await readManifest(outDir)
  if (!manifest) throw new Error(`No built assets in ${outDir}: run buildAssets first`)
  return manifest
}
