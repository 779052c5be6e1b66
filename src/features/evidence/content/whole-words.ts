/** Joins the words that a line's end has cut in two; a word said twice (undang-undang) keeps its hyphen. */
export const wholeWords = (text: string): string =>
  text.replace(/(?<!\p{L})(\p{L}+)-\n(\p{Ll}+)/gu, (_all, head: string, tail: string) =>
    head.toLowerCase() === tail ? `${head}-${tail}` : `${head}${tail}`,
  )
