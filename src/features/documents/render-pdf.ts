import { compileTypst } from './compile-typst.ts'
import type { OfficialDocument } from './document.ts'
import { typstInput } from './typst-input.ts'

export async function renderPdf(document: OfficialDocument): Promise<Uint8Array> {
  return compileTypst(typstInput(document))
}
