import type { Archive } from './archive.ts'
import { attribute, readXml } from './xml.ts'

interface Level {
  start: number
  format: string
  text: string
}

/** Automatic numbers and bullets: Word keeps them outside the text, a reader must write them out. */
export interface Numbering {
  /** The marker of the next paragraph in list `id` at `level`; null when there is none to show. */
  next(id: string, level: number): string | null
  /** The list a paragraph style brings along. */
  ofStyle(style: string): { readonly id: string; readonly level: number } | null
}

export async function readNumbering(archive: Archive, file: string, limit: number): Promise<Numbering> {
  const { abstractOf, levels } = await readLists(archive, file, limit)
  const styles = await readStyleLists(archive, file, limit)
  const counters = new Map<string, number[]>()

  return {
    ofStyle: style => styles.get(style) ?? null,
    next(id, level) {
      const list = levels.get(abstractOf.get(id) ?? '')
      const shape = list?.[level]
      if (!list || !shape || shape.format === 'none') return null
      if (shape.format === 'bullet') return '•'
      const counts = counters.get(id) ?? []
      counts[level] = (counts[level] ?? shape.start - 1) + 1
      counts.length = level + 1
      counters.set(id, counts)
      return shape.text.replace(/%(\d)/g, (_, n: string) => {
        const at = Number(n) - 1
        return spell(counts[at] ?? list[at]?.start ?? 1, list[at]?.format ?? 'decimal')
      })
    },
  }
}

async function readLists(archive: Archive, file: string, limit: number) {
  const abstractOf = new Map<string, string>()
  const levels = new Map<string, Level[]>()
  const part = 'word/numbering.xml'
  if (!archive.has(part)) return { abstractOf, levels }
  let list: Level[] | null = null
  let level: Level | null = null
  let num = ''
  await readXml(archive, file, part, limit, {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'abstractNum') {
        list = []
        levels.set(attribute(attributes, 'abstractNumId') ?? '', list)
      } else if (name === 'lvl' && list) {
        level = { start: 1, format: 'decimal', text: '' }
        list[Number(attribute(attributes, 'ilvl') ?? 0)] = level
      } else if (name === 'start' && level) level.start = Number(value)
      else if (name === 'numFmt' && level) level.format = value
      else if (name === 'lvlText' && level) level.text = value
      else if (name === 'num') num = attribute(attributes, 'numId') ?? ''
      else if (name === 'abstractNumId') abstractOf.set(num, value)
    },
    close(name) {
      if (name === 'abstractNum') list = null
      if (name === 'lvl') level = null
    },
  })
  return { abstractOf, levels }
}

async function readStyleLists(archive: Archive, file: string, limit: number) {
  const styles = new Map<string, { id: string; level: number }>()
  const part = 'word/styles.xml'
  if (!archive.has(part)) return styles
  let style = ''
  let level = 0
  await readXml(archive, file, part, limit, {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'style') [style, level] = [attribute(attributes, 'styleId') ?? '', 0]
      else if (name === 'ilvl') level = Number(value)
      else if (name === 'numId' && style !== '') styles.set(style, { id: value, level })
    },
    close(name) {
      if (name === 'style') style = ''
    },
  })
  return styles
}

function spell(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'upperLetter') return String.fromCharCode(65 + ((value - 1) % 26))
  if (format === 'lowerLetter') return String.fromCharCode(97 + ((value - 1) % 26))
  return String(value)
}

/** Roman numeral of a number from 1 to 3999. */
export function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [worth, sign] of signs) for (; rest >= worth; rest -= worth) text += sign
  return text
}
