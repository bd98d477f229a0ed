import { DomainError } from '../../domain/errors.ts';
import {
  type Depth,
  type Finding,
  type InvariantAnswer,
  type InvariantName,
  invariantsOf,
  MOST_FINDINGS,
} from '../../domain/invariant.ts';
import { firstAhead } from '../../domain/time/dated-ahead.ts';
import type { Ports } from '../service-ports.ts';
import type { InvariantPart, LookedPart } from '../store/invariant-reader.ts';
import { useCases } from '../use-cases.ts';

/** Records of one part: a query over them is short, so that others are served meanwhile. */
const PART_SIZE = 500;

interface Asked {
  readonly depth: Depth;
  /** By default all of this depth. */
  readonly only?: readonly InvariantName[];
}

/** Asks the invariants one after the other. Reads only, in short queries. One that cannot be looked at is
 *  answered with its failure, and the others are asked all the same. */
export const askInvariants = (ports: Ports) =>
  async function* ({ depth, only }: Asked): AsyncGenerator<InvariantAnswer> {
    for (const invariant of only ?? invariantsOf(depth)) yield await askOne(ports, invariant);
  };

async function askOne(ports: Ports, invariant: InvariantName): Promise<InvariantAnswer> {
  let answer: InvariantAnswer = { invariant, looked: 0, count: 0, found: [] };
  let after: string | undefined;
  try {
    do {
      const part = await askPart(ports)({ invariant, after });
      answer = withPart(answer, part);
      after = part.next;
    } while (after !== undefined);
    return answer;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...answer, failure: error.code };
  }
}

/** The answer with what one more part holds. */
export function withPart(answer: InvariantAnswer, { looked, count, found }: LookedPart): InvariantAnswer {
  return {
    ...answer,
    looked: answer.looked + looked,
    count: answer.count + count,
    found: [...answer.found, ...found].slice(0, MOST_FINDINGS),
  };
}

interface AskedPart extends Pick<InvariantPart, 'after'> {
  readonly invariant: InvariantName;
}

/** Asks one part of one invariant. What is found is looked for again before it is said: a commit between two
 *  queries is no contradiction. */
export const askPart =
  (ports: Ports) =>
  async ({ invariant, after }: AskedPart): Promise<LookedPart> => {
    const part = { after, limit: PART_SIZE };
    const first = await look(ports, invariant, part);
    if (first.count === 0) return first;
    const second = await look(ports, invariant, part);
    return { ...second, ...inBoth(first, second) };
  };

/** What both looks found. Where more was found than is named, the smaller number counts. */
function inBoth(first: LookedPart, second: LookedPart): Pick<LookedPart, 'count' | 'found'> {
  const before = new Set(first.found.map(toText));
  const found = second.found.filter((one) => before.has(toText(one)));
  const isWhole = second.count <= second.found.length || found.length === 0;
  return { found, count: isWhole ? found.length : Math.min(first.count, second.count) };
}

function toText({ subject, detail }: Finding): string {
  return JSON.stringify([subject, detail]);
}

function look(ports: Ports, invariant: InvariantName, part: InvariantPart): Promise<LookedPart> {
  const { store, clock } = ports;
  if (invariant === 'file-sound' || invariant === 'foreign-keys') return store.checkEngine(invariant);
  return store.readContradictions(invariant, { ...part, now: firstAhead(clock.now()) });
}

export const invariantServices = useCases({ askInvariants, askPart });
