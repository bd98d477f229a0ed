import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FREE_TEXTS } from '../../src/adapters/storage/people/free-texts.ts';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { plainTerms } from '../../src/features/endorsements/feature-disclosed-in-text.ts';
import { sendFiles } from '../support/fixtures/dane.ts';
import { startFullFixture, type WorkspaceFixture } from '../support/fixtures/workspace.ts';

/** The teacher of the workspace, who did one of everything. */
const EMAIL = 'helene.marceau@ac-dijon.example';

let fixture: WorkspaceFixture;
let file: string;
/** Where her name was written into a row of someone else, and what the page of the erasure listed. */
let written: readonly string[];
let listed: readonly string[];

beforeAll(async () => {
  fixture = await startFullFixture();
  const { service, viewers, values } = fixture;
  const { services } = service;
  file = join(service.folder, 'jalon.db');
  // Whatever people may type about her: reasons, a form that waits, a file that was sent and not imported.
  const id = values['badge'] as CredentialId;
  await services.suspendCredential({
    ...{
      id,
      actor: 'test',
      cause: 'check',
      reason: 'Examen du dossier d’Hélène MARCEAU',
      note: 'Voir Marceau',
    },
  });
  await services.resumeCredential({ id, actor: 'test', reason: 'Tout est juste pour Hélène Marceau' });
  await services.revokeCredential({ id, actor: 'test', reason: 'Erreur sur Hélène Marceau' });
  const { store, clock } = service.ports;
  const at = clock.now();
  const typed = { kind: 'award-refused', actor: 'test', subject: 'elsewhere', at } as const;
  const reasons = [
    'Doublon de Marceau, Hélène',
    'voir MARCEAU',
    `écrire à ${EMAIL}`,
    'Au marceaux près',
    'Rien',
  ];
  for (const reason of reasons) {
    await store.commit([
      { kind: 'audited', entry: { ...typed, action: 'award-refused', details: { reason } } },
    ]);
  }
  await sendFiles(service, viewers.dane, {
    'personnes.csv': `email;prenom;nom\n${EMAIL};Hélène;Marceau-Petit\n`,
  });
  const [her] = await store.readPeopleByEmail([EMAIL]);
  if (!her) throw new Error(EMAIL);
  const restore = writeEverywhere(her.id);
  listed = (await services.previewErasure(her)).left.map(({ table, id: of }) => `${table} ${of}`);
  restore();
  await services.erasePerson({ email: EMAIL, actor: 'test' });
}, 240_000);
afterAll(() => fixture.service.stop());

/** Writes her name into one row of each free text that is not about her, and returns how to undo it. */
function writeEverywhere(personId: PersonId): () => void {
  const connection = new Sqlite(file);
  for (const pragma of ['ignore_check_constraints = on', 'foreign_keys = off', 'secure_delete = on'])
    connection.pragma(pragma);
  const undo: (() => void)[] = [];
  const places: string[] = [];
  for (const { table, columns, place, by, via } of FREE_TEXTS) {
    const hers = {
      engagement: `select reference from engagement where person_id = '${personId}'`,
      award: `select id from award where recipient_id = '${personId}'`,
    };
    const own = by ? ` and (${by} is null or ${by} not in (${via ? hers[via] : `'${personId}'`}))` : '';
    for (const column of columns) {
      const row = connection
        .prepare(`select rowid as at, * from "${table}" where "${column}" is not null${own} limit 1`)
        .get() as Record<string, unknown> | undefined;
      if (!row) continue;
      const set = connection.prepare(`update "${table}" set "${column}" = ? where rowid = ?`);
      set.run('Voir avec Hélène Marceau.', row['at']);
      undo.push(() => set.run(row[column], row['at']));
      if (!via && place !== 'list' && by && row[by] === null) continue;
      places.push(via ? table : `${table} ${by ? row[by] : ''}`);
    }
  }
  written = [...new Set(places)].sort();
  return () => {
    for (const one of undo) one();
    connection.close();
  };
}

/** Every row of every table that names her. */
function mentions(): readonly unknown[] {
  const connection = new Sqlite(file, { readonly: true });
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  const found = (tables as string[]).flatMap((table) => {
    const rows = connection.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
    return rows
      .filter((row) => namesHer(Object.values(row).map(readable).join(' ')))
      .map((row) => [table, row]);
  });
  connection.close();
  return found;
}

/** A text of the database; the bytes of a file are also read out of base64. */
function readable(value: unknown): string {
  const text = String(value);
  return /^[\w+/=-]{8,}$/.test(text) ? `${text} ${Buffer.from(text, 'base64').toString('utf8')}` : text;
}

/** Other people of the demonstration have her family name. */
function namesHer(text: string): boolean {
  const texts = plainTerms(text);
  return text.includes(EMAIL) || (texts.includes('marceau') && texts.includes('helene'));
}

describe('the page of an erasure', () => {
  it('lists every text about others that contains the name', () => {
    const found = new Set([...listed, ...listed.map((one) => one.split(' ')[0] ?? '')]);
    expect(written.filter((one) => !found.has(one))).toEqual([]);
    for (const table of ['review_notes', 'school_meeting', 'authorisation'])
      expect(written.map((one) => one.split(' ')[0])).toContain(table);
    expect(written.length).toBeGreaterThan(20);
  });
});

describe('an erasure', () => {
  it('leaves the person’s name and addresses in no table', () => {
    expect(mentions()).toEqual([]);
  });

  it('leaves them in no byte of the database file and of its log', () => {
    const saved = ['', '-wal', '-shm', '-mark']
      .map((end) => `${file}${end}`)
      .filter((one) => existsSync(one));
    const spelled = [
      'MARCEAU',
      'Hélène Marceau',
      'Marceau, Hélène',
      EMAIL,
      Buffer.from(EMAIL).toString('base64').slice(0, 24),
    ];
    const held = saved.flatMap((one) => {
      const bytes = readFileSync(one);
      return spelled.filter((text) => bytes.includes(text)).map((text) => `${one}: ${text}`);
    });
    expect(held).toEqual([]);
  });

  it('keeps the audit: who did what and when, and what was typed about others', async () => {
    const lines = await fixture.service.ports.store.readAuditOf('elsewhere', 10);
    const reasons = lines.map(({ details }) => details?.['reason']);
    expect(reasons.filter((reason) => reason !== undefined).toSorted()).toEqual(['Au marceaux près', 'Rien']);
    const own = await fixture.service.ports.store.readAuditOf(fixture.values['badge'] ?? '', 50);
    expect(own.map(({ action }) => action)).toContain('credential-revoked');
    expect(own.every(({ details }) => details === undefined)).toBe(true);
  });
});
