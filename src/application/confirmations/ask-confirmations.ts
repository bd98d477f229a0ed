import { audit } from '../../domain/audit.ts';
import { type Campaign, isOpen } from '../../domain/campaign/campaign.ts';
import type { Change } from '../../domain/change/change.ts';
import type { ConfirmationRequest } from '../../domain/confirmation/confirmation-request.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import { DomainError } from '../../domain/errors.ts';
import type { JobCommand } from '../../domain/job/job.ts';
import type { Engagement } from '../../domain/records.ts';
import { firstDayOf, lastDayOf } from '../../domain/time/school-year.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { counted, type TakeStep } from '../jobs/step.ts';
import type { Store } from '../ports.ts';
import type { WaitingScope } from '../store/engagement-readers.ts';
import { type PrincipalMailNeeds, queueForPrincipals } from './queue-for-principals.ts';

/** Number of schools asked in one step. */
const STEP_SIZE = 20;

interface Needs extends PrincipalMailNeeds {
  readonly store: Pick<
    Store,
    | 'countWaitingSegments'
    | 'readCampaign'
    | 'readConfirmationRequests'
    | 'readHeadsOf'
    | 'readWaitingSchools'
    | 'readWaitingSegments'
  >;
  readonly scope: SchoolScope;
}

type Ask = Extract<JobCommand, { kind: 'ask-confirmations' }>;

/** Asks the principals of the next schools about the waiting segments for which no request was made yet, in
 *  one mail for each school. */
export const askConfirmations =
  (needs: Needs): TakeStep =>
  async ({ command, progress, madeBy }) => {
    const { store } = needs;
    const campaign = await readCampaign(store, (command as Ask).campaignId);
    // The campaign was closed by hand while its job was running, so the remaining schools are not asked.
    if (campaign.closedAt) return { progress, advanced: 0, finished: true, changes: [] };
    const waiting = waitingOf(needs.scope, campaign);
    const { after } = progress;
    const uais = await store.readWaitingSchools({
      ...waiting,
      limit: STEP_SIZE,
      ...(after !== undefined && { after: after as Uai }),
    });
    const segments = await store.readWaitingSegments(uais, waiting);
    const asked = await decideAsked(needs, campaign, segments);
    const changes: Change[] = [];
    const outcomes: string[] = [];
    for (const [uai, requests] of Map.groupBy(asked, ({ engagement }) => engagement.uai)) {
      const references = requests.map(({ engagement }) => engagement.reference);
      const mail = await queueForPrincipals(needs, { kind: 'confirmation-request', uai, references });
      changes.push(...requests.map(({ change }) => change), ...mail.changes);
      outcomes.push(...references.map(() => (mail.principals > 0 ? 'asked' : 'asked-without-principal')));
    }
    if (asked.length > 0) {
      const details = { segments: asked.length };
      const at = needs.clock.now();
      changes.push(audit('confirmations-asked', { at, actor: madeBy, subject: campaign.id, details }));
    }
    outcomes.push(...segments.slice(asked.length).map(() => 'asked-before'));
    const last = uais.length === STEP_SIZE ? uais.at(-1) : undefined;
    return {
      progress: {
        phase: 0,
        counts: counted(progress.counts, outcomes),
        ...(last !== undefined && { after: last }),
      },
      advanced: segments.length,
      finished: last === undefined,
      changes,
    };
  };

/** The number of segments that a job of the campaign must examine. */
export async function countAsked(
  { store, scope }: Pick<Needs, 'store' | 'scope'>,
  campaignId: string,
): Promise<number> {
  return store.countWaitingSegments(waitingOf(scope, await readCampaign(store, campaignId)));
}

async function readCampaign(store: Pick<Store, 'readCampaign'>, id: string): Promise<Campaign> {
  const campaign = await store.readCampaign(id);
  if (!campaign) throw new DomainError('not-found');
  return campaign;
}

function waitingOf(scope: SchoolScope, { schoolYear }: Campaign): WaitingScope {
  return { scope, from: firstDayOf(schoolYear), to: lastDayOf(schoolYear) };
}

interface Asked {
  readonly engagement: Engagement;
  readonly change: Change;
}

/** Segments without a request, with a request of a closed campaign, or with a request by their teacher's
 *  declaration. The campaign takes over requests of the last kind, which keep their first date. */
async function decideAsked(
  { store, clock }: Needs,
  campaign: Campaign,
  segments: readonly Engagement[],
): Promise<readonly Asked[]> {
  const at = clock.now();
  const earlier = await store.readConfirmationRequests(segments.map(({ reference }) => reference));
  const earlierOf = new Map(earlier.map((one) => [one.engagementReference, one]));
  const closed = await readClosed(store, earlier, localDateInParis(at));
  return segments.flatMap((engagement) => {
    const before = earlierOf.get(engagement.reference);
    if (before && !mayTakeOver(before, campaign, closed)) return [];
    const own = before?.campaignId === undefined ? before : undefined;
    const anew = { engagementReference: engagement.reference, requestedAt: at };
    const request = { ...(own ?? anew), campaignId: campaign.id };
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
  store: Pick<Store, 'readCampaign'>,
  requests: readonly ConfirmationRequest[],
  today: ReturnType<typeof localDateInParis>,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(requests.flatMap(({ campaignId }) => campaignId ?? []))];
  const campaigns = await Promise.all(ids.map((id) => store.readCampaign(id)));
  return new Set(campaigns.flatMap((one) => (one && !isOpen(one, today) ? [one.id] : [])));
}
