/** How a workbook words a part of the instrument: its text, and what each option means where it has some. */
export interface Words {
  readonly text: string
  readonly criteria: Readonly<Record<string, string>>
}

/** By code: a question, `<question>.<operand>`, a sub-item, `<pillar>.<area>`. */
export type Wording = Readonly<Record<string, Words>>
