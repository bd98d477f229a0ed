import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ProofLevel } from '../../domain/records.ts';
import type { Ports } from '../service-ports.ts';

interface NoteAttendances {
  readonly eventCode: string;
  readonly people: readonly PersonId[];
  readonly proof: ProofLevel;
  readonly by: PersonId;
}

/** Records for the DANE that these people were at an event. The caller has checked that they are invited and
 *  that the event has begun. Throws `unknown-event`. */
export const noteAttendances =
  ({ store, clock }: Ports) =>
  async ({ eventCode, people, proof, by }: NoteAttendances): Promise<void> => {
    const [event] = await store.readEvents([eventCode]);
    if (!event) throw new DomainError('unknown-event', { code: eventCode });
    const at = clock.now();
    const details = { event: eventCode, proof };
    await store.commit([
      ...people.map((personId): Change => {
        return { kind: 'attendance-saved', attendance: { personId, eventCode, proof } };
      }),
      ...people.map((personId) => audit('attendance-saved', { at, actor: by, subject: personId, details })),
    ]);
  };
