import { audit } from '../../domain/audit/entry.ts';
import { asDecided } from '../../domain/award/by-decision.ts';
import type { Award } from '../../domain/award/types.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CredentialId, parseCredentialId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { type Misstatement, misstatementOf } from '../../issuing/outdated-content.ts';
import { evaluateRecipients, judgedBy, scopeOf } from '../awards/evaluate-recipients.ts';
import { type RecipientLabel, readLabel } from '../awards/recipient.ts';
import { buildUnsigned } from '../credentials/sign.ts';
import { counted, type TakeStep } from '../jobs/step.ts';
import { queueAwardMail } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { reissueCredential } from './sign.ts';

const PAGE_SIZE = 50;

interface FindOutdatedBadges {
  /** Continues after this credential. */
  readonly after?: CredentialId;
  /** The most credentials to read; all of them by default. */
  readonly limit?: number;
}

/** A badge that is misstated or waits for a decision, with the label of its holder. */
export interface OutdatedBadge extends Issued {
  readonly found: Exclude<Inspected, { readonly kind: 'right' }>;
  readonly label: RecipientLabel;
}

/** Reads the signed badges by id, and yields those that are misstated or wait for a decision. Writes nothing.
 *  Returns the last badge read where the limit ended the walk, and undefined if all were read. */
const findOutdatedBadges = (ports: Ports) =>
  async function* ({
    after: behind,
    limit = Number.POSITIVE_INFINITY,
  }: FindOutdatedBadges): AsyncGenerator<OutdatedBadge, CredentialId | undefined> {
    let after = behind;
    let left = limit;
    while (left > 0) {
      const size = Math.min(PAGE_SIZE, left);
      const page = await ports.store.readCredentials({ limit: size, ...(after && { after }) });
      for (const { award, credential } of page) {
        if (!credential) continue;
        const found = await inspectSigned(ports, { award, credential });
        if (found.kind === 'right') continue;
        yield { award, credential, found, label: await readLabel(ports.store, award.recipient) };
      }
      if (page.length < size) return undefined;
      after = page.at(-1)?.credential?.id;
      left -= size;
    }
    return after;
  };

export interface ReissueOutdatedBadges extends FindOutdatedBadges {
  readonly actor: string;
  /** True to report the corrections without writing them. */
  readonly dryRun?: boolean;
}

/** A badge that was corrected (or would be), or one that waits for a decision and stays unchanged. */
export interface ReissueOutdatedOutcome extends OutdatedBadge {
  readonly reSigned: boolean;
}

/** Signs again every badge that no longer agrees with the records: same id, status index and subject, a later
 *  `validFrom`, the same `awardedDate`. Its holder is told by mail. A badge that waits for a decision is left
 *  unchanged, and so is one that is revoked. After an interruption, a new run continues with the rest. */
const reissueOutdatedBadges = (ports: Ports) =>
  async function* (
    command: ReissueOutdatedBadges,
  ): AsyncGenerator<ReissueOutdatedOutcome, CredentialId | undefined> {
    const walk = findOutdatedBadges(ports)(command);
    for (;;) {
      const { done, value } = await walk.next();
      if (done) return value;
      const reSigns = value.found.kind === 'misstated' && !command.dryRun;
      yield { ...value, reSigned: reSigns && (await reissue(ports, value.credential.id, command.actor)) };
    }
  };

/** Signs one badge again. False if another process has corrected it in the meantime. */
function reissue(ports: Ports, id: CredentialId, actor: string): Promise<boolean> {
  return retryOnConflict(async () => {
    const { award, credential } = (await ports.store.readCredential(id)) ?? {};
    if (!award || !credential) return false;
    const found = await inspectSigned(ports, { award, credential });
    if (found.kind !== 'misstated') return false;
    const { of } = found.misstatement;
    await ports.store.commit([
      ...(await reissueCredential(ports, id)),
      ...(await queueAwardMail(ports, award, [
        id,
        ...of.map((part) => formatSubject({ kind: 'corrected', id: part })),
      ])),
      audit('credential-reissued', {
        at: ports.clock.now(),
        actor,
        subject: id,
        details: { misstated: of.join(' ') },
      }),
    ]);
    return true;
  });
}

/** Number of signed badges that one step reads. */
const STEP_SIZE = 10;

/** The same work as a job: each step reads a few badges and signs again those that are misstated. */
export const reissueStep =
  (ports: Ports): TakeStep =>
  async ({ progress, madeBy }) => {
    const after = progress.after === undefined ? undefined : parseCredentialId(progress.after);
    const outcomes: string[] = [];
    const run = reissueOutdatedBadges(ports)({
      actor: madeBy,
      limit: STEP_SIZE,
      ...(after && { after }),
    });
    let next = await run.next();
    for (; !next.done; next = await run.next()) {
      if (next.value.found.kind === 'to-decide') outcomes.push('to-decide');
      else if (next.value.found.kind === 'revoked') outcomes.push('left-revoked');
      else if (next.value.reSigned) outcomes.push('re-signed');
    }
    const last = next.value;
    const counts = counted(progress.counts, outcomes);
    return {
      progress: { phase: last ? 0 : 1, counts, ...(last && { after: last }) },
      advanced: STEP_SIZE,
      finished: last === undefined,
      changes: [],
    };
  };

type Issued = Required<AwardWithCredential>;

/** The state of a signed badge:
 *  - `right`: it agrees with the badge that the same award would give today, or no one can read it any more;
 *  - `misstated`: it differs, and a new signature corrects it;
 *  - `revoked`: it differs, and stays as it is, because a revoked badge is not signed again;
 *  - `to-decide`: it was judged as of a future day, or an engagement on which it rests was ended, changed or
 *    corrected since. A new signature would not change it, so a person must decide. */
type Inspected =
  | { readonly kind: 'right' }
  | { readonly kind: 'misstated' | 'revoked'; readonly misstatement: Misstatement }
  | {
      readonly kind: 'to-decide';
      readonly why: 'day-to-come' | 'record-changed';
      readonly on: LocalDate;
      readonly metToday: boolean;
    };

/** Compares a signed badge with the body that the stored facts of its award give today, as of the same
 *  day. */
export async function inspectSigned(ports: Ports, { award, credential }: Issued): Promise<Inspected> {
  if (credential.erasedAt || credential.choice.acceptance === 'declined') return { kind: 'right' };
  const rightful = await buildUnsigned(ports, { ...credential, award });
  const isRevoked = credential.revocation !== undefined;
  const why = isRevoked ? undefined : await reasonToDecide(ports, { award, credential });
  if (why) {
    const { on } = award.evaluation;
    const today = await judgeOn(ports, award, localDateInParis(ports.clock.now()));
    return { kind: 'to-decide', why, on, metToday: today?.met === true };
  }
  const misstatement = misstatementOf(JSON.parse(credential.document), rightful);
  return misstatement ? { kind: isRevoked ? 'revoked' : 'misstated', misstatement } : { kind: 'right' };
}

async function reasonToDecide(
  ports: Ports,
  issued: Issued,
): Promise<Extract<Inspected, { kind: 'to-decide' }>['why'] | undefined> {
  if (await restsOnDaysToCome(ports, issued)) return 'day-to-come';
  const isOtherwise = (await wasChangedSince(ports, issued.award)) && (await wouldDiffer(ports, issued));
  return isOtherwise ? 'record-changed' : undefined;
}

/** Whether an engagement of its recipient was ended, changed or corrected in the service since the grant. A
 *  change in the same second counts too. */
async function wasChangedSince({ store }: Ports, { recipient, grantedAt }: Award): Promise<boolean> {
  const changes =
    recipient.kind === 'person'
      ? await store.readEngagementProposalsOf(recipient.personId)
      : await store.readEngagementProposalsAt(recipient.uai);
  return changes.some(({ settlement }) => settlement?.outcome === 'accepted' && settlement.at >= grantedAt);
}

/** Whether it was judged as of a day after its grant, and that day is still to come or brought other
 *  facts. */
async function restsOnDaysToCome(ports: Ports, { award, credential }: Issued): Promise<boolean> {
  const { on } = award.evaluation;
  if (on <= localDateInParis(award.grantedAt)) return false;
  if (on > localDateInParis(ports.clock.now())) return true;
  return wouldDiffer(ports, { award, credential });
}

/** Whether today's records, judged as of the day of the award, would give a badge with other words, or no
 *  badge. */
async function wouldDiffer(ports: Ports, { award, credential }: Issued): Promise<boolean> {
  const rejudged = await judgeOn(ports, award, award.evaluation.on);
  if (!rejudged || (award.evaluation.met && !rejudged.met)) return true;
  const plan = { ...credential, award };
  const [asSaved, asUptime] = await Promise.all([
    buildUnsigned(ports, plan),
    buildUnsigned(ports, { ...plan, award: { ...award, evaluation: rejudged } }),
  ]);
  return misstatementOf(asSaved, asUptime) !== undefined;
}

/** The badge of the award, judged as of a day from today's records and, where the award rests on a decision,
 *  with that decision; undefined if this is impossible. */
async function judgeOn(
  ports: Ports,
  { recipient, achievement, evaluation: saved }: Award,
  on: LocalDate,
): Promise<Evaluation | undefined> {
  const scope = scopeOf(recipient);
  try {
    for await (const found of evaluateRecipients(ports)({ scope, on, achievement })) {
      const [evaluation] = found.evaluations;
      if (!evaluation || !saved.facts.decided) return evaluation;
      return asDecided(evaluation, judgedBy(ports, evaluation));
    }
  } catch (error) {
    // The criteria in force on that day do not have the badge.
    if (!(error instanceof DomainError)) throw error;
  }
  return undefined;
}

export const reissuingServices = useCases({
  findMisstated: findOutdatedBadges,
  reSignMisstated: reissueOutdatedBadges,
});
