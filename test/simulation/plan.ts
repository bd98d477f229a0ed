import { makeRandom } from '../../demo/random.ts';
import type { ValidationError, Weather } from './fault-injection.ts';
import type { SimulatedAction } from './operation.ts';
import type { KeyMood, Outside } from './outside.ts';

/** One step of a life, wholly known before the life begins: a life can be lived again without some of its steps,
 *  and the others do as they did. */
export interface Step {
  readonly number: number;
  /** Seconds of true time since the beginning at which it begins, at the earliest. */
  readonly at: number;
  readonly seed: number;
  readonly act: string;
  /** Which of the three processes does it. */
  readonly process: 0 | 1 | 2;
  readonly fault?: ValidationError;
  /** What another process does at the fault `meanwhile`: an act, or the timer's work. */
  readonly meanwhile?: string;
  /** Seconds by which the machine's clock is wrong during the step. */
  readonly wrong?: number;
  readonly mail?: Outside['mood']['mail'];
  readonly network?: Outside['mood']['network'];
  readonly keys?: KeyMood;
  /** Whether the database goes back to the beginning of the step after it, as after a power cut. */
  readonly losesCommits?: true;
  /** Whether the nightly check may begin. */
  readonly checks?: true;
}

const DAY = 86_400;
export const SIMULATED_SECONDS = 3653 * DAY;
const WRONG = [20, 90, 7200, 30 * 3600, 40 * DAY, -90, -7200] as const;
const CALLS = [1, 2, 3, 4, 5, 6, 8, 10, 14] as const;
const COMMITS = [1, 1, 2, 2, 2, 3] as const;
const FAULTS: readonly ValidationError['kind'][] = [
  ...(['dies-before', 'dies-after', 'fails-before', 'fails-after'] as const),
  ...(['meanwhile', 'meanwhile', 'meanwhile', 'meanwhile'] as const),
  ...(['disk-full', 'disk-busy'] as const),
];

/** The share of steps in which the nightly check may begin. */
const CHECKS = 0.05;

/** The share of the acts that a life is about which another process does too, just before their first commit. */
const MEETINGS = 0.15;

/** How much more often acts are drawn that a life is about. */
const OFTEN = 15;

export const ROUGH: Weather = { faults: 30, clocks: 3, mails: 8, keys: 2, losses: 1.5 };

/** Draws a life of so many steps over ten school years from its seed. It may be about acts with such names. */
export function planSimulationRun(
  seed: number,
  {
    steps,
    acts,
    weather: { faults: often, clocks, mails, keys, losses } = ROUGH,
    near,
    errors = FAULTS,
  }: {
    readonly steps: number;
    readonly acts: readonly SimulatedAction[];
    readonly weather?: Weather;
    readonly near?: RegExp | undefined;
    readonly errors?: readonly ValidationError['kind'][] | undefined;
  },
): readonly Step[] {
  const random = makeRandom(seed);
  let total = 0;
  const sums = acts.map(({ weight, name }) => {
    total += near?.test(name) ? weight * OFTEN : weight;
    return total;
  });
  const drawAction = () => {
    const drawn = (random.integer(1_000_000) / 1_000_000) * total;
    return acts.find((_, index) => drawn < (sums[index] ?? total)) ?? (acts[0] as SimulatedAction);
  };
  const gap = SIMULATED_SECONDS / steps;
  let at = 0;
  return Array.from({ length: steps }, (_, index) => {
    // Acts come in days, and nights and holidays lie between.
    at += random.chance(0.7)
      ? 60 + random.integer(Math.ceil(gap * 0.4))
      : random.integer(Math.ceil(gap * 5.2));
    const drawn = drawAction();
    const act = drawn.name;
    const meetsItself = near?.test(act) && !drawn.isAlone && random.chance(MEETINGS);
    const kind = !meetsItself && random.chance(often / 100) ? random.pick(errors) : undefined;
    return {
      number: index + 1,
      at,
      act,
      seed: random.integer(2 ** 31),
      process: random.chance(0.6) ? 0 : random.chance(0.7) ? 1 : 2,
      ...(meetsItself && { fault: { kind: 'meanwhile', of: 'commits', at: 1 } as const, meanwhile: act }),
      ...(kind && { fault: drawFault(kind) }),
      ...(kind === 'meanwhile' && { meanwhile: random.chance(0.3) ? MAINTENANCE : drawMeanwhile(act) }),
      ...(random.chance(CHECKS) && { checks: true as const }),
      ...(random.chance(clocks / 100) && { wrong: random.pick(WRONG) }),
      ...(random.chance(mails / 100) && { mail: random.pick(MAILS) }),
      ...(random.chance(mails / 100) && { network: random.pick(NETWORKS) }),
      ...(random.chance(keys / 100) && { keys: random.pick(KEYS) }),
      ...(random.chance(losses / 100) && { losesCommits: true as const }),
    };
  });

  function drawFault(kind: ValidationError['kind']): ValidationError {
    return kind.startsWith('disk') || random.chance(0.5)
      ? { kind, of: 'commits', at: random.pick(COMMITS) }
      : { kind, of: 'calls', at: random.pick(CALLS) };
  }

  /** Two acts of one subject meet in the same rows. */
  function drawMeanwhile(action: string): string {
    const subject = action.slice(0, action.indexOf(':'));
    const same = acts.filter(({ name }) => name.startsWith(`${subject}:`));
    const about = same.filter(({ name }) => near?.test(name));
    const met = about.length > 0 ? about : same;
    const drawn = random.chance(0.6) && met.length > 0 && subject !== '' ? random.pick(met) : drawAction();
    return drawn.isAlone ? MAINTENANCE : drawn.name;
  }
}

/** The timer's work, and a look at readiness. */
export const MAINTENANCE = 'the timer keeps up';

const MAILS = ['refused', 'postponed', 'unreachable'] as const;
const NETWORKS = ['refuses', 'hangs'] as const;
const KEYS = ['away', 'unreadable', 'fails'] as const;

/** What a plan holds, in one line. */
export function planAsText(steps: readonly Step[]): string {
  const count = (isCounted: (step: Step) => unknown) => steps.filter(isCounted).length;
  const [first, last] = [steps[0], steps.at(-1)].map((step) => ((step?.at ?? 0) / DAY).toFixed(0));
  return `${steps.length} acts from day ${first} to day ${last}, ${count(({ fault }) => fault)} with a fault, ${count(({ wrong }) => wrong)} by a wrong clock, ${count(({ mail, network }) => mail ?? network)} with bad mail or network, ${count(({ keys }) => keys)} without keys, ${count(({ losesCommits }) => losesCommits)} that lose their commits`;
}
