import { beforeEach, describe, expect, it } from 'vitest';
import type { EventSearch } from '../../src/application/store/event-reader.ts';
import { REGISTER_FILES, type RegisterRow } from '../../src/application/store/register-export-reader.ts';
import { audit } from '../../src/domain/audit.ts';
import type { AwardId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/time.ts';
import type { ColumnMatch } from '../../src/domain/upload/column-match.ts';
import type { LineSearch, Upload, UploadLine } from '../../src/domain/upload/upload.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, award, awardId, BOB, day, event, LATER, NOW, WORLD } from './store-values.ts';

const UPLOAD: Upload = {
  id: 'upload-1',
  ownerId: ADA,
  madeAt: NOW,
  expiresAt: LATER,
  files: [{ name: 'a.csv', sizeBytes: 3, parts: 2 }],
  report: { files: [], unread: [], refusedTotal: 0, noticesTotal: 0, unreadable: [] },
};
const SHEET = { eventCode: 'F1', opensAt: NOW, closesAt: LATER, madeBy: ADA };

/** The contract of uploads, events with attendances, sign-in sheets, settings and the register of awards. */
export function describeDaneData({ store }: StoreUnderTest): void {
  describe('the DANE’s data keeping', () => {
    beforeEach(async () => {
      await store().commit([...WORLD, { kind: 'event-saved', event: event('F1') }]);
    });

    it('keeps an upload part by part until its end, then nothing of it', async () => {
      const parts = [0, 1].map((position) => ({ file: 0, position, content: 'é'.repeat(position + 1) }));
      await store().commit([{ kind: 'upload-added', upload: UPLOAD, parts }]);
      expect(await store().readUpload('upload-1', NOW)).toEqual(UPLOAD);
      expect(await store().readUploadPart('upload-1', { file: 0, position: 1 })).toBe('éé');
      expect(await store().readUploadPart('upload-1', { file: 0, position: 2 })).toBeUndefined();
      const report = { ...UPLOAD.report, refusedTotal: 7 };
      await store().commit([{ kind: 'upload-imported', id: 'upload-1', report, at: NOW }]);
      expect(await store().readUpload('upload-1', NOW)).toEqual({ ...UPLOAD, report, importedAt: NOW });
      expect(await store().readUpload('upload-1', LATER)).toBeUndefined();
      await store().commit([{ kind: 'uploads-forgotten', at: NOW }]);
      expect(await store().readUpload('upload-1', NOW)).toBeDefined();
      await store().commit([{ kind: 'uploads-forgotten', at: LATER }]);
      expect(await store().readUpload('upload-1', NOW)).toBeUndefined();
      expect(await store().readUploadPart('upload-1', { file: 0, position: 1 })).toBeUndefined();
    });

    it('keeps the event of an upload, and the columns that its sender has matched, the latest first', async () => {
      const about = { ...UPLOAD, event: 'F1' };
      await store().commit([{ kind: 'upload-added', upload: about, parts: [] }]);
      expect(await store().readUpload('upload-1', NOW)).toEqual(about);
      const match: ColumnMatch = {
        personId: ADA,
        fingerprint: 'f1',
        kind: 'people',
        titles: ['Contact', 'Été'],
        columns: { email: 0, nom: 1 },
        madeAt: NOW,
      };
      const later = { ...match, fingerprint: 'f2', madeAt: LATER };
      const matches = [match, later, { ...match, personId: BOB }];
      await store().commit(matches.map((one) => ({ kind: 'column-match-saved', match: one })));
      expect(await store().readColumnMatches(ADA)).toEqual([later, match]);
      const changed = { ...match, kind: 'events', columns: { code: 1 } };
      await store().commit([{ kind: 'column-match-saved', match: changed }]);
      await store().commit([{ kind: 'column-match-forgotten', personId: ADA, fingerprint: 'f2' }]);
      expect(await store().readColumnMatches(ADA)).toEqual([changed]);
      expect(await store().readColumnMatches(BOB)).toHaveLength(1);
    });

    it('lists the imports that changed something, the latest first', async () => {
      const imported = (subject: string, at: Instant) =>
        audit('file-imported', { at, actor: ADA, subject, details: { created: 1, refused: 2 } });
      const other = audit('settings-changed', { at: NOW, actor: ADA, subject: 'issuer' });
      await store().commit([imported('a.csv', NOW), other, imported('b.csv', LATER)]);
      const found = await store().readImports(9);
      expect(found.map(({ subject }) => subject)).toEqual(['b.csv', 'a.csv']);
      expect(found[0]).toMatchObject({ actor: ADA, details: { created: 1, refused: 2 } });
      expect(await store().readImports(1)).toHaveLength(1);
    });

    it('keeps the verdict of each line, to be leafed through by outcome, file and remark', async () => {
      const remark = { column: 'nom', value: 'é', reason: 'pourquoi', fix: 'comment' };
      const line = (position: number, outcome: UploadLine['outcome'], file = 'a.csv'): UploadLine => ({
        position,
        file,
        line: position + 2,
        outcome,
        differences: outcome === 'updated' ? [{ column: 'nom', before: '', after: 'é' }] : [],
        remarks: outcome === 'refused' ? [remark] : [],
      });
      const lines = [line(0, 'created'), line(1, 'updated'), line(2, 'refused'), line(3, 'created', 'b.csv')];
      const add = { kind: 'upload-lines-added', uploadId: 'upload-1', expiresAt: LATER } as const;
      await store().commit([{ kind: 'upload-added', upload: UPLOAD, parts: [] }]);
      await store().commit([{ ...add, lines }]);
      await store().commit([{ ...add, lines: lines.slice(0, 1) }]);
      const read = (search: Partial<LineSearch>) =>
        store().readUploadLines('upload-1', { limit: 2, ...search });
      expect(await read({})).toEqual(lines.slice(0, 2));
      expect(await read({ after: 1 })).toEqual(lines.slice(2));
      expect(await read({ outcome: 'created' })).toEqual([lines[0], lines[3]]);
      expect(await read({ outcome: 'created', file: 'b.csv' })).toEqual([lines[3]]);
      expect(await read({ remarked: true })).toEqual([lines[2]]);
      await store().commit([{ kind: 'upload-lines-forgotten', uploadId: 'upload-1' }]);
      expect(await read({})).toEqual([]);
      await store().commit([
        { ...add, lines },
        { kind: 'uploads-forgotten', at: LATER },
      ]);
      expect(await read({})).toEqual([]);
    });

    it('reads all else that is recorded page by page, each row once', async () => {
      const entry = { at: NOW, actor: 'somebody', subject: 'it' };
      const details = [{ turn: 1 }, undefined, { turn: 2 }];
      await store().commit(
        details.map((one) => audit('settings-changed', { ...entry, ...(one && { details: one }) })),
      );
      for (const file of REGISTER_FILES) {
        const all = await store().readRegisterSlice(file, { limit: 100 });
        const leafed: RegisterRow[] = [];
        for (let after: RegisterRow | undefined; ; after = leafed.at(-1)) {
          const page = await store().readRegisterSlice(file, { limit: 1, ...(after && { after }) });
          if (page.length === 0) break;
          leafed.push(...page);
        }
        expect(leafed, file).toEqual(all);
      }
      const changed = await store().readRegisterSlice('journal', { limit: 100 });
      expect(changed.filter(({ action }) => action === 'settings-changed')).toHaveLength(3);
    });

    it('searches events by code or title, the latest first, page by page', async () => {
      const saved = [
        event('G1', { title: 'École et données', startsOn: day('2026-01-10') }),
        event('G2', { title: '100 % ENT', startsOn: day('2026-01-10'), kind: 'EV-CV' }),
        event('G3', { title: 'Autre', startsOn: day('2026-03-01') }),
      ];
      await store().commit(saved.map((one) => ({ kind: 'event-saved', event: one })));
      const found = async (search: Omit<EventSearch, 'limit'>) =>
        (await store().searchEvents({ ...search, limit: 2 })).map(({ code }) => code);
      expect(await found({ text: 'école' })).toEqual(['G1']);
      expect(await found({ text: 'g2' })).toEqual(['G2']);
      expect(await found({ text: '%' })).toEqual(['G2']);
      expect(await found({ kind: 'EV-CV' })).toEqual(['G2']);
      expect(await found({ text: 'G' })).toEqual(['G3', 'G2']);
      expect(await found({ text: 'G', after: { startsOn: day('2026-01-10'), code: 'G2' } })).toEqual(['G1']);
    });

    it('signs an attendance at proof 1, and leaves a better one and its hours', async () => {
      const signed = (personId: typeof ADA) =>
        ({ kind: 'attendance-signed', personId, eventCode: 'F1' }) as const;
      const saved = (proof: 0 | 2) =>
        ({
          kind: 'attendance-saved',
          attendance: { personId: BOB, eventCode: 'F1', hours: 2, proof },
        }) as const;
      await store().commit([signed(ADA), saved(2), signed(BOB)]);
      const read = (after?: typeof ADA) =>
        store().readEventAttendances('F1', { limit: 1, ...(after && { after }) });
      expect(await read()).toEqual([{ personId: ADA, eventCode: 'F1', proof: 1 }]);
      expect(await read(ADA)).toMatchObject([{ personId: BOB, hours: 2, proof: 2 }]);
      await store().commit([saved(0), signed(BOB)]);
      expect(await read(ADA)).toMatchObject([{ hours: 2, proof: 1 }]);
      expect(await store().countEventAttendances('F1')).toBe(2);
      await store().commit([{ kind: 'attendance-removed', personId: ADA, eventCode: 'F1' }]);
      expect(await store().countEventAttendances('F1')).toBe(1);
    });

    it('gives a sheet by its secret, and the last of an event', async () => {
      const rollCall = (secret: string, madeAt: Instant) => ({ ...SHEET, secret, madeAt });
      await store().commit([
        { kind: 'roll-call-opened', rollCall: rollCall('s1', NOW) },
        { kind: 'roll-call-opened', rollCall: rollCall('s2', LATER) },
        { kind: 'roll-call-closed', secret: 's1', at: NOW },
        // A sheet that has closed keeps its earlier closing time.
        { kind: 'roll-call-closed', secret: 's1', at: LATER },
      ]);
      expect(await store().readRollCall('s1')).toEqual({ ...rollCall('s1', NOW), closesAt: NOW });
      expect(await store().readRollCall('s3')).toBeUndefined();
      expect(await store().readLatestRollCall('F1')).toEqual(rollCall('s2', LATER));
      expect(await store().readLatestRollCall('F2')).toBeUndefined();
    });

    it('keeps the last value of a setting', async () => {
      const set = (value: string) =>
        ({ kind: 'setting-changed', name: 'words', value, at: NOW, by: ADA }) as const;
      expect(await store().readSettings()).toEqual(new Map());
      await store().commit([set('1'), set('2')]);
      expect(await store().readSettings()).toEqual(new Map([['words', '2']]));
    });

    it('keeps each list of trusted issuers as it was last read', async () => {
      const issuers = [{ id: 'did:key:z1', name: 'Rectorat voisin', url: 'https://voisin.example' }];
      const list = (source: string, name: string) => ({ source, name, readAt: NOW, issuers });
      const read = (one: object) => ({ kind: 'trusted-list-read', list: one }) as never;
      expect(await store().readTrustedLists()).toEqual([]);
      const dated = { ...list('b.json', 'B'), validUntil: '2027-01-01T00:00:00Z' };
      await store().commit([read(list('a.json', 'A')), read(dated)]);
      await store().commit([read({ ...list('a.json', 'A, de nouveau'), readAt: LATER, issuers: [] })]);
      expect(await store().readTrustedLists()).toEqual([
        { source: 'a.json', name: 'A, de nouveau', readAt: LATER, issuers: [] },
        dated,
      ]);
    });

    it('leafs through the register of awards', async () => {
      await store().commit([
        { kind: 'award-granted', award: award('a1') },
        { kind: 'award-granted', award: award('a2', { achievement: 'RUPN-CONF' }) },
      ]);
      const ids = async (after?: AwardId) =>
        (await store().readAwardSlice({ limit: 1, ...(after && { after }) })).map((it) => it.award.id);
      expect(await ids()).toEqual([awardId('a1')]);
      expect(await ids(awardId('a1'))).toEqual([awardId('a2')]);
      expect(await ids(awardId('a2'))).toEqual([]);
    });
  });
}
