import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import { type RollCall, rollCallState } from '../../domain/event/roll-call.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

export interface OpenRollCall {
  readonly eventCode: string;
  readonly opensAt: Instant;
  /** Must be later than `opensAt`. */
  readonly closesAt: Instant;
  /** The secret of the roll call that the page showed; absent where it showed none. */
  readonly seen?: string | undefined;
  readonly actor: PersonId;
}

/** Opens a roll call under a new secret, and closes the one that the page showed. An event has one sheet: where
 *  one with the same hours was opened since, that one is returned. Throws `unknown-event`, and
 *  `settled-meanwhile` where one with other hours was opened since. */
export const openRollCall =
  ({ store, clock, ids }: Ports) =>
  ({ eventCode, opensAt, closesAt, seen, actor }: OpenRollCall): Promise<RollCall> =>
    onceMore(async () => {
      const [event] = await store.readEvents([eventCode]);
      if (!event) throw new DomainError('unknown-event', { code: eventCode });
      const at = clock.now();
      const latest = await store.readLatestRollCall(eventCode);
      const stands = latest && rollCallState(latest, at) !== 'closed' ? latest : undefined;
      if (stands && stands.secret !== seen) {
        if (stands.opensAt === opensAt && stands.closesAt === closesAt) return stands;
        throw new DomainError('settled-meanwhile');
      }
      const rollCall = { secret: ids.salt(), eventCode, opensAt, closesAt, madeAt: at, madeBy: actor };
      await store.commit([
        ...(stands ? [{ kind: 'roll-call-closed' as const, asRead: stands, at }] : []),
        { kind: 'roll-call-opened', rollCall, replaces: stands?.secret },
        audit('roll-call-opened', { at, actor, subject: eventCode }),
      ]);
      return rollCall;
    });

/** Closes the event's roll call now. Throws `settled-meanwhile` where none is open. */
export const closeRollCall =
  ({ store, clock }: Ports) =>
  (eventCode: string, actor: PersonId): Promise<void> =>
    onceMore(async () => {
      const rollCall = await store.readLatestRollCall(eventCode);
      const at = clock.now();
      if (!rollCall || rollCallState(rollCall, at) === 'closed') throw new DomainError('settled-meanwhile');
      await store.commit([
        { kind: 'roll-call-closed', asRead: rollCall, at },
        audit('roll-call-closed', { at, actor, subject: eventCode }),
      ]);
    });

/** Records a person's statement that they are at the event. It has proof 1, and never lowers a better proof.
 *  Throws `not-found` for an unknown secret, `sheet-closed` outside its hours. */
export const signRollCall =
  ({ store, clock }: Ports) =>
  (secret: string, personId: PersonId): Promise<void> =>
    onceMore(async () => {
      const rollCall = await store.readRollCall(secret);
      if (!rollCall) throw new DomainError('not-found');
      const at = clock.now();
      if (rollCallState(rollCall, at) !== 'open') throw new DomainError('sheet-closed');
      const { eventCode } = rollCall;
      const details = { event: eventCode };
      await store.commit([
        { kind: 'attendance-signed', personId, eventCode, secret, at },
        audit('roll-call-signed', { at, actor: personId, subject: personId, details }),
      ]);
    });
