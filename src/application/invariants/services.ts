import { DomainError } from '../../domain/errors.ts';
import {
  type ComputedInvariant,
  type Depth,
  ENGINE_INVARIANTS,
  type Finding,
  type InvariantAnswer,
  type InvariantName,
  invariantsOf,
  MOST_FINDINGS,
  STORED_INVARIANTS,
} from '../../domain/integrity/invariant.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { UNLIMITED } from '../concurrency/query-budget.ts';
import { reasonOf } from '../observability/counting-logger.ts';
import type { Ports } from '../service-ports.ts';
import type { InvariantPart, LookedPart } from '../store/invariant-reader.ts';
import { useCases } from '../use-cases.ts';
import { type CheckPart, toPart } from './check-page.ts';
import { checkDocumentMembers, checkJws, checkProofs, findInLog } from './documents.ts';
import { checkBits, checkListDates, checkListProofs } from './lists.ts';
import { checkCheckpointSignatures, checkCheckpoints, checkTiles } from './log.ts';
import {
  checkAwardFacts,
  checkCoverage,
  checkNames,
  checkPaperFacts,
  checkRoles,
  checkSigners,
  checkStoredAuditChain,
  checkStoredKeys,
  checkVersions,
} from './stored-digests.ts';

/** Records of one part: a query over them is short, so that others are served in the meantime. */
const PART_SIZE = 500;

interface InvariantCheckOptions {
  readonly depth: Depth;
  /** By default all of this depth. */
  readonly only?: readonly InvariantName[];
  /** Hears the records looked at so far for one of them. */
  readonly onLook?: (looked: number, invariant: InvariantName) => void;
}

/** Asks the invariants one after the other. Reads only, in short queries. One that cannot be looked at is
 *  answered with its failure, and the others are asked all the same. */
export const checkInvariants = (ports: Ports) =>
  async function* ({ depth, only, onLook }: InvariantCheckOptions): AsyncGenerator<InvariantAnswer> {
    for (const invariant of only ?? invariantsOf(depth)) {
      yield await askOne(invariant, async (after) => askPart(ports)({ invariant, after }), onLook);
    }
  };

/** Asks one invariant part by part, wherever the parts come from. */
export async function askOne(
  invariant: InvariantName,
  ask: (after: string | undefined) => Promise<LookedPart>,
  onLook?: InvariantCheckOptions['onLook'],
): Promise<InvariantAnswer> {
  let answer: InvariantAnswer = { invariant, looked: 0, count: 0, found: [] };
  let after: string | undefined;
  try {
    do {
      const part = await ask(after);
      answer = withPart(answer, part);
      onLook?.(answer.looked, invariant);
      after = part.next;
    } while (after !== undefined);
    return answer;
  } catch (error) {
    if (error instanceof DomainError) return { ...answer, failure: error.code };
    throw error;
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

interface InvariantPartQuery extends Pick<InvariantPart, 'after'> {
  readonly invariant: InvariantName;
}

/** Asks one part of one invariant. What is found is looked for again before it is said: a commit between two
 *  queries is no contradiction. */
export const askPart =
  (ports: Ports) =>
  async ({ invariant, after }: InvariantPartQuery): Promise<LookedPart> => {
    const part = { after, limit: PART_SIZE };
    const first = await checkPart(ports, invariant, part);
    if (first.count === 0) return first;
    const second = await checkPart(ports, invariant, part);
    return { ...second, ...inBoth(first, second) };
  };

/** Seconds for which one request of a program looks, and the most queries of one part. */
const VISIT_SECONDS = 2;
const PART_QUERIES = 120;

/** Asks several parts of one invariant, as many as fit into one request, and says where the next one begins. */
const askInvariantParts =
  (ports: Ports) =>
  async ({ invariant, after }: InvariantPartQuery): Promise<LookedPart> => {
    const allowance = ports.beginAllowance?.() ?? UNLIMITED;
    const end = ports.monotonic() + VISIT_SECONDS;
    const ask = askPart(ports);
    let sum = await ask({ invariant, after });
    while (sum.next !== undefined && ports.monotonic() < end && allowance.has(PART_QUERIES)) {
      const { next, ...added } = await ask({ invariant, after: sum.next });
      const { looked, count, found } = withPart({ ...sum, invariant }, added);
      sum = { looked, count, found, ...(next !== undefined && { next }) };
    }
    return sum;
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

/** A record that cannot even be read contradicts whatever it should say. */
async function checkPart(ports: Ports, invariant: InvariantName, part: InvariantPart): Promise<LookedPart> {
  try {
    return await checkInvariantPart(ports, invariant, part);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    return toPart(0, [{ subject: 'unreadable', detail: { reason: reasonOf(error) } }]);
  }
}

async function checkInvariantPart(
  ports: Ports,
  invariant: InvariantName,
  part: InvariantPart,
): Promise<LookedPart> {
  const { store, clock } = ports;
  if (isAmong(ENGINE_INVARIANTS, invariant)) return store.checkEngine(invariant);
  if (isAmong(STORED_INVARIANTS, invariant))
    return store.readContradictions(invariant, { ...part, now: firstAhead(clock.now()) });
  return COMPUTED[invariant](ports, part);
}

function isAmong<Name extends InvariantName>(names: readonly Name[], name: InvariantName): name is Name {
  return names.some((one) => one === name);
}

/** How each computed invariant is looked at. */
const COMPUTED: Readonly<Record<ComputedInvariant, CheckPart>> = {
  'award-facts': checkAwardFacts,
  'paper-facts': checkPaperFacts,
  'award-criteria': checkVersions,
  'badge-says-row': checkDocumentMembers,
  'badge-in-log': findInLog,
  'list-bits': checkBits,
  'list-dates': checkListDates,
  'log-tiles': checkTiles,
  'log-checkpoints': checkCheckpoints,
  'keys-kept': checkStoredKeys,
  'signing-keys': checkSigners,
  'kept-names': checkNames,
  'kept-roles': checkRoles,
  'kept-coverage': checkCoverage,
  'badge-proof': checkProofs,
  'badge-jws': checkJws,
  'list-signed': checkListProofs,
  'checkpoints-signed': checkCheckpointSignatures,
  'audit-chain': checkStoredAuditChain,
};

export const invariantServices = useCases({ checkInvariants, askInvariantParts });
