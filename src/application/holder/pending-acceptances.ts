import { audit } from '../../domain/audit/entry.ts';
import { checkReminder, USUAL_DELAY } from '../../domain/award/pending-acceptance.ts';
import type { Award, IssuedCredential } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';
import { credentialUrl } from '../../issuing/addresses.ts';
import { SYSTEM_ACTOR } from '../audit/context.ts';
import { type Labelled, type RecipientLabel, readLabels } from '../awards/recipient.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import { queueAwardMail, readAddressees } from '../mail/queue.ts';
import { doEachItem } from '../maintenance/one-by-one.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential, PendingAcceptancePlace } from '../store/badge-readers.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

/** Number of badges read together. The next call of the timer reads the others. */
const BATCH = 25;
/** The most queries for one badge. */
const BADGE_QUERIES = 12;
const DAY_SECONDS = 86_400;

type Waiting = Required<AwardWithCredential>;

/** Reminds the holders of badges that have waited for the delay of the office, once each. The timer calls it. A holder
 *  who wants no mails gets none, and is not looked at again. Returns the number of reminders. */
export const remindPendingAcceptances =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    const { store, clock, settings, mailer, log } = ports;
    const { days } = settings.unanswered();
    if (days === undefined || !mailer) return 0;
    const now = clock.now();
    const signedBy = secondsAfter(now, -days * DAY_SECONDS);
    const waiting = await store.readPendingAcceptances({ signedBy, isReminded: false, limit: BATCH });
    let reminded = 0;
    const action = async ({ credential, ...one }: (typeof waiting)[number]) => {
      if (!credential || !allowance.has(BADGE_QUERIES)) return;
      reminded += await remindInTurn(ports, { ...one, credential }, now);
    };
    await doEachItem(
      log,
      'unanswered',
      waiting.map((one) => ({ id: one.award.id, action: () => action(one) })),
    );
    return reminded;
  };

async function remindInTurn(ports: Ports, waiting: Waiting, now: Instant): Promise<number> {
  const mails = await draftMails(ports, waiting);
  const changes =
    mails.length > 0
      ? reminderOf(waiting, { mails, at: now, actor: SYSTEM_ACTOR })
      : [marked(waiting.credential, now)];
  try {
    await ports.store.commit(changes);
    return mails.length > 0 ? 1 : 0;
  } catch (error) {
    // The holder has answered, another process took it, or the holder was erased.
    if (error instanceof DomainError && error.code === 'store-conflict') return 0;
    throw error;
  }
}

export interface RemindHolder {
  readonly id: CredentialId;
  readonly actor: string;
}

/** Reminds the holder of a badge that waits, on demand: once a day at most. Returns the instant. Throws
 *  `unknown-credential`, `settled-meanwhile`, `reminded-lately` and `mail-not-possible`. */
const remindHolder =
  (ports: Ports) =>
  ({ id, actor }: RemindHolder): Promise<Instant> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const at = clock.now();
      const found = await store.readCredential(id);
      if (!found?.credential) throw new DomainError('unknown-credential', { id });
      const waiting = { award: found.award, credential: found.credential };
      checkReminder(waiting.credential, at);
      const mails = await draftMails(ports, waiting);
      if (mails.length === 0) throw new DomainError('mail-not-possible');
      await store.commit(reminderOf(waiting, { mails, at, actor }));
      return at;
    });

/** The mails to those who want them: a mail to the others would be thrown away when it is sent. */
async function draftMails(ports: Ports, { award, credential }: Waiting): Promise<readonly Change[]> {
  if (!(await isReached(ports, award))) return [];
  return queueAwardMail(ports, award, [credential.id, formatSubject({ kind: 'event', id: 'unanswered' })]);
}

async function isReached({ store, mailer }: Ports, { recipient }: Award): Promise<boolean> {
  if (!mailer) return false;
  const addressees = (await readAddressees(store, [recipient]))(recipient);
  const unwanted = await Promise.all(addressees.map((id: PersonId) => store.readUnwantedMail(id)));
  return unwanted.some((kinds) => !kinds.includes('award'));
}

interface Reminder {
  readonly mails: readonly Change[];
  readonly at: Instant;
  readonly actor: string;
}

function reminderOf({ credential }: Waiting, { mails, at, actor }: Reminder): readonly Change[] {
  return [
    marked(credential, at),
    ...mails,
    audit('credential-reminded', { at, actor, subject: credential.id }),
  ];
}

function marked({ id, remindedAt }: IssuedCredential, at: Instant): Change {
  return { kind: 'credential-reminded', credentialId: id, at, asRead: remindedAt };
}

/** A badge that waits for its holder, for a list, the command line and the API. */
export interface PendingAcceptanceLine extends Labelled {
  readonly kind: 'unanswered';
  readonly credential: string;
  readonly badge: string;
  readonly awardedAt: Instant;
  readonly remindedAt?: Instant;
  /** False if no mail can reach the holder, or where they want none. */
  readonly reached: boolean;
}

/** A badge that waits, with what a page needs to name it. */
export interface PendingAcceptance extends AwardWithCredential {
  readonly credential: IssuedCredential;
  readonly line: PendingAcceptanceLine;
}

export interface PendingAcceptancePage {
  readonly badges: readonly PendingAcceptance[];
  readonly total: number;
  /** Number of those that have waited for the delay of the office, or for the usual one. */
  readonly late: number;
  readonly next?: string;
}

/** Number of badges on one page of the list. */
const PAGE_SIZE = 50;

/** The badges that wait for their holders, the oldest first. Throws `invalid-request` for a place that was never
 *  answered. */
const readPendingAcceptances =
  (ports: Ports) =>
  async (after?: string): Promise<PendingAcceptancePage> => {
    const { store } = ports;
    const place = after === undefined ? {} : { after: parsePlace(after) };
    const [found, total, late] = await Promise.all([
      store.readPendingAcceptances({ limit: PAGE_SIZE + 1, ...place }),
      store.countUnanswered({}),
      countLate(ports)(),
    ]);
    const shown = found
      .slice(0, PAGE_SIZE)
      .flatMap(({ award, credential }) => (credential ? [{ award, credential }] : []));
    const last = found.length > PAGE_SIZE ? shown.at(-1)?.credential : undefined;
    const labelOf = await readLabels(
      store,
      shown.map(({ award }) => award.recipient),
    );
    const badges = await Promise.all(
      shown.map(async (one) => ({
        ...one,
        line: await toPendingLine(ports, one, labelOf(one.award.recipient)),
      })),
    );
    return { badges, total, late, ...(last && { next: `${last.validFrom}~${last.id}` }) };
  };

/** Number of badges that were never answered within the delay of the office, or within the usual one. */
const countLate =
  ({ store, clock, settings }: Ports) =>
  (): Promise<number> => {
    const days = settings.unanswered().days ?? USUAL_DELAY;
    return store.countUnanswered({ signedBy: secondsAfter(clock.now(), -days * DAY_SECONDS) });
  };

function parsePlace(text: string): PendingAcceptancePlace {
  const [validFrom = '', id = '', ...rest] = text.split('~');
  if (!id || rest.length > 0)
    throw new DomainError('invalid-request', { reason: 'after: not a place that was answered' });
  return { validFrom: validFrom as Instant, id: id as CredentialId };
}

async function toPendingLine(
  ports: Ports,
  { award, credential }: Waiting,
  label: RecipientLabel,
): Promise<PendingAcceptanceLine> {
  const { id, remindedAt } = credential;
  return {
    kind: 'unanswered',
    credential: credentialUrl(ports.origin, id),
    badge: award.achievement,
    ...label,
    awardedAt: award.grantedAt,
    ...(remindedAt && { remindedAt }),
    reached: await isReached(ports, award),
  };
}

export const pendingAcceptanceServices = useCases({ remindHolder, readPendingAcceptances, countLate });
