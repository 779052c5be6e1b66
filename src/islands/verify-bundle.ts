import { bundleLimits, type Sha256 } from '../core/bundle/format.ts'
import { type GivenFile, verifyBundle } from '../core/bundle/verify-bundle.ts'
import { webChecks } from '../core/bundle/web-checks.ts'
import { describeUnreadable, reportOf } from '../features/assessment/bundle/report.ts'
import { reportMarkup, unreadableMarkup } from '../features/assessment/bundle/report-markup.ts'
import { asZone } from '../ui/format.ts'

// Checks a bundle in the browser with the same rules as the server, without sending it. Where the browser lacks
// WebCrypto or Ed25519, the form is sent as it would be without this island.

class VerifyBundle extends HTMLElement {
  async connectedCallback() {
    const form = this.querySelector('form')
    const field = this.querySelector<HTMLInputElement>('input[name="bundel"]')
    const evidence = this.querySelector<HTMLInputElement>('input[multiple]')
    const result = this.querySelector<HTMLElement>('[data-result]')
    if (!form || !field || !result || !(await hasEd25519())) return
    this.querySelector('[data-without]')?.setAttribute('hidden', '')
    for (const part of this.querySelectorAll('[data-with]')) part.removeAttribute('hidden')
    this.dataset.ready = ''
    form.addEventListener('submit', event => {
      event.preventDefault()
      this.check(field.files?.[0], [...(evidence?.files ?? [])], result)
    })
  }

  private async check(file: File | undefined, evidence: readonly File[], result: HTMLElement) {
    const locale = this.dataset.locale === 'en' ? 'en' : 'id'
    if (!file) return show(result, unreadableMarkup(this.dataset.noFile ?? ''))
    if (file.size > bundleLimits.file)
      return show(
        result,
        unreadableMarkup(describeUnreadable({ kind: 'file-too-large', limit: bundleLimits.file }, locale)),
      )
    result.textContent = this.dataset.checking ?? ''
    const trusted = (this.dataset.trusted ?? '').split(' ').filter(text => text !== '')
    const checks = webChecks(crypto.subtle)
    const files = await hashAll(evidence, checks.sha256)
    if (files === null) return show(result, unreadableMarkup(this.dataset.unreadable ?? ''))
    const verified = await verifyBundle(new Uint8Array(await file.arrayBuffer()), {
      ...checks,
      trusted: trusted.length > 0 ? trusted : null,
      files: files.length > 0 ? files : null,
    })
    show(
      result,
      verified.ok
        ? reportMarkup(reportOf(verified.value, locale, asZone(this.dataset.zone)))
        : unreadableMarkup(describeUnreadable(verified.problem, locale)),
    )
  }
}

/** One after another, so that no more than one file is in memory; null where one cannot be read. */
async function hashAll(files: readonly File[], sha256: Sha256): Promise<readonly GivenFile[] | null> {
  const hashed: GivenFile[] = []
  try {
    for (const file of files)
      hashed.push({ name: file.name, sha256: await sha256(new Uint8Array(await file.arrayBuffer())) })
    return hashed
  } catch {
    return null
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
