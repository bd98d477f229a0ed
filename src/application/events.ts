import { audit } from '../domain/audit/entry.ts';
import type { Change } from '../domain/change/union.ts';
import { DomainError } from '../domain/errors.ts';
import type { EventDetails } from '../domain/event/details.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Attendance, Event, ProofLevel } from '../domain/records.ts';
import type { Ports } from './service-ports.ts';
import { retryOnConflict, useCases } from './use-cases.ts';

export interface SaveEvent {
  readonly event: Event;
  /** What the people invited must know; as it was where absent. */
  readonly details?: Omit<EventDetails, 'eventCode'>;
  /** True for a new event, whose code must be free; false to change an existing one. */
  readonly isNew: boolean;
  readonly actor: PersonId;
}

/** Records an event, or changes it. Throws `event-code-taken`, `unknown-event`, `unknown-establishment`. */
const saveEvent =
  ({ store, clock }: Ports) =>
  ({ event, details, isNew, actor }: SaveEvent): Promise<void> =>
    retryOnConflict(async () => {
      const [stored] = await store.readEvents([event.code]);
      if (isNew && stored) throw new DomainError('event-code-taken', { code: event.code });
      if (!isNew && !stored) throw new DomainError('unknown-event', { code: event.code });
      if (event.uai) {
        const [school] = await store.readSchoolsByUai([event.uai]);
        if (!school) throw new DomainError('unknown-establishment', { uai: event.uai });
      }
      const stated = { at: clock.now(), actor, subject: event.code };
      const known: readonly Change[] = details
        ? [{ kind: 'event-details-saved', details: { eventCode: event.code, ...details } }]
        : [];
      await store.commit(
        stored
          ? [
              { kind: 'records-as-read', of: 'event', records: [stored] },
              { kind: 'event-saved', event },
              ...known,
              audit('event-changed', stated),
            ]
          : [{ kind: 'event-added', event }, ...known, audit('event-created', stated)],
      );
    });

/** Records for the DANE a person's attendance at an event. It replaces an earlier one. Throws `unknown-event`,
 *  `unknown-person`, `own-engagement` for the agent's own attendance. */
const saveAttendance =
  ({ store, clock }: Ports) =>
  async (attendance: Attendance, actor: PersonId): Promise<void> => {
    const { eventCode, personId, proof } = attendance;
    if (personId === actor) throw new DomainError('own-engagement');
    const [event] = await store.readEvents([eventCode]);
    if (!event) throw new DomainError('unknown-event', { code: eventCode });
    const [person] = await store.readPeople([personId]);
    if (!person) throw new DomainError('unknown-person');
    const details = { event: eventCode, proof };
    await store.commit([
      { kind: 'attendance-saved', attendance },
      audit('attendance-saved', { at: clock.now(), actor, subject: personId, details }),
    ]);
  };

interface NoteAttendances {
  readonly eventCode: string;
  readonly people: readonly PersonId[];
  readonly proof: ProofLevel;
  readonly by: PersonId;
}

/** Records for the DANE that these people were at an event. The caller has checked that they are invited and
 *  that the event has begun. Throws `unknown-event`, `own-engagement` if the agent is one of them. */
const noteAttendances =
  ({ store, clock }: Ports) =>
  async ({ eventCode, people, proof, by }: NoteAttendances): Promise<void> => {
    if (people.includes(by)) throw new DomainError('own-engagement');
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

export const eventServices = useCases({
  saveEvent,
  saveAttendance,
  noteAttendances,
});
