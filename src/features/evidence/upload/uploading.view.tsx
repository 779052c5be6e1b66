import type { Child } from 'hono/jsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { messages } from './messages.ts'

const words = [
  'drop',
  'touch',
  'camera',
  'scale',
  'scaleHint',
  'list',
  'sending',
  'checking',
  'paused',
  'waiting',
  'received',
  'scaled',
  'failed',
  'pause',
  'resume',
  'remove',
  'ofFile',
  'pending',
  'pasted',
] as const

/** Around a file field: with scripts its files are sent at once, in parts; without, by the form. */
export function Uploading(p: { locale: Locale; endpoint: string; several: boolean; children: Child }) {
  const t = translator(messages, p.locale)
  const texts = Object.fromEntries(words.map(word => [word, t(word)]))
  return (
    <zona-upload
      data-endpoint={p.endpoint}
      data-several={p.several ? '' : undefined}
      data-words={JSON.stringify(texts)}
    >
      {p.children}
    </zona-upload>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'zona-upload': {
        'data-endpoint': string
        'data-several': string | undefined
        'data-words': string
        children?: Child
      }
    }
  }
}
