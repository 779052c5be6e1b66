// Writes examples/bukti/apel-november.mp4: four seconds drawn on a canvas, recorded by the Chromium of this machine.
// Chromium records in fragments, which no camera does; ffmpeg, which must be installed, writes them as one film.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../e2e/browser.ts'

const draw = `(async () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
  const pen = canvas.getContext('2d')
  const recorder = new MediaRecorder(canvas.captureStream(12), {
    mimeType: 'video/mp4;codecs=avc1.42E01E',
    videoBitsPerSecond: 150000,
  })
  const parts = []
  recorder.ondataavailable = event => parts.push(event.data)
  const ended = new Promise(done => { recorder.onstop = done })
  const begin = performance.now()
  recorder.start()
  for (let seconds = 0; seconds < 4; seconds = (performance.now() - begin) / 1000) {
    pen.fillStyle = '#cfe3ee'; pen.fillRect(0, 0, 320, 110)
    pen.fillStyle = '#d9d2c3'; pen.fillRect(0, 110, 320, 70)
    pen.fillStyle = '#f4f1ea'; pen.fillRect(30, 50, 260, 60)
    pen.fillStyle = '#7a4b2a'; pen.fillRect(20, 42, 280, 10)
    pen.fillStyle = '#555555'; pen.fillRect(158, 10, 3, 110)
    const raised = 70 - seconds * 15
    pen.fillStyle = '#c8102e'; pen.fillRect(161, raised, 34, 11)
    pen.fillStyle = '#ffffff'; pen.fillRect(161, raised + 11, 34, 11)
    pen.fillStyle = '#3d5a4c'
    for (let at = 0; at < 9; at += 1) {
      pen.beginPath(); pen.arc(50 + at * 27, 138, 7, 0, 7); pen.fill()
      pen.fillRect(42 + at * 27, 146, 16, 28)
    }
    pen.fillStyle = '#1b1b1b'; pen.font = '12px sans-serif'
    pen.fillText('Apel pagi, 2 November 2026 (rekaan)', 8, 16)
    await new Promise(done => setTimeout(done, 80))
  }
  recorder.stop()
  await ended
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
})()`

const target = fileURLToPath(new URL('../examples/bukti/apel-november.mp4', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zona-film-'))
const recorded = join(folder, 'fragments.mp4')
const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact']
const browser = await openBrowser()
try {
  const page = await browser.newPage()
  const film = Buffer.from(await page.evaluate<string>(draw), 'base64')
  writeFileSync(recorded, film)
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', recorded, ...plain, '-c', 'copy', target])
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
