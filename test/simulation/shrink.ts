import type { Step } from './plan.ts';
import type { Broken } from './simulate.ts';

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
  const wanted = sortOf(broken);
  const breaks = async (some: readonly Step[]) => {
    const found = await run(some);
    return found !== undefined && sortOf(found) === wanted;
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
    const { fault: _, meanwhile: __, wrong: ___, mail: ____, network: _____, ...calm } = step;
    const without = left.map((one) => (one === step ? calm : one));
    if (Object.keys(calm).length < Object.keys(step).length && mayGoOn() && (await breaks(without)))
      left = without;
  }
  return left;
}

/** What is broken, without the ids and days of this history. */
function sortOf({ what }: Broken): string {
  const [line = ''] = what.split('\n');
  return line
    .replace(/\{.*|\[.*/, '')
    .replace(/[\w-]*\d[\w-]*/g, '…')
    .replace(/: committed .*/, '');
}
