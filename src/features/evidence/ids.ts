import type { Deps } from '../../db/write.ts'

/** The person who acts; the routes let nobody else through. */
export function actorId(deps: Deps): string {
  if (!deps.actor) throw new Error('evidence is brought and judged by someone')
  return deps.actor.userId
}
