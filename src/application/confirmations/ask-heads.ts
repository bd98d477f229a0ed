import type { Change } from '../../domain/change/change.ts';
import type { PersonId } from '../../domain/ids.ts';
import { schoolSubject } from '../../domain/mail/mail-subject.ts';
import type { Engagement } from '../../domain/records.ts';
import { instantInParis } from '../../domain/time/paris-time.ts';
import {
  fromDayNumber,
  type Instant,
  type LocalDate,
  localDateInParis,
  toDayNumber,
} from '../../domain/time/time.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Ports } from '../service-ports.ts';

/** Hour in Paris at which a mail of the next morning is sent. */
const MORNING = '07:00';

/** The mails that ask the principals of the school for a confirmation. The teacher of the segment gets none.
 *  A mail is sent at once, but at most one a day. A declaration that follows the mail of the day is in the
 *  mail of the next morning. */
export async function askHeads(
  { store, origin, mailer }: Ports,
  { uai, personId: teacher }: Pick<Engagement, 'uai' | 'personId'>,
  at: Instant,
): Promise<readonly Change[]> {
  if (!mailer) return [];
  const today = localDateInParis(at);
  const tomorrow = fromDayNumber(toDayNumber(today) + 1);
  const changes: Change[] = [];
  for (const personId of await store.readHeadsOf(uai)) {
    if (personId === teacher) continue;
    const mailOf = (day: LocalDate) => ({
      id: requestMailId(personId, uai, day),
      kind: 'confirmation-request' as const,
      personId,
      subjectIds: [schoolSubject(uai)],
    });
    const [sentToday, waiting] = [await store.readMail(mailOf(today).id), mailOf(tomorrow)];
    if (!sentToday) changes.push(...queueMail(mailOf(today), { at, origin }));
    else if (sentToday.state !== 'waiting' && !(await store.readMail(waiting.id))) {
      changes.push(...queueMail(waiting, { at, sendAt: instantInParis(tomorrow, MORNING), origin }));
    }
  }
  return changes;
}

/** The id of all requests of one day to one principal. Of two mails written at the same moment, the second is
 *  refused. */
function requestMailId(personId: PersonId, uai: Engagement['uai'], day: LocalDate): string {
  return `request-${personId}-${uai}-${day}`;
}
