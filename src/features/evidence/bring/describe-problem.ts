import { formatBytes } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from '../messages.ts'
import type { FileProblem } from './receive-file.ts'

/** One sentence on why a file was not taken, and what to do. */
export function describeFileProblem(problem: FileProblem, name: string, locale: Locale): string {
  const t = translator(messages, locale)
  switch (problem.kind) {
    case 'too-large':
      return t('file.too-large', { name, size: formatBytes(problem.largest, locale) })
    case 'kind-not-allowed':
      return t('file.kind-not-allowed', { name, extension: problem.extension })
    case 'wrong-extension':
      return t('file.wrong-extension', { name, extension: problem.extension, found: problem.found })
    case 'image-too-big':
      return t('file.image-too-big', { name, width: problem.width, height: problem.height })
    case 'infected':
      return t('file.infected', { name, virus: problem.name })
    default:
      return t(`file.${problem.kind}`, { name })
  }
}
