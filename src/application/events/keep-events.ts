import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Attendance, Event } from '../../domain/records.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

export interface SaveEvent {
  readonly event: Event;
  /** True for a new event, whose code must be free; false to change an existing one. */
  readonly isNew: boolean;
  readonly actor: PersonId;
}

/** Records an event, or changes it. Throws `event-code-taken`, `unknown-event`, `unknown-establishment`. */
export const saveEvent =
  ({ store, clock }: Ports) =>
  ({ event, isNew, actor }: SaveEvent): Promise<void> =>
    onceMore(async () => {
      const [stored] = await store.readEvents([event.code]);
      if (isNew && stored) throw new DomainError('event-code-taken', { code: event.code });
      if (!isNew && !stored) throw new DomainError('unknown-event', { code: event.code });
      if (event.uai) {
        const [school] = await store.readEstablishments([event.uai]);
        if (!school) throw new DomainError('unknown-establishment', { uai: event.uai });
      }
      const said = { at: clock.now(), actor, subject: event.code };
      await store.commit(
        stored
          ? [
              { kind: 'records-as-read', of: 'event', records: [stored] },
              { kind: 'event-saved', event },
              audit('event-changed', said),
            ]
          : [{ kind: 'event-added', event }, audit('event-created', said)],
      );
    });

/** Records a person's attendance at an event. It replaces an earlier one. Throws `unknown-event`,
 *  `unknown-person`. */
export const saveAttendance =
  ({ store, clock }: Ports) =>
  async (attendance: Attendance, actor: PersonId): Promise<void> => {
    const { eventCode, personId, proof } = attendance;
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
