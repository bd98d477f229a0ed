import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../test/support/command-line.ts';

const PEOPLE = 20_000;
const YEARS = [2024, 2025, 2026];
const MISSIONS = ['A1|B1|D1', 'A1|A2|C1', 'C1|C2|C4', 'A3|D2|E1', 'B1|D3|E3'];
export const AGENT = 'agent@bench.example';
export const TEACHER = 'p7@bench.example';
export const HEAD = 'head0@bench.example';

/** Writes the files of a large académie: the real schools, 20,000 people or `count`, and three engagements each.
 *  Returns the school of HEAD. */
export function writeFixtureFiles(folder: string, count = PEOPLE): string {
  const schools = readFileSync(`${ROOT}data/establishments-dijon.csv`, 'utf8');
  const uais = [...schools.matchAll(/^"?(\d{7}[A-Z])\b/gm)].map(([, uai = '']) => uai);
  const uaiOf = (person: number) => uais[person % uais.length] ?? '';
  const people = Array.from({ length: count }, (_, at) => `p${at}@bench.example;Camille;Martin-${at};rupn;`);
  const heads = uais.map((uai, at) => `head${at}@bench.example;Dominique;Chef-${at};chef;${uai}`);
  const engagements = Array.from({ length: count }, (_, at) =>
    YEARS.map((year, turn) => {
      const confirmation = year === 2026 && at % 7 === 0 ? 'demandee' : 'confirmee';
      const missions = MISSIONS[(at + turn) % MISSIONS.length];
      const [from, to] = [`${year}-09-01`, year === 2026 ? '' : `${year + 1}-08-31`];
      return `S${at}-${year};p${at}@bench.example;${uaiOf(at)};${from};${to};${missions};;${confirmation}`;
    }),
  ).flat();
  const reviews = Array.from({ length: count }, (_, at) => `p${at}@bench.example;${uaiOf(at)};2026-05-20`);
  const files = {
    'personnes.csv': ['email;prenom;nom;profil;uai', ...people, ...heads, `${AGENT};Odile;Agente;dane;`],
    'engagements.csv': ['reference;email;uai;debut;fin;missions;roles;confirmation', ...engagements],
    'points-etape.csv': ['email;uai;date', ...reviews],
  };
  writeFileSync(join(folder, 'etablissements.csv'), schools);
  for (const [name, lines] of Object.entries(files)) {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }
  return uais[0] ?? '';
}
