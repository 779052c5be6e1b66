import about from '../../../../package.json' with { type: 'json' }

/** What scored, as a bundle names it. */
export const engine = `zona ${about.version}`
