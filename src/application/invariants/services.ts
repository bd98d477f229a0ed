import { DomainError } from '../../domain/errors.ts';
import {
  type ComputedInvariant,
  type Depth,
  ENGINE_INVARIANTS,
  type Finding,
  firstFindings,
  type InvariantAnswer,
  type InvariantName,
  invariantsOf,
  STORED_INVARIANTS,
} from '../../domain/integrity/invariant.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { UNLIMITED } from '../concurrency/query-budget.ts';
import { reasonOf } from '../observability/counting-logger.ts';
import type { Ports } from '../service-ports.ts';
import type { CheckedPage, InvariantPageRange } from '../store/invariant-reader.ts';
import { useCases } from '../use-cases.ts';
import { type CheckInvariantPage, toCheckedPage } from './check-page.ts';
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

/** Records of one page: a query over them is short, so that others are served in the meantime. */
const RECORDS_A_PAGE = 500;

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
      yield await askOne(invariant, async (after) => checkPageTwice(ports)({ invariant, after }), onLook);
    }
  };

/** Asks one invariant page by page, wherever the pages come from. */
export async function askOne(
  invariant: InvariantName,
  ask: (after: string | undefined) => Promise<CheckedPage>,
  onLook?: InvariantCheckOptions['onLook'],
): Promise<InvariantAnswer> {
  let answer: InvariantAnswer = { invariant, looked: 0, count: 0, found: [] };
  let after: string | undefined;
  try {
    do {
      const part = await ask(after);
      answer = withPage(answer, part);
      onLook?.(answer.looked, invariant);
      after = part.next;
    } while (after !== undefined);
    return answer;
  } catch (error) {
    if (error instanceof DomainError) return { ...answer, failure: error.code };
    throw error;
  }
}

/** The answer with what one more page holds. */
export function withPage(answer: InvariantAnswer, { looked, count, found }: CheckedPage): InvariantAnswer {
  return {
    ...answer,
    looked: answer.looked + looked,
    count: answer.count + count,
    found: firstFindings([...answer.found, ...found]),
  };
}

interface InvariantPageQuery extends Pick<InvariantPageRange, 'after'> {
  readonly invariant: InvariantName;
}

/** Asks one page of one invariant. What is found is looked for again before it is said: a commit between two
 *  queries is no contradiction. */
export const checkPageTwice =
  (ports: Ports) =>
  async ({ invariant, after }: InvariantPageQuery): Promise<CheckedPage> => {
    const part = { after, limit: RECORDS_A_PAGE };
    const first = await checkPage(ports, invariant, part);
    if (first.count === 0) return first;
    const second = await checkPage(ports, invariant, part);
    return { ...second, ...inBoth(first, second) };
  };

/** Seconds for which one request of a program looks, and the most queries of one page. */
const VISIT_SECONDS = 2;
const PAGE_QUERIES = 120;

/** Asks several pages of one invariant, as many as fit into one request, and says where the next one begins. */
const checkInvariantPages =
  (ports: Ports) =>
  async ({ invariant, after }: InvariantPageQuery): Promise<CheckedPage> => {
    const allowance = ports.beginAllowance?.() ?? UNLIMITED;
    const end = ports.monotonic() + VISIT_SECONDS;
    const ask = checkPageTwice(ports);
    let sum = await ask({ invariant, after });
    while (sum.next !== undefined && ports.monotonic() < end && allowance.has(PAGE_QUERIES)) {
      const { next, ...added } = await ask({ invariant, after: sum.next });
      const { looked, count, found } = withPage({ ...sum, invariant }, added);
      sum = { looked, count, found, ...(next !== undefined && { next }) };
    }
    return sum;
  };

/** What both looks found. Where more was found than is named, the smaller number counts. */
function inBoth(first: CheckedPage, second: CheckedPage): Pick<CheckedPage, 'count' | 'found'> {
  const before = new Set(first.found.map(toText));
  const found = second.found.filter((one) => before.has(toText(one)));
  const isWhole = second.count <= second.found.length || found.length === 0;
  return { found, count: isWhole ? found.length : Math.min(first.count, second.count) };
}

function toText({ subject, detail }: Finding): string {
  return JSON.stringify([subject, detail]);
}

/** A record that cannot even be read contradicts whatever it should say. */
async function checkPage(
  ports: Ports,
  invariant: InvariantName,
  part: InvariantPageRange,
): Promise<CheckedPage> {
  try {
    return await checkInvariantPage(ports, invariant, part);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    return toCheckedPage(0, [{ subject: 'unreadable', detail: { reason: reasonOf(error) } }]);
  }
}

async function checkInvariantPage(
  ports: Ports,
  invariant: InvariantName,
  part: InvariantPageRange,
): Promise<CheckedPage> {
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
const COMPUTED: Readonly<Record<ComputedInvariant, CheckInvariantPage>> = {
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

export const invariantServices = useCases({ checkInvariants, checkInvariantPages });
