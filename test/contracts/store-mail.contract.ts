import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import { MAIL_KINDS, type MailKind } from '../../src/domain/mail/types.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, FIXTURE, LACAILLE, LATER, NOW } from './store-values.ts';

const added = (id: string, kind: MailKind = 'award', personId = ADA): Change => ({
  kind: 'mail-added',
  mail: { id, kind, personId, subjectIds: ['s1', 's2'] },
  messageId: `<${id}@jalon.test>`,
  at: NOW,
});
const chosen = (kind: MailKind, wanted: boolean): Change => ({
  kind: 'mail-chosen',
  choice: { personId: ADA, kind, wanted },
});
const task = (id: string): Change => ({
  kind: 'outbox-added',
  id,
  task: { kind: 'send-mail', mailId: id },
  at: NOW,
});

/** The contract of mails. */
export function describeMail({ store }: StoreUnderTest): void {
  describe('a mail', () => {
    it('waits until it is closed, once', async () => {
      await store().commit([...FIXTURE, ...MAIL_KINDS.map((kind) => added(kind, kind))]);
      const saved = { id: 'award', kind: 'award', personId: ADA, subjectIds: ['s1', 's2'], createdAt: NOW };
      const messageId = '<award@jalon.test>';
      expect(await store().readMail('award')).toEqual({ ...saved, messageId, state: 'waiting' });
      expect(await store().readMail('none')).toBeUndefined();
      const refused = { id: 'award', state: 'refused', at: LATER, reason: 'smtp-550' } as const;
      await store().commit([{ kind: 'mail-closed', closing: refused }]);
      await store().commit([{ kind: 'mail-closed', closing: { id: 'award', state: 'sent', at: NOW } }]);
      await store().commit([{ kind: 'mail-closed', closing: { id: 'contest', state: 'sent', at: LATER } }]);
      const end = { state: 'refused', closedAt: LATER, reason: 'smtp-550' };
      expect(await store().readMail('award')).toEqual({ ...saved, messageId, ...end });
      expect(await store().readMail('contest')).toMatchObject({ state: 'sent', closedAt: LATER });
      expect(await store().countMail(NOW)).toEqual({
        waiting: MAIL_KINDS.length - 2,
        gathered: 0,
        refused: 1,
      });
    });

    it('without a task is found by its age, until it has a task, is gathered or is given up', async () => {
      const ofDay = (id: string, at: typeof NOW): Change => ({ ...added(id), at }) as Change;
      await store().commit([
        ...FIXTURE,
        ofDay('m2', NOW),
        ofDay('m1', NOW),
        ofDay('m3', LATER),
        ofDay('m4', NOW),
        ofDay('m5', NOW),
        ofDay('m6', NOW),
        task('m4'),
      ]);
      await store().commit([{ kind: 'mail-closed', closing: { id: 'm5', state: 'skipped', at: NOW } }]);
      const readIds = async (isOld: boolean, limit = 10) =>
        (await store().readUnsentMails({ isOld, than: LATER, limit })).map(({ id }) => id);
      expect(await readIds(true)).toEqual(['m1', 'm2', 'm6']);
      expect(await readIds(true, 2)).toEqual(['m1', 'm2']);
      expect(await readIds(false)).toEqual(['m3']);
      expect(await store().countUnsentMails(LATER)).toBe(3);
      await store().commit([task('m6')]);
      await expect(store().commit([task('m6')])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await readIds(true)).toEqual(['m1', 'm2']);
      await store().commit([{ kind: 'unsent-mails-given-up', at: LATER, writtenBefore: LATER }]);
      expect(await readIds(true)).toEqual([]);
      expect(await store().countUnsentMails(LATER)).toBe(0);
      expect(await store().readMail('m1')).toMatchObject({ state: 'skipped', reason: 'no-mail-server' });
      for (const id of ['m3', 'm4', 'm6'])
        expect(await store().readMail(id), id).toMatchObject({ state: 'waiting' });
    });

    it('to an unknown person is refused with its whole commit', async () => {
      await store().commit(FIXTURE);
      const outsider = added('m1', 'award', 'nobody' as typeof ADA);
      await expect(store().commit([task('m1'), outsider])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().countOutbox(LATER)).toEqual({ waiting: 0, overdue: 0 });
    });

    it('has the language that its recipient chose last', async () => {
      await store().commit(FIXTURE);
      expect(await store().readMailLanguage(ADA)).toBeUndefined();
      for (const language of ['en', 'fr', 'en'] as const) {
        await store().commit([{ kind: 'mail-language-chosen', personId: ADA, language }]);
        expect(await store().readMailLanguage(ADA)).toBe(language);
      }
      expect(await store().readMailLanguage(BOB)).toBeUndefined();
      expect((await store().exportPerson(ADA))?.['mail_language']).toMatchObject([{ language: 'en' }]);
    });

    it('keeps the language of the remaining person where two become one', async () => {
      await store().commit([...FIXTURE, { kind: 'mail-language-chosen', personId: ADA, language: 'en' }]);
      await store().commit([{ kind: 'mail-language-chosen', personId: BOB, language: 'fr' }]);
      await store().commit([{ kind: 'people-merged', from: ADA, into: BOB }]);
      expect(await store().readMailLanguage(BOB)).toBe('fr');
    });

    it('takes the language of a person who is merged into one without any', async () => {
      await store().commit([...FIXTURE, { kind: 'mail-language-chosen', personId: ADA, language: 'en' }]);
      await store().commit([{ kind: 'people-merged', from: ADA, into: BOB }]);
      expect(await store().readMailLanguage(BOB)).toBe('en');
    });

    it('is exported with its choices to its recipient, and erased with them', async () => {
      await store().commit([...FIXTURE, added('m1'), added('m2', 'contest', BOB), chosen('contest', false)]);
      const tables = await store().exportPerson(ADA);
      expect(tables?.['mail']).toMatchObject([{ id: 'm1', kind: 'award', state: 'waiting' }]);
      expect(tables?.['mail_choice']).toMatchObject([{ kind: 'contest', wanted: 0 }]);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readMail('m1')).toBeUndefined();
      expect(await store().readUnwantedMail(ADA)).toEqual([]);
      expect(await store().readMail('m2')).toMatchObject({ personId: BOB });
    });
  });

  describe('the choice of mail', () => {
    it('includes all kinds until the person chooses, and can be taken back', async () => {
      await store().commit(FIXTURE);
      expect(await store().readUnwantedMail(ADA)).toEqual([]);
      await store().commit([chosen('contest', false), chosen('award', false), chosen('decision', true)]);
      expect(await store().readUnwantedMail(ADA)).toEqual(['award', 'contest']);
      await store().commit([chosen('award', true)]);
      expect(await store().readUnwantedMail(ADA)).toEqual(['contest']);
      expect(await store().readUnwantedMail(BOB)).toEqual([]);
    });
  });

  describe('the head of a school', () => {
    it('is found by the school', async () => {
      await store().commit(FIXTURE);
      expect(await store().readHeadsOf(LACAILLE)).toEqual([BOB]);
      expect(await store().readHeadsOf('0210001M' as typeof LACAILLE)).toEqual([]);
    });
  });

  describe('a claim of one kind of task', () => {
    it('leaves tasks of other kinds to other processes', async () => {
      const list: Change = {
        kind: 'outbox-added',
        id: 't1',
        task: { kind: 'publish-status-list', listId: 'l1' },
        at: NOW,
      };
      await store().commit([list, task('t2')]);
      const taking = { by: 'x', ended: [], now: NOW, limit: 5 };
      expect(await store().leaseOutbox({ ...taking, kind: 'send-mail' })).toMatchObject([
        { id: 't2', task: { kind: 'send-mail', mailId: 't2' } },
      ]);
      expect(await store().leaseOutbox(taking)).toMatchObject([{ id: 't1' }]);
    });
  });
}
