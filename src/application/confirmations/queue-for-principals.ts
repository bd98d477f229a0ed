import type { Change } from '../../domain/change/change.ts';
import type { Uai } from '../../domain/uai.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Ports } from '../service-ports.ts';

export interface PrincipalMail {
  readonly kind: 'confirmation-request' | 'confirmation-reminder';
  readonly uai: Uai;
  readonly references: readonly string[];
}

/** Queues one mail about all of these segments to each principal of the school. Also returns the number of
 *  principals. */
export async function queueForPrincipals(
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
