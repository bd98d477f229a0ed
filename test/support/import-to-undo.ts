import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ROOT } from './command-line.ts';

type Files = Readonly<Record<string, string>>;

const emailOf = (at: number) => `u-${at}@undo.example`;
const toText = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** The files of two imports. The first makes the schools and some people with an engagement each. The second has
 *  this number of lines: it changes all of these, and adds as many records of each other kind as fit: people,
 *  engagements, attendances, contributions and a new school. */
export function importToUndo(lines: number): { readonly before: Files; readonly undone: Files } {
  const schools = readFileSync(`${ROOT}data/establishments-dijon.csv`, 'utf8');
  const uais = Array.from(schools.matchAll(/^"?(\d{7}[A-Z])\b/gm), ([, uai = '']) => uai);
  // A tenth of the lines changes people, a tenth their engagements; an event and a school are two lines.
  const old = Math.floor(lines / 10);
  const fresh = Math.floor((lines - 2 * old - 2) / 4);
  const all = old + fresh;
  const uaiOf = (at: number) => uais[at % uais.length] ?? '';
  const people = (from: number, to: number, name: string) =>
    toText(['email;prenom;nom', ...range(from, to).map((at) => `${emailOf(at)};Camille;${name}-${at}`)]);
  const engagements = (from: number, to: number, missions: string) =>
    toText([
      'reference;email;uai;debut;fin;missions;confirmation',
      ...range(from, to).map(
        (at) => `U${at};${emailOf(at)};${uaiOf(at)};2024-09-01;2025-08-31;${missions};confirmee`,
      ),
    ]);
  const others = lines - 2 * old - 2 - 3 * fresh;
  return {
    before: {
      'etablissements.csv': schools,
      'personnes.csv': people(0, old, 'Martin'),
      'engagements.csv': engagements(0, old, 'A1|B1'),
    },
    undone: {
      'etablissements.csv': 'uai;nom;secteur\n0210099U;Collège nouveau;Public\n',
      'personnes.csv': people(0, all, 'Durand'),
      'evenements.csv': 'code;nature;intitule;debut;heures\nUNDO;EV-PAF;Formation;2025-02-02;6\n',
      'engagements.csv': engagements(0, all, 'A1|C1'),
      'presences.csv': toText([
        'email;evenement;preuve',
        ...range(all - fresh, all).map((at) => `${emailOf(at)};UNDO;3`),
      ]),
      'contributions.csv': toText([
        'reference;email;nature;date;validee',
        ...range(0, others).map((at) => `UC${at};${emailOf(at % all)};ressource;2025-03-01;oui`),
      ]),
    },
  };
}

/** Tables that an undoing does not restore: they record acts, with their authors and instants, and what
 *  followed them. */
const LEFT_OUT = [
  'audit',
  'import_run',
  'import_batch',
  'import_change',
  'job',
  'outbox',
  'kysely_migration',
];

/** The number of rows of each table, and a digest of them, so that two states of a database can be
 *  compared. */
export async function digestOfTables(
  ask: (sql: string) => Promise<readonly object[]>,
  tables: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {};
  for (const table of tables.filter((one) => !LEFT_OUT.includes(one)).toSorted()) {
    const rows = (await ask(`select * from ${table}`)).map((row) => JSON.stringify(row)).toSorted();
    const hash = createHash('sha256');
    for (const row of rows) hash.update(`${row}\n`);
    digests[table] = `${rows.length} ${hash.digest('hex')}`;
  }
  return digests;
}
