import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { DirectorySearch } from '../../src/features/directory/feature.ts';
import type { NetworkMessage } from '../../src/features/messages/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ADA,
  BOB,
  day,
  engagement,
  event,
  FIXTURE,
  GUYOT,
  LACAILLE,
  LATER,
  NOW,
  person,
} from './store-values.ts';

const EVE = 'person-eve' as typeof ADA;
const engagementSaved = (...of: Parameters<typeof engagement>): Change => ({
  kind: 'engagement-imported',
  engagement: engagement(...of),
});
const ON = day('2025-11-01');
/** Ada in one school, Bob in another, Eve in both: she waits in the second, and one of hers ended. */
const NETWORK: readonly Change[] = [
  ...FIXTURE,
  { kind: 'person-saved', person: person(BOB, { familyName: 'Arnaud' }) },
  { kind: 'person-saved', person: person(EVE, { familyName: 'Zola', emails: [] }) },
  { kind: 'event-saved', event: event('EV-1') },
  { kind: 'attendance-saved', attendance: { personId: BOB, eventCode: 'EV-1', proof: 2 } },
  engagementSaved('S1', { roles: ['contact-dane'] }),
  engagementSaved('S2', { personId: BOB, uai: LACAILLE, missions: ['B1' as MissionCode] }),
  engagementSaved('S3', { personId: EVE, missions: ['D1' as MissionCode], roles: ['referent-site'] }),
  engagementSaved('S4', { personId: EVE, uai: LACAILLE, confirmation: 'requested' }),
  engagementSaved('S5', {
    personId: ADA,
    uai: LACAILLE,
    period: { from: day('2025-09-01'), to: day('2025-10-01') },
  }),
];
const message = (id: string, over: Partial<NetworkMessage> = {}): Change => ({
  kind: 'message-written',
  message: {
    ...{ id, title: 'Rencontre', body: 'Bientôt.', filter: { departmentCode: '21' }, people: 3 },
    ...{ writtenOn: ON, turn: 1, writtenAt: NOW, writtenBy: BOB },
    ...over,
  },
});
const mailed = (personId: typeof ADA): readonly Change[] => [
  {
    kind: 'mail-added',
    mail: { id: `mail-${personId}`, kind: 'message', personId, subjectIds: ['message:m1'] },
    messageId: `<mail-${personId}@jalon.test>`,
    at: NOW,
  },
  { kind: 'message-sent', recipient: { messageId: 'm1', personId, mailId: `mail-${personId}` } },
];
const conflict = { code: 'store-conflict' };

/** The contract of the directory and of the messages to it. */
export function describeNetwork({ store }: StoreUnderTest): void {
  const found = async (search: Omit<DirectorySearch, 'on'>) => {
    const entries = await store().readDirectory({ ...search, on: ON, limit: 9 });
    expect(await store().countDirectory({ ...search, on: ON })).toBe(entries.length);
    return entries.map(({ id, places }) => [id, ...places.map(({ uai }) => uai)]);
  };

  describe('the directory', () => {
    it('finds people in force by name, with their places, and narrows to a part of them', async () => {
      await store().commit(NETWORK);
      expect(await found({})).toEqual([
        [BOB, LACAILLE],
        [ADA, GUYOT],
        [EVE, GUYOT, LACAILLE],
      ]);
      expect(await found({ role: 'contact-dane' })).toEqual([[ADA, GUYOT]]);
      expect(await found({ mission: 'D1' as MissionCode })).toEqual([[EVE, GUYOT, LACAILLE]]);
      expect(await found({ uai: LACAILLE })).toEqual([
        [BOB, LACAILLE],
        [EVE, LACAILLE],
      ]);
      expect(await found({ event: 'EV-1' })).toEqual([[BOB, LACAILLE]]);
      expect(await found({ departmentCode: '71' })).toEqual([]);
      expect(await found({ text: `arnaud ${LACAILLE}` })).toEqual([[BOB, LACAILLE]]);
      const [, ada] = await store().readDirectory({ on: ON, limit: 9 });
      expect(ada).toMatchObject({ email: 'ada@ac-dijon.fr', places: [{ roles: ['contact-dane'] }] });
      const rest = await store().readDirectory({ on: ON, limit: 1, after: BOB });
      expect(rest.map(({ id }) => id)).toEqual([ADA]);
    });

    it('shows peers what is confirmed: their own school, and elsewhere who agreed', async () => {
      await store().commit(NETWORK);
      const peersIn = { uais: [GUYOT], departmentCodes: ['21'] };
      const own = [
        [ADA, GUYOT],
        [EVE, GUYOT],
      ];
      expect(await found({ peersIn })).toEqual(own);
      await store().commit([{ kind: 'directory-joined', consent: { personId: BOB, agreedAt: NOW } }]);
      expect(await found({ peersIn })).toEqual([[BOB, LACAILLE], ...own]);
      expect(await store().readDirectoryConsent(BOB)).toEqual({ personId: BOB, agreedAt: NOW });
      await store().commit([{ kind: 'directory-left', personId: BOB }]);
      expect(await found({ peersIn })).toEqual(own);
    });

    it('exports a consent to its person, and forgets it with them', async () => {
      await store().commit(NETWORK);
      await store().commit([{ kind: 'directory-joined', consent: { personId: BOB, agreedAt: NOW } }]);
      expect((await store().exportPerson(BOB))?.['directory_consent']).toHaveLength(1);
      await store().commit([
        { kind: 'person-erased', personId: BOB, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readDirectoryConsent(BOB)).toBeUndefined();
    });
  });

  describe('a message', () => {
    it('has a turn of its day that no other has', async () => {
      await store().commit([...NETWORK, message('m1')]);
      await expect(store().commit([message('m2')])).rejects.toMatchObject(conflict);
      await store().commit([message('m2', { turn: 2 }), message('m0', { writtenOn: day('2025-10-31') })]);
      expect(await store().readMessageTurns(ON)).toEqual([1, 2]);
      const ids = (await store().readMessages({ limit: 9 })).map(({ id }) => id);
      expect(ids).toEqual(['m2', 'm1', 'm0']);
      const after = { writtenOn: ON, turn: 1 };
      expect((await store().readMessages({ limit: 9, after })).map(({ id }) => id)).toEqual(['m0']);
    });

    it('counts who is reached and who is left out, and reaches each person once', async () => {
      await store().commit([
        ...NETWORK,
        message('m1'),
        { kind: 'mail-chosen', choice: { personId: BOB, kind: 'message', wanted: false } },
      ]);
      const search = { on: ON };
      expect(await store().countMessageRecipients(search, day('2025-09-01'))).toEqual({
        ...{ reached: 1, withoutAddress: 1, notWanted: 1, ended: 0 },
      });
      const unreached = () => store().readUnreached({ ...search, messageId: 'm1', limit: 9 });
      expect(await unreached()).toEqual([
        { personId: ADA },
        { personId: BOB, leftOut: 'not-wanted' },
        { personId: EVE, leftOut: 'no-address' },
      ]);
      await store().commit(mailed(ADA));
      await expect(store().commit(mailed(ADA))).rejects.toMatchObject(conflict);
      const [, ...rest] = [0, ...(await unreached())];
      expect(rest).toHaveLength(2);
      await store().commit([
        { kind: 'message-sent', recipient: { messageId: 'm1', personId: EVE, leftOut: 'no-address' } },
        {
          kind: 'mail-closed',
          closing: { id: `mail-${ADA}`, state: 'refused', at: LATER, reason: 'smtp-550' },
        },
      ]);
      expect(await store().countOutcomes('m1')).toEqual({ refused: 1, 'no-address': 1 });
      const states = ['refused', 'no-address'] as const;
      expect(await store().readOutcomes('m1', { states, limit: 9 })).toEqual([
        { personId: ADA, state: 'refused', reason: 'smtp-550' },
        { personId: EVE, state: 'no-address' },
      ]);
    });

    it('counts people whose engagement ended in the year and who have none in force', async () => {
      await store().commit([
        ...FIXTURE,
        engagementSaved('S6', { period: { from: day('2025-09-01'), to: day('2025-10-01') } }),
      ]);
      const count = (since: string) => store().countMessageRecipients({ on: ON }, day(since));
      expect(await count('2025-09-01')).toMatchObject({ reached: 0, ended: 1 });
      expect(await count('2025-10-02')).toMatchObject({ ended: 0 });
    });

    it('that is cancelled reaches no one more, and is cancelled once', async () => {
      await store().commit([...NETWORK, message('m1')]);
      const cancelled: Change = { kind: 'message-cancelled', id: 'm1', by: BOB, at: LATER };
      await store().commit([cancelled]);
      await expect(store().commit([cancelled])).rejects.toMatchObject(conflict);
      await expect(store().commit(mailed(ADA))).rejects.toMatchObject(conflict);
      expect(await store().readMessage('m1')).toMatchObject({ cancelledAt: LATER, cancelledBy: BOB });
    });

    it('is exported to whom it reached, and loses its words where it names an erased person', async () => {
      await store().commit([...NETWORK, message('m1', { body: 'Merci à Madame\nArnaud pour tout.' })]);
      await store().commit(mailed(BOB));
      const tables = await store().exportPerson(BOB);
      expect(tables?.['message_recipient']).toMatchObject([{ title: 'Rencontre', left_out: null }]);
      const names = { familyNames: ['arnaud'], emails: [] };
      await store().commit([{ kind: 'person-erased', personId: BOB, names, at: LATER }]);
      expect(await store().readMessage('m1')).toMatchObject({ title: '', body: '', filter: {} });
      expect(await store().countOutcomes('m1')).toEqual({});
    });
  });
}
