import type { CampaignRequest, CampaignSchool } from '../../../../application/campaigns/campaign-reader.ts';
import type { Store } from '../../../../application/ports.ts';
import type { ConfirmationRequestState } from '../../../../domain/campaign/campaign.ts';
import { readNames } from '../decisions/decision-views.ts';

/** One request of a campaign. */
export interface RequestLine {
  readonly person: string;
  readonly personHref: string;
  readonly school: string;
  readonly missions: string;
  readonly state: ConfirmationRequestState;
  readonly askedAt: string;
  readonly reminders: readonly string[];
}

export async function requestLines(
  store: Store,
  requests: readonly CampaignRequest[],
): Promise<readonly RequestLine[]> {
  const { nameOf, schoolOf } = await readNames(
    store,
    requests.map(({ engagement: { personId } }) => ({ kind: 'person', personId })),
    requests.map(({ engagement }) => engagement.uai),
  );
  return requests.map(({ request, engagement, state }) => ({
    person: nameOf({ kind: 'person', personId: engagement.personId }),
    personHref: `/dane/people/${engagement.personId}`,
    school: schoolOf(engagement.uai) ?? engagement.uai,
    missions: engagement.missions.join(' '),
    state,
    askedAt: request.requestedAt,
    reminders: [request.firstReminderAt, request.secondReminderAt].filter((at) => at !== undefined),
  }));
}

/** A school with unanswered requests. */
export interface UnansweredLine {
  readonly school: string;
  readonly href: string;
  readonly unanswered: number;
  readonly asked: number;
  readonly askedAt: string;
  readonly remindedAt?: string | undefined;
}

export async function unansweredLines(
  store: Store,
  schools: readonly CampaignSchool[],
): Promise<readonly UnansweredLine[]> {
  const { schoolOf } = await readNames(
    store,
    [],
    schools.map(({ uai }) => uai),
  );
  return schools.map(({ uai, unanswered, asked, requestedAt, remindedAt }) => ({
    school: schoolOf(uai) ?? uai,
    href: `/school/${uai}/confirmations`,
    unanswered,
    asked,
    askedAt: requestedAt,
    remindedAt,
  }));
}
