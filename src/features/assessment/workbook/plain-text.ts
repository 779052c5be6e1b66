/** Beginnings that make a spreadsheet take a text for a formula once it is retyped or saved as CSV. */
const beginsFormula = /^\s*[=+\-@]|^[\t\r]/

/** What XML cannot hold, and half pairs of surrogates. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const longestCell = 32_000

/** A text that no spreadsheet takes for a formula; an apostrophe marks where it would (OWASP, CSV injection). */
export function plainText(text: string): string {
  const clean = text.replace(unwritable, '').replace(/\r\n?/g, '\n').slice(0, longestCell)
  return beginsFormula.test(clean) ? `'${clean}` : clean
}

/** The text without the apostrophe that `plainText` put before it. */
export const withoutMark = (text: string): string =>
  text.startsWith("'") && beginsFormula.test(text.slice(1)) ? text.slice(1) : text
