import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CodePlace, type RollCall, rollCallState } from '../../domain/event/roll-call.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { makeScan, parseCode, placeOf, readScan, startOfScan } from './codes.ts';

export interface OpenRollCall {
  readonly eventCode: string;
  readonly opensAt: Instant;
  /** Must be later than `opensAt`. */
  readonly closesAt: Instant;
  /** The secret of the roll call that the page showed; absent if it showed none. */
  readonly seen?: string | undefined;
  readonly actor: PersonId;
}

/** Opens a roll call under a new secret, and closes the one that the page showed. An event has one sheet: where
 *  one with the same hours was opened since, that one is returned. Throws `unknown-event`, and
 *  `settled-meanwhile` where one with other hours was opened since. */
const openRollCall =
  ({ store, clock, ids }: Ports) =>
  ({ eventCode, opensAt, closesAt, seen, actor }: OpenRollCall): Promise<RollCall> =>
    retryOnConflict(async () => {
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
const closeRollCall =
  ({ store, clock }: Ports) =>
  (eventCode: string, actor: PersonId): Promise<void> =>
    retryOnConflict(async () => {
      const rollCall = await store.readLatestRollCall(eventCode);
      const at = clock.now();
      if (!rollCall || rollCallState(rollCall, at) === 'closed') throw new DomainError('settled-meanwhile');
      await store.commit([
        { kind: 'roll-call-closed', asRead: rollCall, at },
        audit('roll-call-closed', { at, actor, subject: eventCode }),
      ]);
    });

/** The scan that a browser keeps for the code that it read. Throws `scan-needed` if no roll call shows this code at
 *  this instant: it is older than the last one, belongs to another event, or was made up. */
const scanRollCall =
  ({ store, clock }: Ports) =>
  async (text: string): Promise<string> => {
    const read = parseCode(text);
    const now = clock.now();
    const sheets = read ? await store.readRollCallsBySecretStart(read.start) : [];
    for (const sheet of sheets) {
      const place = read && placeOf(sheet, read.code, now);
      if (place) return makeScan(sheet, place, now);
    }
    throw new DomainError('scan-needed');
  };

/** A valid scan: its roll call, and the place of the code. */
export interface FoundScan {
  readonly rollCall: RollCall;
  readonly place: CodePlace;
}

/** The roll call of a browser's scan. Returns undefined if there is none, if it ended, or if we did not make it. */
const findScan =
  ({ store, clock }: Ports) =>
  async (scan: string | undefined): Promise<FoundScan | undefined> => {
    const start = scan === undefined ? undefined : startOfScan(scan);
    if (scan === undefined || start === undefined) return undefined;
    const now = clock.now();
    for (const rollCall of await store.readRollCallsBySecretStart(start)) {
      const place = readScan(rollCall, scan, now);
      if (place) return { rollCall, place };
    }
    return undefined;
  };

/** Records a person's statement that they are at the event, by the scan of their browser. It has proof 1, and never
 *  lowers a better proof. Throws `scan-needed` without a valid scan, `sheet-closed` outside the hours. */
const signRollCall =
  (ports: Ports) =>
  (scan: string | undefined, personId: PersonId): Promise<void> =>
    retryOnConflict(async () => {
      const found = await findScan(ports)(scan);
      if (!found) throw new DomainError('scan-needed');
      const { rollCall, place } = found;
      const at = ports.clock.now();
      if (rollCallState(rollCall, at) !== 'open') throw new DomainError('sheet-closed');
      const { eventCode, secret } = rollCall;
      const signed = { kind: 'attendance-signed', personId, eventCode, secret, at } as const;
      const details = { event: eventCode };
      await ports.store.commit([
        place === 'printed' ? { ...signed, printedSheet: true } : signed,
        audit('roll-call-signed', { at, actor: personId, subject: personId, details }),
      ]);
    });

export const rollCallServices = useCases({
  openRollCall,
  closeRollCall,
  scanRollCall,
  findScan,
  signRollCall,
});
