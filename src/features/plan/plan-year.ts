/** The years a plan can be of; the table holds the same bounds. */
export const isPlanYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2100
