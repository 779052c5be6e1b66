const megabyte = 2 ** 20

/** How far one part of an office document may unpack: the one that holds the text, and any other. */
export const partLimits = { main: 64 * megabyte, other: 16 * megabyte }
