/**
 * What a form was drawn from. It travels in the form, and saving compares it with what is stored by then: where the
 * two differ, somebody else saved in between.
 */
export const drawnFrom = (facts: readonly (string | boolean | null)[]): string => JSON.stringify(facts)
