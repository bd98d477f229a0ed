import type { Award, Recipient } from '../../domain/award/award-types.ts';
import type { Change } from '../../domain/change/change.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Clock, Ids, Store } from '../ports.ts';
import type { Mailer } from './mailer.ts';
import { queueMail } from './queue-mail.ts';

export interface AwardMailNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly origin: string;
  /** Absent where the service sends no mail. */
  readonly mailer?: Mailer;
}

/** The mails about a badge that was just issued or corrected, to its holder or to the principals of the
 *  school. A recipient without an address gets none. The first subject is the credential. */
export async function queueAwardMail(
  { store, clock, ids, origin, mailer }: AwardMailNeeds,
  { recipient }: Award,
  subjectIds: readonly [CredentialId, ...string[]],
): Promise<readonly Change[]> {
  if (!mailer) return [];
  const people = await store.readPeople(await readAddressees(store, recipient));
  return people
    .filter(({ emails }) => emails.length > 0)
    .flatMap(({ id: personId }) =>
      queueMail({ id: ids.uuid(), kind: 'award', personId, subjectIds }, { at: clock.now(), origin }),
    );
}

async function readAddressees(store: Store, recipient: Recipient): Promise<readonly PersonId[]> {
  return recipient.kind === 'person' ? [recipient.personId] : store.readHeadsOf(recipient.uai);
}
