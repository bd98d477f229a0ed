import type { Store } from '../../../../application/ports.ts';
import type { CampaignRequest, CampaignSchool } from '../../../../application/store/engagement-readers.ts';
import { readNames } from '../decisions/decision-views.ts';

/** One request of a campaign. */
export type RequestLine = Awaited<ReturnType<typeof requestLines>>[number];

export async function requestLines(store: Store, requests: readonly CampaignRequest[]) {
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
export type UnansweredLine = Awaited<ReturnType<typeof unansweredLines>>[number];

export async function unansweredLines(store: Store, schools: readonly CampaignSchool[]) {
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
