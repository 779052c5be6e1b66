// Sends chosen files at once and in parts, beside a form that would send them with itself. What does the sending
// is loaded when there is something to send. Without this the form does the same in one go.
import type { Sender } from './upload/sender.ts'
import { fill, type Words } from './upload/words.ts'

const scaleKey = 'zona-scale-photos'

class Upload extends HTMLElement {
  private sender: Promise<Sender> | null = null
  private words: Words = {}
  private scale: HTMLInputElement | null = null

  connectedCallback() {
    const field = this.querySelector<HTMLInputElement>('input[type="file"]')
    if (!field || this.words.drop) return
    this.words = JSON.parse(this.dataset.words ?? '{}') as Words
    field.addEventListener('change', () => {
      this.send([...(field.files ?? [])])
      // They go on their own; the form must not send them once more.
      field.value = ''
    })
    this.append(this.choices())
    this.listenToDrops()
    document.addEventListener('paste', event => this.paste(event))
    // Files of a visit that was cut short go on where they were.
    if (localStorage.getItem(`zona-upload ${location.pathname}`))
      this.start().then(sender => sender.restore())
  }

  private choices(): HTMLElement {
    const box = document.createElement('div')
    box.className = 'upload-choices'
    const hint = document.createElement('p')
    hint.className = 'govuk-hint'
    const touched = matchMedia('(pointer: coarse)').matches
    hint.textContent = this.words[touched ? 'touch' : 'drop'] ?? ''
    box.append(hint)
    if (touched) box.append(...this.camera())
    const id = `${this.id || 'upload'}-scale`
    box.insertAdjacentHTML(
      'beforeend',
      `<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" id="${id}" aria-describedby="${id}-hint">
<label class="govuk-label govuk-checkboxes__label" for="${id}"></label>
<div class="govuk-hint govuk-checkboxes__hint" id="${id}-hint"></div></div></div>`,
    )
    this.scale = box.querySelector('input[type="checkbox"]')
    const label = box.querySelector('label')
    const scaleHint = box.querySelector(`[id="${id}-hint"]`)
    if (label) label.textContent = this.words.scale ?? ''
    if (scaleHint) scaleHint.textContent = this.words.scaleHint ?? ''
    if (this.scale) this.scale.checked = localStorage.getItem(scaleKey) === 'yes'
    this.scale?.addEventListener('change', () =>
      localStorage.setItem(scaleKey, this.scale?.checked ? 'yes' : 'no'),
    )
    return box
  }

  private camera(): HTMLElement[] {
    const camera = document.createElement('input')
    camera.type = 'file'
    camera.accept = 'image/*'
    camera.setAttribute('capture', 'environment')
    camera.hidden = true
    camera.addEventListener('change', () => {
      this.send([...(camera.files ?? [])])
      camera.value = ''
    })
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-quiet'
    button.textContent = this.words.camera ?? ''
    button.addEventListener('click', () => camera.click())
    return [button, camera]
  }

  private listenToDrops() {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    // A file dropped beside the field would otherwise take the place of the page.
    for (const kind of ['dragover', 'drop'] as const)
      document.addEventListener(kind, event => {
        if (holdsFiles(event)) event.preventDefault()
      })
    const mark = (over: boolean) => this.classList.toggle('is-dropping', over)
    this.addEventListener('dragover', event => mark(holdsFiles(event)))
    this.addEventListener('dragleave', () => mark(false))
    this.addEventListener('drop', event => {
      mark(false)
      this.send([...(event.dataTransfer?.files ?? [])])
    })
  }

  private paste(event: ClipboardEvent) {
    const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '')
    const files = [...(event.clipboardData?.files ?? [])].map((file, at) => {
      // Browsers call every pasted picture the same.
      if (file.name && !/^image\.\w+$/.test(file.name)) return file
      const ending = file.type.split('/')[1] ?? 'png'
      const name = `${this.words.pasted}-${stamp}${at > 0 ? `-${at + 1}` : ''}.${ending}`
      return new File([file], name, { type: file.type })
    })
    if (files.length === 0) return
    event.preventDefault()
    this.send(files)
  }

  private async send(files: readonly File[]) {
    if (files.length === 0) return
    const several = this.hasAttribute('data-several')
    const sender = await this.start()
    for (const file of several ? files : files.slice(-1)) sender.send(file, this.scale?.checked ?? false)
  }

  private start(): Promise<Sender> {
    this.sender ??= import('./upload/sender.ts').then(({ openSender }) =>
      openSender(this, {
        endpoint: this.dataset.endpoint ?? '',
        several: this.hasAttribute('data-several'),
        say: (word, values) => fill(this.words[word] ?? '', values),
      }),
    )
    return this.sender
  }
}

customElements.define('zona-upload', Upload)
