import { toEmail } from '../../demo/names.ts';
import { PERSONAS } from '../../demo/personas.ts';
import type { ConfirmationRequest } from '../domain/confirmation/confirmation-request.ts';
import { instantInParis } from '../domain/time/paris-time.ts';
import { type Instant, type LocalDate, secondsAfter } from '../domain/time/time.ts';
import type { Uai } from '../domain/uai.ts';
import type { NodeContext } from '../node.ts';

const DAY_SECONDS = 86_400;
const REMINDER_DAYS = [15, 30] as const;
/** At one school, a request has had no answer for longer than both reminders take. This holds on every day on
 *  which the demonstration may start. */
const SILENT_DAYS = 34;

const EVER = { scope: 'all', from: '0000-01-01' as LocalDate, to: '9999-12-31' as LocalDate } as const;

/** Adds a request for each waiting segment of the demonstration, dated on the segment's first day: the files
 *  name the waiting segments, but not since when they wait. */
export async function askLongAgo({ ports: { store, clock } }: NodeContext): Promise<void> {
  const now = clock.now();
  const uais = await store.readWaitingSchools({ ...EVER, limit: Number.MAX_SAFE_INTEGER });
  const silentAt = await findSilentSchool(store);
  const segments = await store.readWaitingSegments(uais, EVER);
  const latest = secondsAfter(now, -SILENT_DAYS * DAY_SECONDS);
  const requests = segments.flatMap(({ reference, uai, period }) => {
    const begun = instantInParis(period.from, '08:00');
    const requestedAt = uai === silentAt && begun > latest ? latest : begun;
    return requestedAt > now ? [] : [requestOf(reference, requestedAt, now)];
  });
  await store.commit(requests.map((request) => ({ kind: 'confirmation-asked', request })));
}

async function findSilentSchool(store: NodeContext['ports']['store']): Promise<Uai | undefined> {
  const persona = PERSONAS['principal:askedBeforeSecondReminder'];
  const [principal] = persona ? await store.readPeopleByEmail([toEmail(persona)]) : [];
  return principal?.headOf;
}

/** A request with the reminders that are already due. */
function requestOf(engagementReference: string, requestedAt: Instant, now: Instant): ConfirmationRequest {
  const [first, second] = REMINDER_DAYS.map((days) => secondsAfter(requestedAt, days * DAY_SECONDS));
  return {
    engagementReference,
    requestedAt,
    ...(first && first <= now && { firstReminderAt: first }),
    ...(second && second <= now && { secondReminderAt: second }),
  };
}
