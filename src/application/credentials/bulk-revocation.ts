import { LARGEST_BATCH, TAKE_BACK_MINUTES } from '../../domain/award/batch.ts';
import type { Recipient } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { type AwardId, type CredentialId, type PersonId, parseCredentialId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/types.ts';
import { daysAfter, type LocalDate, secondsAfter } from '../../domain/time/calendar.ts';
import { instantInParis } from '../../domain/time/paris-clock.ts';
import type { Uai } from '../../domain/uai.ts';
import { sha256Of } from '../digest.ts';
import { beginJob } from '../jobs/begin.ts';
import { type AdvanceJob, startJob, takeBackJob } from '../jobs/services.ts';
import { readAddressees } from '../mail/queue.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { publicReason } from './revoke.ts';

/** Number of badges read together. */
const PAGE_SIZE = 500;
/** Number of badges that a page lists. */
const LISTED = 200;

export type StandingBadge = Required<AwardWithCredential>;

/** A filter of standing badges: by badge, version of the criteria, school, and days of the grant. */
export interface RevocationsFilter {
  readonly badge?: string | undefined;
  readonly version?: number | undefined;
  readonly uai?: Uai | undefined;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}

/** The badges to revoke: those that were ticked, or all that match a filter. */
export type RevocationsChoice =
  | { readonly ids: readonly string[] }
  | { readonly matching: RevocationsFilter };

export interface ReadRevocations {
  readonly ids: readonly CredentialId[];
  /** Digest of the chosen badges. Only the badges that were shown can thus be confirmed. */
  readonly digest: string;
  readonly first: readonly StandingBadge[];
  /** Number of mails that will be written. There is none for a recipient without an address. */
  readonly mails: number;
}

/** The effects of revoking many badges, from the present records. Where more badges match the filter than one
 *  act may hold, the first `LARGEST_BATCH + 1` are read. */
const readRevocations =
  ({ store, mailer }: Ports) =>
  async (choice: RevocationsChoice): Promise<ReadRevocations> => {
    const ids: CredentialId[] = [];
    const first: StandingBadge[] = [];
    let mails = 0;
    const pages = 'ids' in choice ? readChosen(store, choice.ids) : readMatching(store, choice.matching);
    for await (const page of pages) {
      ids.push(...page.map(({ credential }) => credential.id));
      first.push(...page.slice(0, Math.max(0, LISTED - first.length)));
      if (mailer) mails += await countMails(store, page);
      if (ids.length > LARGEST_BATCH) break;
    }
    return { ids, first, mails, digest: await sha256Of(ids.join('\n')) };
  };

/** The first standing badges that match a filter, and whether there are more. */
export async function readFiltered(
  store: Store,
  filter: RevocationsFilter,
  limit: number,
): Promise<{ readonly found: readonly StandingBadge[]; readonly isMore: boolean }> {
  const found: StandingBadge[] = [];
  for await (const page of readMatching(store, filter)) {
    found.push(...page);
    if (found.length > limit) break;
  }
  return { found: found.slice(0, limit), isMore: found.length > limit };
}

async function* readMatching(
  store: Store,
  { badge, version, uai, from, until }: RevocationsFilter,
): AsyncGenerator<readonly StandingBadge[]> {
  let after: AwardId | undefined;
  while (badge) {
    const page = await store.readStandingBadges({
      achievement: badge,
      limit: PAGE_SIZE,
      ...(version && { version }),
      ...(uai && { uai }),
      ...(from && { from: instantInParis(from, '00:00') }),
      ...(until && { until: secondsAfter(instantInParis(daysAfter(until, 1), '00:00'), -1) }),
      ...(after && { after }),
    });
    yield page;
    if (page.length < PAGE_SIZE) return;
    after = page.at(-1)?.award.id;
  }
}

/** The badges of these ids that can still be revoked. */
async function* readChosen(store: Store, texts: readonly string[]): AsyncGenerator<readonly StandingBadge[]> {
  const ids = [...new Set(texts)].flatMap((text) => parseCredentialId(text) ?? []);
  for (let at = 0; at < ids.length; at += PAGE_SIZE) {
    const found = await Promise.all(ids.slice(at, at + PAGE_SIZE).map((id) => store.readCredential(id)));
    yield found.flatMap((one) => {
      const { award, credential } = one ?? {};
      return award && credential && !credential.revocation && !credential.erasedAt
        ? [{ award, credential }]
        : [];
    });
  }
}

async function countMails(store: Store, page: readonly StandingBadge[]): Promise<number> {
  const recipients = page.map(({ award }): Recipient => award.recipient);
  const addresseesOf = await readAddressees(store, recipients);
  return recipients.reduce((sum, recipient) => sum + addresseesOf(recipient).length, 0);
}

export interface BeginRevocations {
  readonly ids: readonly CredentialId[];
  /** The reason, which is public and the same for all. */
  readonly reason: string;
  /** The badge that the same recipients get instead, with the reason of the grant. A reason is needed where
   *  the criteria are not met or the badge is of the same kind. */
  readonly replacement?: { readonly achievement: string; readonly reason?: string };
  readonly actor: PersonId;
}

/** Begins the revocation of many badges. It starts after some minutes, so that it can be taken back. Throws
 *  `reason-required`, `numen-refused`, `too-large`. */
const beginRevocations =
  (ports: Ports) =>
  async ({ ids, actor, replacement, ...said }: BeginRevocations): Promise<Job> => {
    const reason = publicReason(said.reason);
    if (ids.length > LARGEST_BATCH) throw new DomainError('too-large', { limit: LARGEST_BATCH });
    const command = { kind: 'revoke-many' as const, ids: [...new Set(ids)], reason };
    return beginJob(ports)(
      { ...command, ...(replacement && { replacement }) },
      actor,
      TAKE_BACK_MINUTES * 60,
    );
  };

export interface BulkRevocation {
  readonly ids: readonly CredentialId[];
  /** The reason, which is public and the same for all. */
  readonly reason: string;
  readonly actor: string;
}

export interface RevocationsWork {
  readonly id: string;
  /** `continue` does a part of the work. `start` ends the wait before it. `stop` leaves the remaining badges
   *  valid. */
  readonly act: 'continue' | 'start' | 'stop';
  readonly actor: string;
}

/** The revocation of many badges for a program: it is begun, and then done part by part. Throws the errors of
 *  `beginRevocations`. */
const revokeByProgram = (ports: Ports, advanceJob: AdvanceJob) => ({
  begin: ({ ids, reason, actor }: BulkRevocation): Promise<Job> =>
    beginRevocations(ports)({ ids, reason, actor: actor as PersonId }),

  /** Throws `not-found` where the id belongs to no such job. */
  goOn: async ({ id, act, actor }: RevocationsWork): Promise<Job> => {
    const found = await ports.store.readJob(id);
    if (found?.command.kind !== 'revoke-many') throw new DomainError('not-found');
    const requested = { id, actor: actor as PersonId };
    if (act === 'start') await startJob(ports)(requested);
    const job = act === 'stop' ? await takeBackJob(ports)(requested) : await advanceJob(id);
    return job ?? found;
  },
});

export const revocationServices = (ports: Ports, advance: AdvanceJob) => ({
  readRevocations: readRevocations(ports),
  beginRevocations: beginRevocations(ports),
  revokeByProgram: revokeByProgram(ports, advance),
});
