import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import {
  type ConfirmationRequest,
  REMINDER_TURNS,
  type ReminderTurn,
  remindedSince,
} from '../../domain/confirmation/request.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { JobCommand } from '../../domain/job/types.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Engagement } from '../../domain/records.ts';
import type { SchoolScope } from '../../domain/school-search.ts';
import { daysAfter, type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { type Campaign, isOpen, type WaitingScope } from '../../features/campaigns/feature.ts';
import { SYSTEM_ACTOR } from '../audit/context.ts';
import type { Allowance } from '../concurrency/query-budget.ts';
import { counted, type TakeStep } from '../jobs/step.ts';
import { queueMail } from '../mail/queue.ts';
import { doEachItem, type Item } from '../maintenance/one-by-one.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { DueReminders } from '../store/confirmation-readers.ts';

/** Number of schools asked in one step. */
const STEP_SIZE = 20;

type Ask = Extract<JobCommand, { kind: 'ask-confirmations' }>;

/** Asks the principals of the next schools about the waiting engagements for which no request was made yet, in
 *  one mail for each school. */
export const askConfirmations =
  (ports: Ports): TakeStep =>
  async ({ command, progress, madeBy }) => {
    const { store } = ports;
    const campaign = await readCampaign(store, (command as Ask).campaignId);
    // The campaign was closed by hand while its job was running, so the remaining schools are not asked.
    if (campaign.closedAt) return { progress, advanced: 0, finished: true, changes: [] };
    const waiting = waitingOf(ports.scope, campaign);
    const { after } = progress;
    const uais = await store.readWaitingSchools({
      ...waiting,
      limit: STEP_SIZE,
      ...(after !== undefined && { after: after as Uai }),
    });
    const engagements = await store.readWaitingSegments(uais, waiting);
    const requested = await decideRequests(ports, campaign, engagements);
    const changes: Change[] = [];
    const outcomes: string[] = [];
    for (const [uai, requests] of Map.groupBy(requested, ({ engagement }) => engagement.uai)) {
      const references = requests.map(({ engagement }) => engagement.reference);
      const mail = await queueForPrincipals(ports, { kind: 'confirmation-request', uai, references });
      changes.push(...requests.map(({ change }) => change), ...mail.changes);
      outcomes.push(...references.map(() => (mail.principals > 0 ? 'asked' : 'asked-without-principal')));
    }
    if (requested.length > 0) {
      const details = { segments: requested.length };
      const at = ports.clock.now();
      changes.push(audit('confirmations-asked', { at, actor: madeBy, subject: campaign.id, details }));
    }
    outcomes.push(...engagements.slice(requested.length).map(() => 'asked-before'));
    const last = uais.length === STEP_SIZE ? uais.at(-1) : undefined;
    return {
      progress: {
        phase: 0,
        counts: counted(progress.counts, outcomes),
        ...(last !== undefined && { after: last }),
      },
      advanced: engagements.length,
      finished: last === undefined,
      changes,
    };
  };

/** The number of engagements that a job of the campaign must examine. */
export async function countEngagementsToRequest(
  { store, scope }: Ports,
  campaignId: string,
): Promise<number> {
  return store.countWaitingSegments(waitingOf(scope, await readCampaign(store, campaignId)));
}

async function readCampaign(store: Store, id: string): Promise<Campaign> {
  const campaign = await store.readCampaign(id);
  if (!campaign) throw new DomainError('not-found');
  return campaign;
}

function waitingOf(scope: SchoolScope, { schoolYear }: Campaign): WaitingScope {
  return { scope, from: firstDayOf(schoolYear), to: lastDayOf(schoolYear) };
}

interface RequestChange {
  readonly engagement: Engagement;
  readonly change: Change;
}

/** Engagements without a request, with a request of a closed campaign, or with a request by their teacher's
 *  declaration. The campaign takes over requests of the last kind, which keep their first date while they have no
 *  answer. */
async function decideRequests(
  { store, clock }: Ports,
  campaign: Campaign,
  engagements: readonly Engagement[],
): Promise<readonly RequestChange[]> {
  const at = clock.now();
  const earlier = await store.readConfirmationRequests(engagements.map(({ reference }) => reference));
  const earlierOf = new Map(earlier.map((one) => [one.engagementReference, one]));
  const closed = await readClosed(store, earlier, localDateInParis(at));
  return engagements.flatMap((engagement) => {
    const before = earlierOf.get(engagement.reference);
    if (before && !mayTakeOver(before, campaign, closed)) return [];
    const isFirst = engagement.confirmation === 'requested';
    const own = isFirst && before?.campaignId === undefined ? before : undefined;
    const again = { engagementReference: engagement.reference, requestedAt: at };
    const request = { ...(own ?? again), campaignId: campaign.id };
    const change: Change = { kind: 'confirmation-asked', request, ...(before && { replaces: before }) };
    return [{ engagement, change }];
  });
}

function mayTakeOver(
  { campaignId }: ConfirmationRequest,
  campaign: Campaign,
  closed: ReadonlySet<string>,
): boolean {
  return campaignId === undefined || (campaignId !== campaign.id && closed.has(campaignId));
}

async function readClosed(
  store: Store,
  requests: readonly ConfirmationRequest[],
  today: ReturnType<typeof localDateInParis>,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(requests.flatMap(({ campaignId }) => campaignId ?? []))];
  const campaigns = await Promise.all(ids.map((id) => store.readCampaign(id)));
  return new Set(campaigns.flatMap((one) => (one && !isOpen(one, today) ? [one.id] : [])));
}

const PAGE_SIZE = 50;
/** The most queries for the reminder of one school. A school has few engagements and principals. */
const SCHOOL_QUERIES = 25;

/** Reminds principals 15 and 30 days after an unanswered request, in one mail for each school. Each reminder
 *  is sent once: where two processes try, the commit of the second is refused. A school for which too few
 *  queries remain is reminded at the next call. Without a mailer there are no reminders. */
export const remindPrincipals =
  (ports: Ports) =>
  async (allowance: Allowance): Promise<void> => {
    if (!ports.mailer) return;
    const now = ports.clock.now();
    const due = { since: remindedSince(now), year: schoolYearOf(localDateInParis(now)) };
    // Second reminders are written before first ones, so that a first reminder is not followed at once by a
    // second one.
    const turns = REMINDER_TURNS.toReversed().map((turn) => ({ turn, ...due }));
    await doEachItem(ports.log, 'campaigns', remindTurns(ports, turns, allowance));
  };

async function* remindTurns(
  ports: Ports,
  turns: readonly DueReminders[],
  allowance: Allowance,
): AsyncGenerator<Item> {
  for (const due of turns) yield* remindTurn(ports, due, allowance);
}

async function* remindTurn(ports: Ports, due: DueReminders, allowance: Allowance): AsyncGenerator<Item> {
  let after: Uai | undefined;
  do {
    if (!allowance.has(SCHOOL_QUERIES)) return;
    const uais = await ports.store.readSchoolsToRemind({
      ...due,
      limit: PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    for (const uai of uais) {
      if (!allowance.has(SCHOOL_QUERIES)) return;
      yield { id: uai, action: () => remindSchool(ports, due, uai) };
    }
    after = uais.length === PAGE_SIZE ? uais.at(-1) : undefined;
  } while (after !== undefined);
}

async function remindSchool(ports: Ports, due: DueReminders, uai: Uai): Promise<void> {
  const { store, clock } = ports;
  const references = await store.readDueReminders(uai, due);
  if (references.length === 0) return;
  const at = clock.now();
  const { changes } = await queueForPrincipals(ports, { kind: 'confirmation-reminder', uai, references });
  const details: { readonly turn: ReminderTurn; readonly segments: number } = {
    turn: due.turn,
    segments: references.length,
  };
  try {
    await store.commit([
      { kind: 'confirmation-reminded', references, turn: due.turn, at },
      ...changes,
      audit('confirmation-reminded', { at, actor: SYSTEM_ACTOR, subject: uai, details }),
    ]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
  }
}

export interface PrincipalMail {
  readonly kind: 'confirmation-request' | 'confirmation-reminder';
  readonly uai: Uai;
  readonly references: readonly string[];
}

/** Queues one mail about all of these engagements to each principal of the school. Also returns the number of
 *  principals. */
async function queueForPrincipals(
  { store, clock, ids, origin, mailer }: Ports,
  { kind, uai, references }: PrincipalMail,
): Promise<{ readonly changes: readonly Change[]; readonly principals: number }> {
  const heads = await store.readHeadsOf(uai);
  if (!mailer || references.length === 0) return { changes: [], principals: heads.length };
  const changes = heads.flatMap((personId) =>
    queueMail({ id: ids.uuid(), kind, personId, subjectIds: references }, { at: clock.now(), origin }),
  );
  return { changes, principals: heads.length };
}

/** The mails that ask the principals of the school for a confirmation. The teacher of the engagement gets none.
 *  A mail tells all that waits at the school when it is sent, so a declaration adds one only if none waits. */
export async function askHeads(
  { store, origin, mailer }: Ports,
  { uai, personId: teacher }: Pick<Engagement, 'uai' | 'personId'>,
  at: Instant,
): Promise<readonly Change[]> {
  if (!mailer) return [];
  const today = localDateInParis(at);
  const tomorrow = daysAfter(today, 1);
  const changes: Change[] = [];
  for (const personId of await store.readHeadsOf(uai)) {
    if (personId === teacher) continue;
    const mailOf = (day: LocalDate) => ({
      id: requestMailId(personId, uai, day),
      kind: 'confirmation-request' as const,
      personId,
      subjectIds: [formatSubject({ kind: 'school', id: uai })],
    });
    const [sentToday, waiting] = [await store.readMail(mailOf(today).id), mailOf(tomorrow)];
    if (!sentToday) changes.push(...queueMail(mailOf(today), { at, origin }));
    else if (sentToday.state !== 'waiting' && !(await store.readMail(waiting.id))) {
      changes.push(...queueMail(waiting, { at, origin }));
    }
  }
  return changes;
}

/** The id of all requests of one day to one principal. Of two mails written at the same moment, the second is
 *  refused. */
function requestMailId(personId: PersonId, uai: Engagement['uai'], day: LocalDate): string {
  return `request-${personId}-${uai}-${day}`;
}
