import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/adapters/http/view-models/public-texts.ts';
import { openFolder } from '../storage/sqlite-folder.ts';
import { fr } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { CLAIRE, type MyFixture, startMyFixture } from './fixture.ts';

/** Columns that an export leaves out, because they are of no use to anyone. */
const LEFT_OUT = [
  ...['secret_hash', 'may_head', 'id_token', 'report', 'challenge', 'made_from', 'state_hash', 'sealed'],
  ...['code_hash', 'pin_hash', 'wrong_pins', 'token_hash', 'challenge_hash'],
  ...[
    'details_salt',
    'details_digest',
    'digest',
    'request',
    'terminal',
    'form_digest',
    'form_location',
    'errors',
  ],
];

let fixture: MyFixture;
let claire: SignedInBrowser;
let tables: Readonly<Record<string, readonly unknown[]>>;
beforeAll(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  tables = (await fixture.service.ports.store.exportPerson(claire.personId)) ?? {};
});
afterAll(() => fixture.service.stop());

async function columnsOf(names: readonly string[]): Promise<readonly string[]> {
  const folder = openFolder();
  await (await folder.open()).close();
  const connection = new Sqlite(folder.file, { readonly: true });
  const columns = names.flatMap((table) =>
    connection.prepare('select name from pragma_table_info(?)').pluck().all(table),
  ) as string[];
  connection.close();
  await folder.remove();
  return [...new Set(columns)].filter((column) => !LEFT_OUT.includes(column));
}

describe('the export as a page', () => {
  it.each(['fr', 'en'] as const)(
    'has a word for every table and column that is exported, in %s',
    async (lang) => {
      const texts = TEXTS[lang].pages.my.data.export;
      const names = Object.keys(tables);
      expect(names.length).toBeGreaterThan(20);
      expect(names.filter((table) => !texts.tables[table])).toEqual([]);
      const columns = await columnsOf(names);
      expect(columns.length).toBeGreaterThan(60);
      expect(columns.filter((column) => !texts.columns[column])).toEqual([]);
    },
  );

  it('is in plain words: no code, no bracket, no name of a column', async () => {
    await claire.post('/my/engagements/new', {
      uai: '0210001M',
      from: '2025-09-01',
      to: '',
      missions: ['A1', 'B1'],
      roles: ['referent-site'],
    });
    await claire.post('/my/data/rectification', { message: 'Une date est fausse.' });
    const page = await (await claire.get('/my/data/export?lang=fr')).text();
    const main = page.slice(page.indexOf('<main'));
    expect(main).toContain(`<dd>${fr.records.confirmations.requested}</dd>`);
    expect(main).toContain('0210001M (Collège Claude Guyot)');
    expect(main).toContain('B1 (Contribuer à la définition et au pilotage du numérique');
    expect(main).toContain(`<dd>${fr.records.roles['referent-site']}</dd>`);
    expect(main).toContain('<dd>1 septembre 2025</dd>'.replace('1 ', '1er '));
    expect(main).toContain('Rien n’est enregistré pour');
    for (const raw of [
      '[]',
      '{',
      'requested',
      'confirmed',
      '2025-09-01',
      'engagement_request',
      'mail_choice',
      'segment_key',
      '<dd>A1, B1</dd>',
      claire.personId,
    ]) {
      expect(main).not.toContain(raw);
    }
  });

  it('leaves the file for programs as it is stored', async () => {
    const file = (await (await claire.get('/my/data/export.json')).json()) as { tables: typeof tables };
    expect(JSON.stringify(file.tables['engagement'])).toContain('"confirmation":"requested"');
    expect(file.tables['declared_engagement']?.[0]).toHaveProperty('segment_key');
  });
});
