const softHyphen = '\u00AD'
const breakHere = '\u200B'

/**
 * Marks where a word may be divided at a line end, by the spelling rule that a syllable takes one
 * consonant before its vowel (ng, ny, sy and kh count as one). Only words of seven letters or more in
 * plain Latin letters; three letters stay before the break and four after it. Typst knows no
 * Indonesian patterns, and long words otherwise tear holes in narrow columns. A capital may begin a
 * person's name, which is not divided; only what no column holds whole is.
 */
export const hyphenate = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}./@_])(?:[a-z]|\p{L}(?=[a-z]{13}))[a-z]{6,}(?![\p{L}\p{N}@_/]|\.\p{L})/gu,
    divide,
  )

function divide(word: string): string {
  const lower = word.toLowerCase()
  if (!/^[a-z]+$/.test(lower)) return word
  const groups = [...lower.matchAll(/[aeiou]|ng|ny|sy|kh|[^aeiou]/g)]
  const vowels = groups.flatMap((group, index) => (/[aeiou]/.test(group[0]) ? [index] : []))
  let divided = word.slice(0, 0)
  let from = 0
  vowels.slice(1).forEach((vowel, at) => {
    const before = vowels[at] ?? 0
    const consonants = vowel - before - 1
    if (consonants === 0) return
    const cut = groups[consonants === 1 ? vowel - 1 : before + 2]?.index ?? 0
    const rest = lower.slice(cut)
    if (cut < 3 || rest.length < 4 || /^(ng|ny)an$/.test(rest)) return
    divided += word.slice(from, cut) + softHyphen
    from = cut
  })
  return divided + word.slice(from)
}

/** Lets an address or any run of signs longer than `longest` break without a hyphen. */
export const breakLong = (text: string, longest: number): string =>
  text.replace(/\S+/g, word => {
    if (word.length <= longest) return word
    const atSigns = word.replace(/([/._?&=@,;:-])(?=.)/g, `$1${breakHere}`)
    const unbroken = new RegExp(`[^${breakHere}\\s]{${longest}}(?=[^${breakHere}\\s])`, 'gu')
    return atSigns.replace(unbroken, `$&${breakHere}`)
  })
