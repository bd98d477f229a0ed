import { audit } from '../../domain/audit/entry.ts';
import type { Proposal } from '../../domain/award/proposal.ts';
import type { Recipient } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { WalkedSlice } from '../jobs/walk-recipients.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';
import { findProposals } from './propose-awards.ts';

export interface ReopenProposal {
  readonly recipient: Recipient;
  readonly achievement: string;
  readonly actor: PersonId;
}

/** Reopens a refusal. The badge is judged at once, and returns to the queue where its criteria are met. The
 *  refusal remains readable. Returns the new proposal, if there is one. Throws `refusal-unknown`,
 *  `own-award`. */
export const reopenProposal =
  (ports: Ports) =>
  ({ recipient, achievement, actor }: ReopenProposal): Promise<Proposal | undefined> => {
    const { store, clock } = ports;
    return retryOnConflict(async () => {
      if (recipient.kind === 'person' && recipient.personId === actor) throw new DomainError('own-award');
      const rejections = await store.readRefusals([recipient]);
      if (!rejections.some((one) => one.achievement === achievement && !one.reopened)) {
        throw new DomainError('refusal-unknown');
      }
      const found = await findProposals(ports, await readPageOf(store, recipient), achievement);
      const at = clock.now();
      const subject = recipient.kind === 'person' ? recipient.personId : recipient.uai;
      await store.commit([
        { kind: 'refusal-reopened', recipient, achievement, by: actor, at },
        { kind: 'proposals-replaced', ...found },
        audit('award-refusal-reopened', { at, actor, subject, details: { achievement } }),
      ]);
      return found.proposals.find((one) => one.achievement === achievement);
    });
  };

/** One person or school in the form of a page of recipients, to be judged like one. */
export async function readPageOf(
  store: Store,
  recipient: Recipient,
): Promise<Pick<WalkedSlice, 'people' | 'schools'>> {
  if (recipient.kind === 'establishment') {
    return { people: [], schools: await store.readSchoolRecords([recipient.uai]) };
  }
  const people = await store.readPeople([recipient.personId]);
  return { people: await store.readPersonRecords(people.map(({ id }) => id)), schools: [] };
}
