import { audit } from '../../domain/audit/entry.ts';
import type { MissionSharing } from '../../domain/engagement/mission-sharing.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Ports } from '../service-ports.ts';

interface RecordMissionSharing {
  readonly uai: Uai;
  readonly reference: string;
  /** The sharing, in place of the earlier one. Missions that the engagement does not list are left out. */
  readonly sharing: readonly MissionSharing[];
  readonly by: PersonId;
}

/** Records how the missions of an engagement are shared out, for a head of the school. It is printed in the
 *  statement, so people cannot record it for their own engagement. Throws `not-found` where the school has no
 *  such engagement, `own-engagement`. */
export const recordMissionSharing =
  ({ store, clock }: Ports) =>
  async ({ uai, reference, sharing, by }: RecordMissionSharing): Promise<PersonId> => {
    const [engagement] = await store.readEngagements([reference]);
    if (engagement?.uai !== uai) throw new DomainError('not-found');
    const { personId, missions } = engagement;
    if (personId === by) throw new DomainError('own-engagement');
    const stated = sharing.filter(({ mission }) => missions.includes(mission));
    await store.commit([
      { kind: 'engagement-sharing-said', reference, sharing: stated },
      audit('mission-sharing-said', {
        at: clock.now(),
        actor: by,
        subject: personId,
        details: { uai, reference, missions: stated.map(({ mission }) => mission).join(', ') },
      }),
    ]);
    return personId;
  };
