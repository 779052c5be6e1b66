import type { Deps } from '../../db/write.ts'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Whether a text of an address or a form can be an id at all; the database refuses anything else with a fault. */
export const isId = (text: string): boolean => uuid.test(text)

/** The person who acts; the routes let nobody else through. */
export function actorId(deps: Deps): string {
  if (!deps.actor) throw new Error('evidence is brought and judged by someone')
  return deps.actor.userId
}
