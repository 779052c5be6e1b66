import { bundleLimits } from '../core/bundle/format.ts'
import { verifyBundle } from '../core/bundle/verify-bundle.ts'
import { webChecks } from '../core/bundle/web-checks.ts'
import { describeUnreadable, reportOf } from '../features/assessment/bundle/report.ts'
import { reportMarkup, unreadableMarkup } from '../features/assessment/bundle/report-markup.ts'

// Checks a bundle in the browser with the same rules as the server, without sending it. Where the browser lacks
// WebCrypto or Ed25519, the form is sent as it would be without this island.

class VerifyBundle extends HTMLElement {
  async connectedCallback() {
    const form = this.querySelector('form')
    const field = this.querySelector<HTMLInputElement>('input[type="file"]')
    const result = this.querySelector<HTMLElement>('[data-result]')
    if (!form || !field || !result || !(await hasEd25519())) return
    this.querySelector('[data-without]')?.setAttribute('hidden', '')
    this.querySelector('[data-with]')?.removeAttribute('hidden')
    this.dataset.ready = ''
    form.addEventListener('submit', event => {
      event.preventDefault()
      this.check(field.files?.[0], result)
    })
  }

  private async check(file: File | undefined, result: HTMLElement) {
    const locale = this.dataset.locale === 'en' ? 'en' : 'id'
    if (!file) return show(result, unreadableMarkup(this.dataset.noFile ?? ''))
    if (file.size > bundleLimits.file)
      return show(
        result,
        unreadableMarkup(describeUnreadable({ kind: 'file-too-large', limit: bundleLimits.file }, locale)),
      )
    result.textContent = this.dataset.checking ?? ''
    const trusted = (this.dataset.trusted ?? '').split(' ').filter(text => text !== '')
    const verified = await verifyBundle(new Uint8Array(await file.arrayBuffer()), {
      ...webChecks(crypto.subtle),
      trusted: trusted.length > 0 ? trusted : null,
      files: null,
    })
    show(
      result,
      verified.ok
        ? reportMarkup(reportOf(verified.value, locale))
        : unreadableMarkup(describeUnreadable(verified.problem, locale)),
    )
  }
}

function show(result: HTMLElement, markup: { toString(): string }) {
  result.innerHTML = String(markup)
  result.focus()
}

/** WebCrypto is there only on https and on this machine; Ed25519 only in newer browsers. */
async function hasEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
    return true
  } catch {
    return false
  }
}

customElements.define('zona-verify-bundle', VerifyBundle)
