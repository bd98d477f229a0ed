import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UAI } from '../files/support.ts';
import { toXlsx } from '../spreadsheets/workbooks.ts';
import { jalon } from '../support/command-line.ts';
import { ONE_RUPN } from '../support/servers/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-sheets-'));
const environment = {
  PUBLIC_URL: 'https://jalon.test',
  DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
  KEYS_DIR: join(folder, 'keys'),
};
const run = (...texts: string[]) => jalon([...texts, '--json'], { environment });
const at = (name: string) => join(folder, name);
const FILES = [
  'autorisations',
  'contributions',
  'engagements',
  'etablissements',
  'evenements',
  'personnes',
  'points-etape',
  'presences',
];

beforeAll(async () => {
  for (const [name, text] of Object.entries(ONE_RUPN)) writeFileSync(at(name), text);
  const { code } = await run('import', ...Object.keys(ONE_RUPN).map(at));
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line with spreadsheets', () => {
  it.each(['csv', 'xlsx'])(
    'exports the eight files as %s, and importing them changes nothing',
    async (format) => {
      const target = at(`export-${format}`);
      const exported = await run('export', target, '--format', format);
      expect(exported.code).toBe(0);
      expect(readdirSync(target).sort()).toEqual(FILES.map((name) => `${name}.${format}`));
      expect(exported.lines).toContainEqual({ kind: 'exported', file: `personnes.${format}`, rows: 1 });
      expect(statSync(join(target, `personnes.${format}`)).mode & 0o077).toBe(0);
      const again = await run('import', target);
      expect(again.code).toBe(0);
      expect(again.lines.at(-1)).toMatchObject({ created: 0, updated: 0, refused: 0 });
    },
  );

  it('exports only into an empty folder, and into no other format', async () => {
    expect((await run('export', folder)).code).toBe(2);
    expect((await run('export', at('new'), '--format', 'ods')).code).toBe(2);
    expect(readdirSync(folder)).not.toContain('new');
  });

  it('imports a workbook and keeps its refused lines in another, which can be imported', async () => {
    writeFileSync(
      at('tout.xlsx'),
      toXlsx({
        Écoles: [
          ['uai', 'nom'],
          [UAI.ducs, 'Lycée'],
          ['0210001A', 'Faux'],
        ],
        Personnes: [
          ['email', 'prenom', 'nom'],
          ['eve', 'Ève', 'Noir'],
        ],
      }),
    );
    const first = await run('import', at('tout.xlsx'), '--corrections', at('corriger.xlsx'));
    expect(first.code).toBe(1);
    expect(first.lines.at(-1)).toMatchObject({ created: 1, refused: 2 });
    expect(first.stderr).toContain('2 lignes à corriger');
    const second = await run('import', at('corriger.xlsx'), '--dry-run');
    expect(second.lines.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { file: 'corriger.xlsx › Écoles', line: 2, code: 'invalid-uai' },
      { file: 'corriger.xlsx › Personnes', line: 2, code: 'invalid-email' },
    ]);
  });

  it('shows in a dry run the outcome of each line', async () => {
    const file = at('verdicts.csv');
    writeFileSync(file, 'uai;nom\n0210001M;Un autre nom\n');
    await run('import', file);
    writeFileSync(file, 'uai;nom;commune\n0210001M;Un nom;Dijon\n');
    const { lines } = await run('import', file, '--dry-run');
    expect(lines).toEqual([
      {
        kind: 'verdict',
        file: 'verdicts.csv',
        line: 2,
        outcome: 'updated',
        differences: [
          { column: 'nom', before: 'Un autre nom', after: 'Un nom' },
          { column: 'commune', before: '', after: 'Dijon' },
        ],
      },
      { kind: 'file', file: 'verdicts.csv', lines: 1, created: 0, updated: 1, unchanged: 0, refused: 0 },
      { kind: 'summary', created: 0, updated: 1, unchanged: 0, refused: 0 },
    ]);
  });

  it('reads a list of Moodle where the event is named, and explains how to name it', async () => {
    const list = at('moodle.csv');
    const [, person = ''] = /\n([^;\n]+@[^;\n]+);/.exec(ONE_RUPN['personnes.csv'] ?? '') ?? [];
    writeFileSync(
      list,
      `Prénom,Nom de famille,Adresse de courriel,Cours achevé\nA,B,${person},4/10/26\nC,D,x@y.fr,\n`,
    );
    writeFileSync(at('e.csv'), 'code;nature;intitule;debut\nPIX;EV-PAF;Pix;2026-10-01\n');
    const unnamed = await run('import', list);
    expect(unnamed.code).toBe(1);
    expect(unnamed.lines).toMatchObject([
      { kind: 'file', why: 'refused', lines: 3 },
      { kind: 'refused', line: 1, code: 'event-needed', fix: expect.stringContaining('--event CODE') },
      { kind: 'summary', refused: 1 },
    ]);
    const named = await run('import', list, at('e.csv'), '--event', 'PIX');
    expect(named.code).toBe(0);
    expect(named.lines).toContainEqual(
      expect.objectContaining({ kind: 'notice', line: 3, code: 'not-completed' }),
    );
    expect(named.lines.at(-1)).toEqual({ kind: 'summary', created: 2, updated: 0, unchanged: 0, refused: 0 });
  });

  it('lists everything in a folder, reads tabs and text, and says last what it did not read', async () => {
    const given = at('dossier');
    mkdirSync(join(given, 'anciens'), { recursive: true });
    const line = `${UAI.guyot}\tCollège par tabulations\n`;
    writeFileSync(join(given, 'a.txt'), Buffer.from(`\uFEFFuai\tnom\n${line}`, 'utf16le'));
    writeFileSync(join(given, 'b.tsv'), `uai\tnom\n${UAI.lacaille}\tUn autre\n`);
    writeFileSync(
      join(given, 'c.xlsm'),
      toXlsx({
        Un: [
          ['uai', 'nom'],
          [UAI.ducs, 'Lycée de plus'],
        ],
      }),
    );
    writeFileSync(join(given, 'notes.txt'), 'À relire avant mardi\n');
    writeFileSync(join(given, 'photo.jpg'), 'non');
    writeFileSync(join(given, '.DS_Store'), 'du système');
    const { code, lines } = await run('import', given, '--dry-run');
    expect(code).toBe(1);
    expect(lines.flatMap(({ file, why }) => (why ? [[file, why]] : []))).toEqual([
      ['anciens', 'folder'],
      ['notes.txt', 'unknown'],
      ['photo.jpg', 'other'],
    ]);
    const read = lines.filter(({ kind, why }) => kind === 'file' && !why).map(({ file }) => file);
    expect(read).toEqual(['a.txt', 'b.tsv', 'c.xlsm']);
    const stated = lines.filter(({ kind }) => kind === 'refused' || kind === 'notice');
    expect(stated.map(({ kind, file, code: what }) => [kind, file, what])).toEqual([
      ['notice', 'anciens', 'inner-folder'],
      ['refused', 'notes.txt', 'unrecognised-file'],
      ['notice', 'photo.jpg', 'not-a-table'],
    ]);
    const { stdout } = await jalon(['import', given, '--dry-run'], { environment });
    const [last, refused, ...before] = stdout.trim().split('\n').reverse();
    expect(last).toContain('1 ligne refusée, 2 remarques, 3 tableaux ou fichiers non lus.');
    expect(refused).toMatch(/^✘ notes\.txt/);
    expect(before.slice(0, 3).every((text) => text.startsWith('! '))).toBe(true);
  });

  it('ends with 1 where nothing of a folder could be read, and with 0 where it only lists other files', async () => {
    const given = at('images');
    mkdirSync(given);
    writeFileSync(join(given, 'photo.jpg'), 'non');
    expect((await run('import', given, '--dry-run')).code).toBe(1);
    writeFileSync(join(given, 'a.csv'), `uai;nom\n${UAI.guyot};Collège\n`);
    expect((await run('import', given, '--dry-run')).code).toBe(0);
  });

  it('writes them as CSV into one file for each table, and overwrites no file', async () => {
    const texts = ['import', at('tout.xlsx'), '--dry-run', '--corrections'];
    await run(...texts, at('c.csv'));
    expect(readFileSync(at('c-1-Écoles.csv'), 'utf8')).toContain('0210001A;Faux');
    expect(readFileSync(at('c-2-Personnes.csv'), 'utf8')).toContain('eve;Ève;Noir');
    expect((await run(...texts, at('tout.xlsx'))).code).toBe(2);
    expect((await run(...texts, at('c.txt'))).code).toBe(2);
    expect((await run(...texts, at('d.csv'), '--remote', 'https://jalon.test')).code).toBe(2);
  });
});
