import type { Change } from '../../domain/change/change.ts';
import type { Uai } from '../../domain/uai.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Clock, Ids, Store } from '../ports.ts';

export interface PrincipalMailNeeds {
  readonly store: Pick<Store, 'readHeadsOf'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly origin: string;
  /** Absent where the service sends no mail. */
  readonly mailer?: unknown;
}

export interface PrincipalMail {
  readonly kind: 'confirmation-request' | 'confirmation-reminder';
  readonly uai: Uai;
  readonly references: readonly string[];
}

/** Queues one mail about all of these segments to each principal of the school. Also returns the number of
 *  principals. */
export async function queueForPrincipals(
  { store, clock, ids, origin, mailer }: PrincipalMailNeeds,
  { kind, uai, references }: PrincipalMail,
): Promise<{ readonly changes: readonly Change[]; readonly principals: number }> {
  const heads = await store.readHeadsOf(uai);
  if (!mailer || references.length === 0) return { changes: [], principals: heads.length };
  const changes = heads.flatMap((personId) =>
    queueMail({ id: ids.uuid(), kind, personId, subjectIds: references }, { at: clock.now(), origin }),
  );
  return { changes, principals: heads.length };
}
