import { AlignmentType, type ILevelsOptions, type IStylesOptions, LevelFormat } from 'docx'
import type { Locale } from '../../ui/messages.ts'
import type { ListStyle } from './document.ts'

/** Twentieths of a point in a centimetre. */
export const cm = (centimetres: number): number => Math.round(centimetres * 567)

const face = 'Times New Roman'

/** Word's own styles in the look of an official document, so that a person edits styles and not letters. */
export const docxStyles = (locale: Locale): IStylesOptions => ({
  default: {
    document: {
      run: { font: face, size: 24, language: { value: locale === 'id' ? 'id-ID' : 'en-GB' } },
      paragraph: { spacing: { line: 360, after: 80 } },
    },
    heading1: {
      run: { font: face, size: 28, bold: true, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { after: 360 },
        keepNext: true,
        keepLines: true,
      },
    },
    heading2: {
      run: { font: face, size: 24, bold: true, color: '000000' },
      paragraph: {
        spacing: { before: 280, after: 120 },
        indent: { left: cm(1.1), hanging: cm(1.1) },
        keepNext: true,
      },
    },
    heading3: {
      run: { font: face, size: 24, bold: true, italics: true, color: '000000' },
      paragraph: {
        spacing: { before: 240, after: 100 },
        indent: { left: cm(1.4), hanging: cm(1.4) },
        keepNext: true,
      },
    },
  },
  paragraphStyles: [
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { line: 260, before: 120, after: 40 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 260, after: 40 }, indent: { left: cm(1) } },
    },
    {
      id: 'TOC3',
      name: 'toc 3',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 260, after: 40 }, indent: { left: cm(2) } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 21 },
      paragraph: { spacing: { line: 250, after: 20 } },
    },
    {
      id: 'TableSmall',
      name: 'Table Small',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { line: 220, after: 10 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 22, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 260, before: 200, after: 100 },
        keepNext: true,
      },
    },
  ],
})

const formats: Readonly<Record<ListStyle, { format: ILevelsOptions['format']; text: string }>> = {
  decimal: { format: LevelFormat.DECIMAL, text: '%1.' },
  alpha: { format: LevelFormat.LOWER_LETTER, text: '%1.' },
  'decimal-paren': { format: LevelFormat.DECIMAL, text: '%1)' },
  'alpha-paren': { format: LevelFormat.LOWER_LETTER, text: '%1)' },
  bullet: { format: LevelFormat.BULLET, text: '–' },
}

/** One list's numbering; `depth` 0 is the outermost. Each list has its own, so that each starts anew. */
export const listLevel = (style: ListStyle, depth: number, start: number): ILevelsOptions => ({
  level: 0,
  ...formats[style],
  start,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: cm(0.8 * (depth + 1)), hanging: cm(0.8) } } },
})

/** The dash before each of several things in one cell. */
export const cellDash: ILevelsOptions = {
  level: 0,
  ...formats.bullet,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: cm(0.3), hanging: cm(0.3) } } },
}
