import type { CautiousBadges } from '../../domain/award/review-flag.ts';
import type { Recipient } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { BadgeOutcome } from '../../domain/job/types.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Ports } from '../service-ports.ts';
import { type EvaluationQuery, judgeRecipients } from './evaluate-recipients.ts';
import { decideChunk, grantChunk } from './grant-chunk.ts';
import {
  type Candidate,
  changesOf,
  decideOne,
  type Grant,
  type GrantOutcome,
  grantOne,
  proposalOf,
  readEarlier,
  reviewFlagsOfSome,
} from './grant-one.ts';

export interface GrantAwards {
  /** Every met badge, or one badge of one person or school. */
  readonly scope:
    | {
        readonly kind: 'all-met';
        readonly achievement?: string;
        /** Whether badges that a person should look at first are granted too. */
        readonly cautions: CautiousBadges;
      }
    | { readonly kind: 'person'; readonly email: string; readonly achievement: string }
    | { readonly kind: 'person-id'; readonly id: PersonId; readonly achievement: string }
    | { readonly kind: 'establishment'; readonly uai: Uai; readonly achievement: string };
  readonly on?: LocalDate;
  /** Required where the criteria are not met, or after a decline, a revocation or an agent's refusal. */
  readonly reason?: string;
  /** True to look only: each badge is decided as a grant would, and nothing is written. */
  readonly dryRun?: boolean;
  /** Whether the outcomes name people and schools, for lines that people read. */
  readonly named?: boolean;
  /** The person who grants. People cannot grant a badge to themselves. */
  readonly actor: string;
  /** With `all-met`, does only the part of the work that begins after this recipient. The result says where
   *  the next part begins. */
  readonly part?: { readonly after?: Recipient };
  /** Ends the run after the badges that are being granted. */
  readonly stop?: AbortSignal | undefined;
}

/** A part ends after this many attempts to grant, or after this many recipients judged, so that it needs
 *  fewer than the thousand queries that D1 allows in one invocation. */
const PAGE_ATTEMPTS = 100;
const PAGE_RECIPIENTS = 1000;
/** Number of badges granted in one commit. */
const CHUNK_SIZE = 100;

/** Records the decision of a DANE agent. With `all-met`, badges that cannot be granted again are skipped and
 *  reported. For one recipient, a refusal throws (`not-met`, `award-exists`, `award-declined-or-revoked`,
 *  `award-refused`, `wrong-recipient-kind`, `own-award`). Returns the last recipient of a part, or undefined once all is
 *  done. */
export const grantAwards =
  (ports: Ports) =>
  (command: GrantAwards): AsyncGenerator<GrantOutcome, Recipient | undefined> =>
    command.scope.kind === 'all-met'
      ? grantMany(ports, command, command.scope.cautions)
      : grantTo(ports, command);

/** What a grant to one recipient would write, for a commit that holds more. Throws as the grant does, and
 *  `to-look-at` where a person should look at the badge first and such badges are left out. */
export const draftGrants =
  (ports: Ports) =>
  async ({ cautions = 'included', ...command }: DraftGrants): Promise<readonly Change[]> => {
    const grants: Grant[] = [];
    for await (const candidate of candidatesOf(ports, command, cautions)) {
      const { found, evaluation } = candidate;
      grants.push(await decideOne(ports, candidate, await readEarlier(ports.store, [found.recipient])));
      const reviewFlagsOf = await reviewFlagsOfSome(ports, [candidate]);
      if (cautions === 'left-out' && reviewFlagsOf(candidate).length > 0) {
        throw new DomainError('to-look-at', { code: evaluation.achievement });
      }
    }
    return changesOf(grants);
  };

interface DraftGrants extends GrantAwards {
  readonly scope: OneRecipient;
  /** By default the badge is granted even where a person should look at it: it was named. */
  readonly cautions?: CautiousBadges;
}

type OneRecipient = Exclude<GrantAwards['scope'], { readonly kind: 'all-met' }>;

async function* grantMany(
  ports: Ports,
  command: GrantAwards,
  cautions: CautiousBadges,
): AsyncGenerator<GrantOutcome, Recipient | undefined> {
  const chunks = chunksOf(ports, command, { cautions, most: PAGE_ATTEMPTS });
  let step = await chunks.next();
  for (; !step.done; step = await chunks.next()) yield* await grantChunk(ports, step.value);
  return step.value.next;
}

interface Walk {
  readonly cautions: CautiousBadges;
  /** A part ends after this many attempts to grant. */
  readonly most: number;
}

/** Where a walk over the recipients ended: the last one of a part, absent once all are judged. */
interface Walked {
  readonly next?: Recipient;
  readonly judged: number;
}

/** The badges that everybody meets, in chunks, so far as the command goes in one part. */
async function* chunksOf(
  ports: Ports,
  command: GrantAwards,
  { cautions, most }: Walk,
): AsyncGenerator<readonly Candidate[], Walked> {
  const { part, stop } = command;
  let waiting: Candidate[] = [];
  let attempts = 0;
  let judged = 0;
  for await (const found of judgeRecipients(ports)(toQuery(command))) {
    const { met, evaluate } = found;
    waiting.push(...met.map((badge) => ({ ...command, cautions, found, evaluation: evaluate(badge) })));
    attempts += met.length;
    judged += 1;
    const isOver = part && (attempts >= most || judged >= PAGE_RECIPIENTS);
    if (!isOver && waiting.length < CHUNK_SIZE) continue;
    yield waiting;
    waiting = [];
    if (isOver || stop?.aborted) return { next: found.recipient, judged };
  }
  yield waiting;
  return { judged };
}

/** A part of a grant of everything that is met, decided and not written. */
export interface DraftedGrants extends Walked {
  readonly told: readonly BadgeOutcome[];
  readonly changes: readonly Change[];
}

/** What the next part of a grant of everything that is met would write, for a commit that holds more. */
export const draftGrantPage =
  (ports: Ports) =>
  async (command: GrantAwards, walk: Walk): Promise<DraftedGrants> => {
    const told: BadgeOutcome[] = [];
    const changes: Change[] = [];
    const chunks = chunksOf(ports, command, walk);
    let step = await chunks.next();
    for (; !step.done; step = await chunks.next()) {
      const candidates = step.value;
      const { outcomes, grants } = await decideChunk(ports, candidates);
      told.push(...outcomes.flatMap((outcome, at) => badgeOutcomesOf(outcome, candidates[at])));
      changes.push(...changesOf(grants));
    }
    return { ...step.value, told, changes };
  };

function badgeOutcomesOf(outcome: GrantOutcome, candidate: Candidate | undefined): readonly BadgeOutcome[] {
  if (!candidate) return [];
  const result = outcome.kind === 'skipped' ? outcome.code : outcome.kind;
  return [{ proposal: proposalOf(candidate), outcome: result }];
}

async function* grantTo(ports: Ports, command: GrantAwards): AsyncGenerator<GrantOutcome, undefined> {
  for await (const candidate of candidatesOf(ports, command, 'included')) {
    yield await grantOne(ports, candidate);
  }
}

/** The badge of one recipient. Throws `wrong-recipient-kind`. */
async function* candidatesOf(
  ports: Ports,
  command: GrantAwards,
  cautions: CautiousBadges,
): AsyncGenerator<Candidate, undefined> {
  let attempts = 0;
  for await (const found of judgeRecipients(ports)(toQuery(command))) {
    for (const badge of found.judged) {
      attempts += 1;
      yield { ...command, cautions, found, evaluation: found.evaluate(badge) };
    }
  }
  if (attempts === 0) {
    throw new DomainError('wrong-recipient-kind', { code: command.scope.achievement ?? '' });
  }
}

function toQuery({ scope, on, part, named }: GrantAwards): EvaluationQuery {
  return {
    scope: scope.kind === 'all-met' ? { kind: 'all' } : scope,
    ...(on && { on }),
    ...(named && { named }),
    ...(scope.achievement && { achievement: scope.achievement }),
    ...(part?.after && { after: part.after }),
  };
}
