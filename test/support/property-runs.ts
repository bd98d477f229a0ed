/** Rounds of a property in `npm test`. */
const QUICK_ROUNDS = 100;

/** How often a property is tried: as often as asked, but in `npm test` at most a hundred times. `npm run
 *  test:all` runs each file that imports this once more, with all its rounds. */
export function rounds(requested: number): number {
  return process.env['JALON_LANE'] === 'quick' ? Math.min(requested, QUICK_ROUNDS) : requested;
}
