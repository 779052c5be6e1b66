/**
 * A write in a closed unit, which takes none. Thrown and not returned, because it is every operation's answer and no
 * operation's own: the shell of the pages, the API, the jobs and the command line each say it in their words.
 */
export class UnitClosed extends Error {
  override readonly name = 'UnitClosed'
  constructor() {
    super('the unit is closed')
  }
}
