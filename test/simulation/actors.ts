import { readFileSync } from 'node:fs';
import { generateDemo } from '../../demo/generate-demo.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';

/** A small académie: so many schools of the demonstration, with everybody who is or was engaged there. */
const SCHOOLS = 4;
const AGENTS = 3;

type Files = Readonly<Record<string, string>>;

const ESTABLISHMENTS = readFileSync('data/establishments-dijon.csv', 'utf8');

/** The files of the demonstration as of this day, cut to a few schools and their people. */
export function castOf(today: LocalDate): Files {
  const files = new Map(
    generateDemo({ establishmentsCsv: ESTABLISHMENTS, today }).map(({ name, text }) => [name, text]),
  );
  const [, ...engagements] = textLines(files.get('engagements.csv'));
  const byPerson = Map.groupBy(engagements, (line) => line.split(';')[1] ?? '');
  const bySchool = Map.groupBy(engagements, (line) => line.split(';')[2] ?? '');
  const peopled = [...bySchool].toSorted(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  const schools = new Set(peopled.slice(0, SCHOOLS).map(([uai]) => uai));
  const emails = new Set(
    [...byPerson]
      .filter(([, lines]) => lines.every((line) => schools.has(line.split(';')[2] ?? '')))
      .map(([email]) => email),
  );
  const [, ...people] = textLines(files.get('personnes.csv'));
  const agents = people.filter((line) => line.split(';')[4] === 'dane').slice(0, AGENTS);
  for (const line of agents) emails.add(line.split(';')[0] ?? '');
  const heads = people.filter((line) => schools.has(line.split(';')[5] ?? ''));
  for (const line of heads) emails.add(line.split(';')[0] ?? '');
  const isOurs = (line: string) => {
    const cells = line.split(';');
    const email = cells.find((cell) => cell.includes('@'));
    const uai = cells.find((cell) => /^\d{7}[A-Z]$/.test(cell));
    return (!email || emails.has(email)) && (!uai || schools.has(uai));
  };
  return Object.fromEntries(
    [...files].map(([name, text]) => [name, filterLines(name, text, { isOurs, schools })]),
  );
}

function filterLines(
  name: string,
  text: string,
  { isOurs, schools }: { readonly isOurs: (line: string) => boolean; readonly schools: ReadonlySet<string> },
): string {
  const [header = '', ...lines] = textLines(text);
  const saved =
    name === 'etablissements.csv'
      ? lines.filter((line) => schools.has(line.slice(0, line.indexOf(','))))
      : lines.filter(isOurs);
  return [header, ...saved, ''].join('\n');
}

function textLines(text = ''): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
