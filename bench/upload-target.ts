// The servers that bench/evidence-upload.ts sends to, each in a process of its own so that its memory is its own:
// `zona` is the product with the example agency, `bare` the handler that it is compared with.
import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openDemo } from '../scripts/open-demo.ts'

const tell = (facts: object) => process.send?.(facts)

if (process.argv[2] === 'zona') {
  const demo = await openDemo(undefined, undefined, { ZONA_MAX_FILE_MB: '1200' })
  const cookie = await demo.signIn('nur.aini@contoh.go.id')
  tell({ address: demo.address, cookie, unit: demo.example.agency.slug })
  process.on('message', async () => {
    await demo.close()
    process.exit(0)
  })
} else {
  const folder = mkdtempSync(join(tmpdir(), 'zona-bare-'))
  const server = createServer(async (request, response) => {
    const hash = createHash('sha256')
    await pipeline(
      request,
      async function* (bytes: AsyncIterable<Buffer>) {
        for await (const some of bytes) {
          hash.update(some)
          yield some
        }
      },
      createWriteStream(join(folder, 'file')),
    )
    response.end(hash.digest('hex'))
  })
  server.listen(0, '127.0.0.1', () => {
    const at = server.address()
    tell({ address: `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`, cookie: '', unit: '' })
  })
  process.on('message', () => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
}
