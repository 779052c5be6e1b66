import { DetailedError, Upload } from 'tus-js-client'
import { forgetFile, forgetPage, type Kept, keepFile, keptFiles } from './kept-files.ts'
import { scalePhoto } from './scale-photo.ts'
import { type Say, uploadRow } from './upload-row.ts'
import { bytesInWords } from './words.ts'

export type Sender = {
  readonly send: (file: File, scaled: boolean) => void
  /** Goes on with what the browser kept of a visit before. */
  readonly restore: () => Promise<void>
}

/** Small enough that a bad connection gets through, and that what a killed server loses is little. */
const partBytes = 8 * 1024 * 1024
const pauses = [1, 2, 5, 10, 20].map(seconds => seconds * 1000)

type Sending = { readonly received: () => boolean; readonly stop: () => void }

/** Sends files in parts and gives the form what the server calls them. */
export function openSender(
  place: HTMLElement,
  options: { readonly endpoint: string; readonly several: boolean; readonly say: Say },
): Sender {
  const { say } = options
  const form = place.closest('form')
  const under = new Map<string, Sending>()
  const list = document.createElement('ul')
  list.className = 'upload-list'
  list.setAttribute('aria-label', say('list'))
  const spoken = document.createElement('p')
  spoken.className = 'govuk-visually-hidden'
  spoken.setAttribute('role', 'status')
  place.append(list, spoken)
  const announce = (name: string, text: string) => {
    spoken.textContent = `${name}: ${text}`
  }

  // A form sent too early waits for its files.
  let sent = 0
  let waiting: HTMLElement | null | undefined
  form?.addEventListener('submit', event => {
    const busy = [...under.values()].some(one => !one.received())
    if (!busy) {
      void forgetPage()
      return
    }
    event.preventDefault()
    waiting = event.submitter
    spoken.classList.remove('govuk-visually-hidden')
    spoken.textContent = say('pending')
  })
  const settled = () => {
    if (waiting === undefined || [...under.values()].some(one => !one.received())) return
    const submitter = waiting
    waiting = undefined
    form?.requestSubmit(submitter instanceof HTMLButtonElement ? submitter : null)
  }

  function begin(kept: Kept) {
    const { id, file } = kept
    const { name, size } = file
    if (!options.several) for (const one of under.values()) one.stop()
    let state: 'working' | 'paused' | 'waiting' | 'received' | 'failed' = 'working'
    let tries = 0
    let done = 0
    let told = 0
    let timer = 0
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'upload'
    const values = () => ({ done: bytesInWords(done), size: bytesInWords(size) })
    const show = (next: typeof state, text: string, aloud = true) => {
      state = next
      row.show(next, text)
      if (aloud) announce(name, text)
    }
    const resume = () => {
      window.clearTimeout(timer)
      if (state === 'received' || state === 'failed') return
      show('working', say('sending', values()), false)
      upload.start()
    }
    const row = uploadRow(name, say, {
      pause: () => {
        void upload.abort()
        window.clearTimeout(timer)
        show('paused', say('paused', values()))
      },
      resume,
      remove: () => stop(true),
    })
    const online = () => {
      if (state === 'waiting') resume()
    }
    const stop = (byHand = false) => {
      window.clearTimeout(timer)
      window.removeEventListener('online', online)
      // Best effort: what the server keeps of it expires by itself.
      upload.abort(state !== 'received' && upload.url !== null).catch(() => undefined)
      under.delete(id)
      row.row.remove()
      void forgetFile(id)
      if (byHand) place.querySelector<HTMLInputElement>('input[type="file"]')?.focus()
      settled()
    }
    const goOnLater = () => {
      show('waiting', say('waiting', values()), state !== 'waiting')
      timer = window.setTimeout(resume, pauses[Math.min(tries++, pauses.length - 1)])
    }
    const fail = (text: string) => {
      show('failed', text)
      under.delete(id)
      void forgetFile(id)
      settled()
    }
    const upload = new Upload(file, {
      endpoint: options.endpoint,
      uploadUrl: kept.url,
      metadata: { filename: name },
      chunkSize: partBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => void keepFile({ ...kept, url: upload.url }),
      onProgress: sent => {
        done = sent
        tries = 0
        row.progress(sent, size)
        if (state !== 'working') return
        const quarter = Math.floor((sent / size) * 4)
        const text = sent < size ? say('sending', values()) : say('checking')
        show('working', text, quarter > told)
        told = Math.max(told, quarter)
      },
      onSuccess: () => {
        field.value = upload.url?.split('/').at(-1) ?? ''
        row.row.append(field)
        const was = kept.was === null ? '' : bytesInWords(kept.was)
        show('received', say(kept.was === null ? 'received' : 'scaled', { size: bytesInWords(size), was }))
        settled()
      },
      onError: error => {
        const answer = error instanceof DetailedError ? error.originalResponse : null
        if (!answer || answer.getStatus() === 409) return goOnLater()
        const plain = answer.getHeader('content-type')?.startsWith('text/plain')
        const text = plain ? answer.getBody() : ''
        // Without room or scanner the server keeps what it has; a person may try again.
        if (answer.getStatus() >= 500 && text) return show('paused', text)
        fail(text || `${name}: ${say('failed')}`)
      },
    })
    under.set(id, { received: () => state === 'received', stop: () => stop() })
    list.append(row.row)
    row.progress(0, size)
    show('working', say('sending', values()), false)
    window.addEventListener('online', online)
    upload.start()
  }

  return {
    send: async (file, scaled) => {
      const small = scaled ? await scalePhoto(file) : file
      const was = small === file ? null : file.size
      const kept = { id: `${Date.now()}-${sent++}`, page: location.pathname, file: small, url: null, was }
      await keepFile(kept)
      begin(kept)
    },
    restore: async () => {
      for (const kept of await keptFiles()) begin(kept)
    },
  }
}
