import { sortOf } from './known-failures.ts';
import type { Step } from './plan.ts';
import { type Broken, type Live, live, type Snapshot } from './simulate.ts';

export interface Shrinking {
  readonly steps: readonly Step[];
  readonly broken: Broken;
  /** Lives through these steps, and tells the first promise that breaks. */
  run(steps: readonly Step[]): Promise<Broken | undefined>;
  /** Whether there is time for another life. */
  mayGoOn(): boolean;
}

/** The shortest history found that breaks the same promise: first without whole parts of it (delta debugging), then
 *  without what came between. */
export async function shrink({ steps, broken, run, mayGoOn }: Shrinking): Promise<readonly Step[]> {
  const wanted = sortOf(broken.what);
  const breaks = async (some: readonly Step[]) => {
    const found = await run(some);
    return found !== undefined && sortOf(found.what) === wanted;
  };
  let left = steps.filter(({ number }) => broken.step === 0 || number <= broken.step);
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1 && mayGoOn();
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let end = left.length; end > 0 && mayGoOn(); end -= size) {
      const without = [...left.slice(0, Math.max(0, end - size)), ...left.slice(end)];
      if (without.length < left.length && (await breaks(without))) left = without;
    }
  }
  for (const step of left) {
    const { number, at, seed, act, process } = step;
    const calm: Step = { number, at, seed, act, process };
    const without = left.map((one) => (one === step ? calm : one));
    if (Object.keys(calm).length < Object.keys(step).length && mayGoOn() && (await breaks(without)))
      left = without;
  }
  return left;
}

/** The most snapshots that are held at once. */
const MOST_HELD = 30;

/** Lives through steps again and again, each time from the last snapshot that all the steps before it led to. */
export function makeReplays(options: Pick<Live, 'place' | 'seed' | 'mayGoOn'>) {
  const held: Snapshot[] = [];
  let empty: (() => Promise<void>) | undefined;
  const leadsTo = (steps: readonly Step[]) => (snapshot: Snapshot) =>
    snapshot.steps.every((step, index) => steps[index] === step);
  return {
    /** How many steps were spared. */
    spared: 0,
    async run(steps: readonly Step[]): Promise<Broken | undefined> {
      const from = held.filter(leadsTo(steps)).sort((one, other) => other.steps.length - one.steps.length)[0];
      // A history from its first step needs the database as it was before any.
      empty ??= await options.place.save();
      if (!from) await empty();
      this.spared += from?.steps.length ?? 0;
      const onSnapshot = (snapshot: Snapshot) => {
        held.push(snapshot);
        if (held.length > MOST_HELD) held.shift();
      };
      return (await live({ ...options, steps, from, onSnapshot })).broken[0];
    },
  };
}
