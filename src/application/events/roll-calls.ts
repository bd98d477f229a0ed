import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import { type RollCall, rollCallState } from '../../domain/event/roll-call.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readEvents' | 'readRollCall' | 'readLatestRollCall'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'salt'>;
}

export interface OpenRollCall {
  readonly eventCode: string;
  readonly opensAt: Instant;
  /** Must be later than `opensAt`. */
  readonly closesAt: Instant;
  readonly actor: PersonId;
}

/** Opens a roll call under a new secret, and closes the previous one. Throws `unknown-event`. */
export const openRollCall =
  ({ store, clock, ids }: Needs) =>
  async ({ eventCode, opensAt, closesAt, actor }: OpenRollCall): Promise<RollCall> => {
    const [event] = await store.readEvents([eventCode]);
    if (!event) throw new DomainError('unknown-event', { code: eventCode });
    const at = clock.now();
    const before = await store.readLatestRollCall(eventCode);
    const rollCall = { secret: ids.salt(), eventCode, opensAt, closesAt, madeAt: at, madeBy: actor };
    await store.commit([
      ...(before ? [{ kind: 'roll-call-closed' as const, secret: before.secret, at }] : []),
      { kind: 'roll-call-opened', rollCall },
      audit('roll-call-opened', { at, actor, subject: eventCode }),
    ]);
    return rollCall;
  };

/** Closes the event's roll call now. Does nothing where none is open. */
export const closeRollCall =
  ({ store, clock }: Needs) =>
  async (eventCode: string, actor: PersonId): Promise<void> => {
    const rollCall = await store.readLatestRollCall(eventCode);
    if (!rollCall) return;
    const at = clock.now();
    await store.commit([
      { kind: 'roll-call-closed', secret: rollCall.secret, at },
      audit('roll-call-closed', { at, actor, subject: eventCode }),
    ]);
  };

/** Records a person's statement that they are at the event. It has proof 1, and never lowers a better proof.
 *  Throws `not-found` for an unknown secret, `sheet-closed` outside its hours. */
export const signRollCall =
  ({ store, clock }: Needs) =>
  async (secret: string, personId: PersonId): Promise<void> => {
    const rollCall = await store.readRollCall(secret);
    if (!rollCall) throw new DomainError('not-found');
    const at = clock.now();
    if (rollCallState(rollCall, at) !== 'open') throw new DomainError('sheet-closed');
    const { eventCode } = rollCall;
    const details = { event: eventCode };
    await store.commit([
      { kind: 'attendance-signed', personId, eventCode },
      audit('roll-call-signed', { at, actor: personId, subject: personId, details }),
    ]);
  };
