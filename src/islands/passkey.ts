/** Bytes travel as base64url text; older browsers cannot turn them themselves. */
const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))
const textOf = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

type Listed = { id: string; type: 'public-key' }
const listed = (keys: Listed[] = []) => keys.map(key => ({ ...key, id: bytesOf(key.id) }))

async function askDevice(kind: string, address: string): Promise<string> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const options = await answer.json()
  const challenge = bytesOf(options.challenge)
  if (kind === 'create') {
    const user = { ...options.user, id: bytesOf(options.user.id) }
    const excludeCredentials = listed(options.excludeCredentials)
    const made = await navigator.credentials.create({
      publicKey: { ...options, challenge, user, excludeCredentials },
    })
    if (!(made instanceof PublicKeyCredential)) throw new Error('none')
    const response = made.response as AuthenticatorAttestationResponse
    return tell(made, {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    })
  }
  const allowCredentials = listed(options.allowCredentials)
  const found = await navigator.credentials.get({ publicKey: { ...options, challenge, allowCredentials } })
  if (!(found instanceof PublicKeyCredential)) throw new Error('none')
  const response = found.response as AuthenticatorAssertionResponse
  return tell(found, {
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : undefined,
  })
}

const tell = (key: PublicKeyCredential, response: object) =>
  JSON.stringify({
    id: key.id,
    rawId: textOf(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response,
  })

/** Shows its form where the browser knows passkeys, and asks the device before the form is sent. */
class ZonaPasskey extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const field = this.querySelector<HTMLInputElement>('input[name="passkey"]')
    const failed = this.querySelector<HTMLElement>('[data-failed]')
    if (!form || !field || !window.PublicKeyCredential) return
    this.querySelector('[data-without]')?.remove()
    this.querySelector('[data-with]')?.removeAttribute('hidden')
    form.addEventListener('submit', async event => {
      event.preventDefault()
      failed?.setAttribute('hidden', '')
      try {
        field.value = await askDevice(this.getAttribute('kind') ?? '', this.getAttribute('options') ?? '')
        form.submit()
      } catch {
        failed?.removeAttribute('hidden')
      }
    })
  }
}

customElements.define('zona-passkey', ZonaPasskey)
