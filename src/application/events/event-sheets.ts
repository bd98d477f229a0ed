import { audit } from '../../domain/audit.ts';
import { type EventSheet, sheetState } from '../../domain/engagement/event-sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readEvents' | 'readEventSheet' | 'readLatestEventSheet'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'salt'>;
}

export interface OpenSheet {
  readonly eventCode: string;
  readonly opensAt: Instant;
  /** Must be later than `opensAt`. */
  readonly closesAt: Instant;
  readonly actor: PersonId;
}

/** Opens a sign-in sheet under a new secret, and closes the previous one. Throws `unknown-event`. */
export const openSheet =
  ({ store, clock, ids }: Needs) =>
  async ({ eventCode, opensAt, closesAt, actor }: OpenSheet): Promise<EventSheet> => {
    const [event] = await store.readEvents([eventCode]);
    if (!event) throw new DomainError('unknown-event', { code: eventCode });
    const at = clock.now();
    const before = await store.readLatestEventSheet(eventCode);
    const sheet = { secret: ids.salt(), eventCode, opensAt, closesAt, madeAt: at, madeBy: actor };
    await store.commit([
      ...(before ? [{ kind: 'event-sheet-closed' as const, secret: before.secret, at }] : []),
      { kind: 'event-sheet-opened', sheet },
      audit('event-sheet-opened', { at, actor, subject: eventCode }),
    ]);
    return sheet;
  };

/** Closes the event's sheet now. Does nothing where none is open. */
export const closeSheet =
  ({ store, clock }: Needs) =>
  async (eventCode: string, actor: PersonId): Promise<void> => {
    const sheet = await store.readLatestEventSheet(eventCode);
    if (!sheet) return;
    const at = clock.now();
    await store.commit([
      { kind: 'event-sheet-closed', secret: sheet.secret, at },
      audit('event-sheet-closed', { at, actor, subject: eventCode }),
    ]);
  };

/** Records a person's own statement that they are at the event: proof 1, which never lowers a recorded proof.
 *  Throws `not-found` for an unknown secret, `sheet-closed` outside the hours of the sheet. */
export const signSheet =
  ({ store, clock }: Needs) =>
  async (secret: string, personId: PersonId): Promise<void> => {
    const sheet = await store.readEventSheet(secret);
    if (!sheet) throw new DomainError('not-found');
    const at = clock.now();
    if (sheetState(sheet, at) !== 'open') throw new DomainError('sheet-closed');
    const { eventCode } = sheet;
    const details = { event: eventCode };
    await store.commit([
      { kind: 'attendance-signed', personId, eventCode },
      audit('event-sheet-signed', { at, actor: personId, subject: personId, details }),
    ]);
  };
