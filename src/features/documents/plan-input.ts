import type { Picture } from './document.ts'

/** Who the document speaks for. */
export type DocumentUnit = {
  readonly name: string
  /** The short name used in running text, such as "DPMPTSP". */
  readonly shortName: string
  /** The agency or government above the unit; null where nothing is. */
  readonly agency: string | null
  readonly address?: string | null
  /** Where documents are signed. */
  readonly place: string
  readonly logo?: Picture | null
}

export type PlanIndicator = {
  readonly text: string
  readonly actions: readonly string[]
  readonly evidence: readonly string[]
  /** Schedule texts as the plan words them. */
  readonly schedules: readonly { readonly text: string }[]
  readonly owner: string | null
}

export type PlanSubComponent = {
  readonly no: string | number
  readonly name: string
  readonly indicators: readonly PlanIndicator[]
}

export type PlanArea = {
  /** MP, TT, SDM, AK, PW or PP. */
  readonly code: string
  readonly label: string
  readonly subComponents: readonly PlanSubComponent[]
}

/** The plan in the shape that `zona plan read --json` prints; fields beyond these are ignored. */
export type PlanForDocument = { readonly areas: readonly PlanArea[] }

/** One editable chapter. `number` is a Roman numeral, or null for text before the numbered chapters. */
export type Chapter = {
  readonly key: string
  readonly number: string | null
  readonly title: string
  /** The markup of chapter-text.ts. */
  readonly text: string
}
