import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/domain/audit/entry.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { ColumnMatch } from '../../src/domain/upload/column-match.ts';
import type { LineSearch, Upload, UploadLine } from '../../src/domain/upload/types.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, event, FIXTURE, LATER, NOW } from './store-values.ts';

const UPLOAD: Upload = {
  id: 'upload-1',
  ownerId: ADA,
  madeAt: NOW,
  expiresAt: LATER,
  files: [{ name: 'a.csv', sizeBytes: 3, parts: 2 }],
  report: { files: [], unread: [], refusedTotal: 0, noticesTotal: 0, unreadable: [] },
};

/** The contract of uploads and of the imports that they lead to. */
export function describeUploads({ store }: StoreUnderTest): void {
  describe('an upload', () => {
    beforeEach(async () => {
      await store().commit([...FIXTURE, { kind: 'event-saved', event: event('F1') }]);
    });

    it('is kept part by part until its end, then completely deleted', async () => {
      const parts = [0, 1].map((position) => ({ file: 0, position, content: 'é'.repeat(position + 1) }));
      await store().commit([{ kind: 'upload-added', upload: UPLOAD }]);
      await store().commit([{ kind: 'upload-parts-added', uploadId: UPLOAD.id, parts: parts.slice(0, 1) }]);
      await store().commit([{ kind: 'upload-parts-added', uploadId: UPLOAD.id, parts: parts.slice(1) }]);
      expect(await store().readUpload('upload-1', NOW)).toEqual(UPLOAD);
      expect(await store().readUploadChunk('upload-1', { file: 0, position: 1 })).toBe('éé');
      expect(await store().readUploadChunk('upload-1', { file: 0, position: 2 })).toBeUndefined();
      const report = { ...UPLOAD.report, refusedTotal: 7 };
      await store().commit([{ kind: 'upload-imported', id: 'upload-1', report, at: NOW }]);
      expect(await store().readUpload('upload-1', NOW)).toEqual({ ...UPLOAD, report, importedAt: NOW });
      expect(await store().readUpload('upload-1', LATER)).toBeUndefined();
      await store().commit([{ kind: 'upload-parts-added', uploadId: 'erased', parts }]);
      await store().commit([{ kind: 'uploads-forgotten', at: NOW }]);
      expect(await store().readUpload('upload-1', NOW)).toBeDefined();
      expect(await store().readUploadChunk('upload-1', { file: 0, position: 1 })).toBe('éé');
      expect(await store().readUploadChunk('erased', { file: 0, position: 1 })).toBeUndefined();
      await store().commit([{ kind: 'uploads-forgotten', at: LATER }]);
      expect(await store().readUpload('upload-1', NOW)).toBeUndefined();
      expect(await store().readUploadChunk('upload-1', { file: 0, position: 1 })).toBeUndefined();
    });

    it('keeps its event, and the columns that its sender has matched, the latest first', async () => {
      const about = { ...UPLOAD, event: 'F1' };
      await store().commit([{ kind: 'upload-added', upload: about }]);
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

    it('keeps the verdict of each line, which is read page by page by outcome, file and remark', async () => {
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
      await store().commit([{ kind: 'upload-added', upload: UPLOAD }]);
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
  });
}
