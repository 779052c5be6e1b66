import type { Child } from 'hono/jsx'

/** `primary` once a page; `danger` for what cannot be undone; `link` looks like a link in a row. */
export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'link'

const classes = (kind: ButtonKind = 'primary', small?: boolean) => {
  const base = kind === 'link' ? 'btn-link' : kind === 'primary' ? 'btn' : `btn btn-${kind}`
  return small ? `${base} btn-small` : base
}

export type SubmitButtonProps = {
  readonly children: Child
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly name?: string
  readonly value?: string
  readonly formaction?: string
  /** Sends the form although its fields are not filled in ("Kembali", "Simpan draf"). */
  readonly skipValidation?: boolean
  readonly disabled?: boolean
  /** The full sentence, where the visible word alone repeats in a list. */
  readonly ariaLabel?: string
}

/**
 * Sends its form.
 * @example <SubmitButton>Simpan</SubmitButton> · <SubmitButton kind="danger" name="do" value="delete">Hapus</SubmitButton>
 */
export const SubmitButton = (p: SubmitButtonProps) => (
  <button
    type="submit"
    class={classes(p.kind, p.small)}
    name={p.name}
    value={p.value}
    formaction={p.formaction}
    formnovalidate={p.skipValidation}
    disabled={p.disabled}
    aria-label={p.ariaLabel}
  >
    {p.children}
  </button>
)

export type ButtonLinkProps = {
  readonly href: string
  readonly children: Child
  readonly kind?: ButtonKind
  readonly small?: boolean
  /** The name of the file to save as; `true` keeps the server's name. */
  readonly download?: string | true
  readonly ariaLabel?: string
}

/**
 * A link that looks like a button: it goes somewhere, it changes nothing.
 * @example <ButtonLink href="/plan/import">Impor dokumen</ButtonLink>
 */
export const ButtonLink = (p: ButtonLinkProps) => (
  <a
    class={classes(p.kind, p.small)}
    href={p.href}
    download={p.download === true ? '' : p.download}
    aria-label={p.ariaLabel}
  >
    {p.children}
  </a>
)

/** Buttons in one line, wrapping. @example <ButtonRow><SubmitButton>Simpan</SubmitButton><a href="/plan">Batal</a></ButtonRow> */
export const ButtonRow = (p: { children: Child }) => <div class="buttons">{p.children}</div>
