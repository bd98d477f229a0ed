import { readFileSync } from 'node:fs';
import { ROOT } from '../../test/support/command-line.ts';
import type { TestService } from '../../test/support/service.ts';

const YEARS = [2023, 2024, 2025];
const MISSIONS = ['A1|B1|D1', 'A1|A2|C1', 'C1|C2|C4', 'A3|D2|E1', 'B1|D3|E3'];

/** The files of an académie as texts: its real schools, and people `p-0@bench.example`… with three years of
 *  confirmed engagement and one progress review each. */
function peopleFiles(people: number): Readonly<Record<string, string>> {
  const schools = readFileSync(`${ROOT}data/establishments-dijon.csv`, 'utf8');
  const uais = Array.from(schools.matchAll(/^"?(\d{7}[A-Z])\b/gm), ([, uai = '']) => uai);
  const numbers = Array.from({ length: people }, (_, at) => at);
  const uaiOf = (person: number) => uais[person % uais.length] ?? '';
  const engagements = numbers.flatMap((at) =>
    YEARS.map((year, turn) => {
      const missions = MISSIONS[(at + turn) % MISSIONS.length];
      return `S${at}-${year};p-${at}@bench.example;${uaiOf(at)};${year}-09-01;${year + 1}-08-31;${missions};;confirmee`;
    }),
  );
  const toText = (lines: readonly string[]) => `${lines.join('\n')}\n`;
  return {
    'etablissements.csv': schools,
    'personnes.csv': toText([
      'email;prenom;nom',
      ...numbers.map((at) => `p-${at}@bench.example;Camille;Martin-${at}`),
    ]),
    'engagements.csv': toText(['reference;email;uai;debut;fin;missions;roles;confirmation', ...engagements]),
    'points-etape.csv': toText([
      'email;uai;date',
      ...numbers.map((at) => `p-${at}@bench.example;${uaiOf(at)};2026-05-20`),
    ]),
  };
}

/** Imports these files. Throws where a line is refused. */
export async function importPeople(service: TestService, people: number): Promise<void> {
  const { summary, entries } = await service.importText(peopleFiles(people));
  if (summary.refused > 0) throw new Error(`${summary.refused} lines refused: ${JSON.stringify(entries[0])}`);
}
