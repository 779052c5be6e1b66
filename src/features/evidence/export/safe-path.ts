import { cleanName } from '../bring/clean-name.ts'

/** Characters; a whole path stays below the 260 that Windows opens. */
const longest = { folder: 45, file: 80 }

// No program of Windows opens files of these names, whatever their ending.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A folder's name out of any text, behind its number. */
export function folderName(number: string, text: string): string {
  const plain = cleanName(text.replace(/[/\\]+/g, '-')).name
  const words = [...plain].slice(0, longest.folder).join('')
  return `${number} ${words}`.replace(/[. ]+$/, '')
}

/** Gives each file a name of its own in its folder; capitals alone make no difference, as on Windows. */
export function uniqueNames() {
  const taken = new Set<string>()
  return (folder: string, fileName: string): string => {
    const { name } = cleanName(fileName)
    const dot = name.lastIndexOf('.')
    const ending = dot > 0 && name.length - dot <= 9 ? name.slice(dot) : ''
    const whole = ending === '' ? name : name.slice(0, dot)
    const room = longest.file - ending.length
    const stem = [...whole].slice(0, room).join('').trimEnd()
    const safe = reserved.test(`${stem}${ending}`) ? `_${stem}` : stem
    for (let copy = 1; ; copy += 1) {
      const path = `${folder}/${safe}${copy === 1 ? '' : ` (${copy})`}${ending}`
      const key = path.toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return path
    }
  }
}
