export type CleanName = { readonly name: string; readonly extension: string; readonly changed: boolean }

/** Characters, the extension among them. */
export const longestName = 150

// Control characters, and marks that turn or hide text so that "exe.pdf" reads otherwise.
const unseen =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** A file's name without folders, control characters and signs that some system cannot keep; never empty. */
export function cleanName(given: string): CleanName {
  const last =
    given
      .split(/[/\\]/)
      .filter(part => part.trim() !== '')
      .at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && /^[a-z0-9]{1,8}$/i.test(plain.slice(dot + 1)) ? plain.slice(dot + 1) : ''
  const stem = extension ? plain.slice(0, dot) : plain
  const room = longestName - (extension ? extension.length + 1 : 0)
  const short = [...stem].slice(0, room).join('').trimEnd() || 'berkas'
  const name = extension ? `${short}.${extension}` : short
  return { name, extension: extension.toLowerCase(), changed: name !== given.normalize('NFC') }
}
