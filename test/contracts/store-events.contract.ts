import { beforeEach, describe, expect, it } from 'vitest';
import type { EventSearch, PresenceList } from '../../src/application/store/school-readers.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, event, FIXTURE, LATER, NOW } from './store-values.ts';

const ROLL_CALL = { eventCode: 'F1', opensAt: NOW, closesAt: LATER, madeBy: ADA };

/** The contract of events, their attendances and their roll calls. */
export function describeEvents({ store }: StoreUnderTest): void {
  describe('events', () => {
    beforeEach(async () => {
      await store().commit([...FIXTURE, { kind: 'event-added', event: event('F1') }]);
    });

    it('searches events by code or title, the latest first, page by page', async () => {
      const attendanceSaved = [
        event('G1', { title: 'École et données', startsOn: day('2026-01-10') }),
        event('G2', { title: '100 % ENT', startsOn: day('2026-01-10'), kind: 'EV-CV' }),
        event('G3', { title: 'Autre', startsOn: day('2026-03-01') }),
      ];
      await store().commit(attendanceSaved.map((one) => ({ kind: 'event-saved', event: one })));
      const found = async (search: Omit<EventSearch, 'limit'>) =>
        (await store().searchEvents({ ...search, limit: 2 })).map(({ code }) => code);
      expect(await found({ text: 'école' })).toEqual(['G1']);
      expect(await found({ text: 'g2' })).toEqual(['G2']);
      expect(await found({ text: '%' })).toEqual(['G2']);
      expect(await found({ kind: 'EV-CV' })).toEqual(['G2']);
      expect(await found({ text: 'G' })).toEqual(['G3', 'G2']);
      expect(await found({ text: 'G', after: { startsOn: day('2026-01-10'), code: 'G2' } })).toEqual(['G1']);
    });

    it('adds an attendance of proof 1, and leaves a better one with its hours unchanged', async () => {
      const signed = (personId: typeof ADA) =>
        ({ kind: 'attendance-signed', personId, eventCode: 'F1', secret: 's1', at: NOW }) as const;
      const rollCall = { ...ROLL_CALL, secret: 's1', madeAt: NOW };
      await store().commit([{ kind: 'roll-call-opened', rollCall, replaces: undefined }]);
      const attendanceSaved = (proof: 0 | 2) =>
        ({
          kind: 'attendance-saved',
          attendance: { personId: BOB, eventCode: 'F1', hours: 2, proof },
        }) as const;
      await store().commit([signed(ADA), attendanceSaved(2), signed(BOB)]);
      const read = (after?: typeof ADA) =>
        store().readEventAttendances('F1', { limit: 1, ...(after && { after }) });
      expect(await read()).toEqual([{ personId: ADA, eventCode: 'F1', proof: 1 }]);
      expect(await read(ADA)).toMatchObject([{ personId: BOB, hours: 2, proof: 2 }]);
      await store().commit([attendanceSaved(0), signed(BOB)]);
      expect(await read(ADA)).toMatchObject([{ hours: 2, proof: 1 }]);
      expect(await store().countEventAttendances('F1')).toBe(2);
      await store().commit([{ kind: 'attendance-removed', personId: ADA, eventCode: 'F1' }]);
      expect(await store().countEventAttendances('F1')).toBe(1);
    });

    it('lists apart who signed the printed sheet, and who signed without an invitation', async () => {
      const rollCall = { ...ROLL_CALL, secret: 'aaaaaaaa1', madeAt: NOW };
      const signed = (personId: typeof ADA, printedSheet?: true): Change => ({
        kind: 'attendance-signed',
        ...{ personId, eventCode: 'F1', secret: 'aaaaaaaa1', at: NOW },
        ...(printedSheet && { printedSheet }),
      });
      await store().commit([{ kind: 'roll-call-opened', rollCall, replaces: undefined }]);
      await store().commit([signed(ADA), signed(BOB, true)]);
      const read = async (list?: PresenceList) =>
        (await store().readEventAttendances('F1', { limit: 9, ...(list && { list }) })).map(
          ({ personId, printedSheet }) => [personId, printedSheet],
        );
      expect(await read()).toEqual([
        [ADA, undefined],
        [BOB, true],
      ]);
      expect(await read('uninvited')).toEqual([[ADA, undefined]]);
      expect(await read('printed')).toEqual([[BOB, true]]);
      expect(await read('expected')).toEqual([]);
      const invitation = { eventCode: 'F1', personId: ADA, invitedAt: NOW, invitedBy: BOB };
      await store().commit([{ kind: 'person-invited', invitation }, signed(BOB)]);
      expect(await read('expected')).toEqual([[ADA, undefined]]);
      expect(await read('uninvited')).toEqual([[BOB, undefined]]);
      await store().commit([{ kind: 'invitations-cancelled', eventCode: 'F1', at: LATER }]);
      await store().commit([signed(BOB, true)]);
      expect(await read('uninvited')).toHaveLength(2);
      const better = { personId: BOB, eventCode: 'F1', proof: 2 } as const;
      await store().commit([{ kind: 'attendance-saved', attendance: better }, signed(BOB, true)]);
      expect(await read('expected')).toEqual([[BOB, undefined]]);
    });

    it('gives the sheets whose secret begins with some digits', async () => {
      const rollCall = (secret: string) => ({ ...ROLL_CALL, secret, madeAt: NOW, closesAt: NOW });
      const opened = (secret: string): Change => ({
        kind: 'roll-call-opened',
        rollCall: rollCall(secret),
        replaces: undefined,
      });
      await store().commit(['0f1a2b3c9', '0f1a2b3cf', '0f1a2b3d0', '0f1a2b3b9'].map(opened));
      const found = await store().readRollCallsBySecretStart('0f1a2b3c');
      expect(found.map(({ secret }) => secret).toSorted()).toEqual(['0f1a2b3c9', '0f1a2b3cf']);
      expect(await store().readRollCallsBySecretStart('ffffffff')).toEqual([]);
    });

    it('cannot be added under a code that is taken', async () => {
      const added: Change = { kind: 'event-added', event: event('F1', { title: 'Autre' }) };
      await expect(store().commit([added])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('takes no signature while the sheet is closed, and no second sheet while one stands', async () => {
      const rollCall = { ...ROLL_CALL, secret: 's1', madeAt: NOW };
      const opened: Change = { kind: 'roll-call-opened', rollCall, replaces: undefined };
      await store().commit([opened]);
      const second: Change = { ...opened, rollCall: { ...rollCall, secret: 's2' } };
      await expect(store().commit([second])).rejects.toMatchObject({ code: 'store-conflict' });
      const signed: Change = {
        ...{ kind: 'attendance-signed', personId: ADA, eventCode: 'F1', secret: 's1', at: LATER },
      };
      await expect(store().commit([signed])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().countEventAttendances('F1')).toBe(0);
    });

    it('gives a sheet by its secret, and the latest sheet of an event', async () => {
      const rollCall = (secret: string, madeAt: Instant) => ({ ...ROLL_CALL, secret, madeAt });
      await store().commit([
        { kind: 'roll-call-opened', rollCall: rollCall('s1', NOW), replaces: undefined },
        { kind: 'roll-call-opened', rollCall: rollCall('s2', LATER), replaces: 's1' },
        { kind: 'roll-call-closed', asRead: rollCall('s1', NOW), at: NOW },
      ]);
      const late: Change = { kind: 'roll-call-closed', asRead: rollCall('s1', NOW), at: LATER };
      await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readRollCall('s1')).toEqual({ ...rollCall('s1', NOW), closesAt: NOW });
      expect(await store().readRollCall('s3')).toBeUndefined();
      expect(await store().readLatestRollCall('F1')).toEqual(rollCall('s2', LATER));
      expect(await store().readLatestRollCall('F2')).toBeUndefined();
    });
  });
}
