// Saves a row of the self-assessment a moment after it was changed, and says so beside it.
// Without it the row's own button does the same.

type Answer = {
  readonly state: 'saved' | 'wrong' | 'conflict'
  readonly text?: string
  readonly texts?: readonly string[]
  readonly version?: number
  /** Markup of the row's parts that the answer changed. */
  readonly facts?: Readonly<Record<string, string>>
  readonly subItem?: string
  readonly subScore?: string
  readonly scoreLine?: string
}

const pause = 700
const retryPause = 5000

class Autosave extends HTMLElement {
  private readonly timers = new Map<Element, number>()
  private readonly running = new Set<Element>()

  connectedCallback() {
    this.addEventListener('input', event => this.later(event.target))
    this.addEventListener('change', event => this.later(event.target))
    // A row that waits is saved before the page goes.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') for (const row of this.timers.keys()) this.save(row)
    })
  }

  private later(target: EventTarget | null) {
    const row = target instanceof Element ? target.closest('[data-row]') : null
    if (row) this.wait(row, pause)
  }

  private wait(row: Element, ms: number) {
    window.clearTimeout(this.timers.get(row))
    this.timers.set(
      row,
      window.setTimeout(() => this.save(row), ms),
    )
  }

  private async save(row: Element) {
    window.clearTimeout(this.timers.get(row))
    this.timers.delete(row)
    // One at a time, so that a row never meets itself in an older version.
    if (this.running.has(row)) return this.wait(row, pause)
    const button = row.querySelector<HTMLButtonElement>('button[formaction]')
    const form = row.closest('form')
    if (!button || !form) return
    const code = row.getAttribute('data-row') ?? ''
    const all = new FormData(form)
    const sent = new URLSearchParams()
    for (const [name, value] of all)
      if (typeof value === 'string' && belongs(name, code)) sent.set(name, value)
    this.running.add(row)
    this.say(row, 'saving', this.dataset.saving ?? '')
    try {
      const response = await fetch(button.formAction, {
        method: 'POST',
        body: sent,
        headers: { accept: 'application/json' },
        keepalive: true,
      })
      this.show(row, (await response.json()) as Answer)
    } catch {
      this.say(row, 'failed', this.dataset.failed ?? '')
      this.wait(row, retryPause)
    } finally {
      this.running.delete(row)
    }
  }

  private show(row: Element, answer: Answer) {
    if (answer.state === 'conflict') return this.say(row, 'conflict', this.dataset.conflict ?? '')
    if (answer.state === 'wrong')
      return this.say(row, 'wrong', `${this.dataset.wrong ?? ''} ${(answer.texts ?? []).join('; ')}`)
    const version = row.querySelector<HTMLInputElement>('input[name^="v."]')
    if (version && answer.version !== undefined) version.value = String(answer.version)
    this.say(row, 'saved', answer.text ?? '')
    for (const [name, markup] of Object.entries(answer.facts ?? {})) {
      const fact = row.querySelector(`[data-fact="${name}"]`)
      if (fact) fact.innerHTML = markup
    }
    const score = this.querySelector(`[data-score="${answer.subItem}"]`)
    if (score && answer.subScore) score.textContent = answer.subScore
    const line = this.querySelector('[data-score-line]')
    if (line && answer.scoreLine) line.outerHTML = answer.scoreLine
  }

  private say(row: Element, state: string, text: string) {
    const place = row.querySelector<HTMLElement>('.save-state')
    if (!place) return
    place.dataset.state = state
    place.textContent = text
  }
}

/** `a.P.MP.1.a`, `a.R.MP.1.a.agents`, `e.P.MP.1.a` and `v.P.MP.1.a` are fields of one row. */
const belongs = (name: string, code: string): boolean => {
  const rest = name.slice(2)
  return /^[aev]\./.test(name) && (rest === code || rest.startsWith(`${code}.`))
}

customElements.define('zona-autosave', Autosave)
