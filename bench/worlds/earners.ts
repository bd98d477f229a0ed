import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Earners {
  readonly count: number;
  /** The beginning of each name. */
  readonly prefix: string;
}

/** Writes files of people who each earn one badge as of any date. */
export function writeEarners(folder: string, earners: Earners): void {
  for (const [name, text] of Object.entries(earnersFiles(earners))) writeFileSync(join(folder, name), text);
}

/** The same files as texts: one school, and for each person one line and one engagement. */
export function earnersFiles({ count, prefix }: Earners): Readonly<Record<string, string>> {
  const people = Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
  const files = {
    'etablissements.csv': ['uai;nom;secteur', '0210001M;Collège Claude Guyot;Public'],
    'personnes.csv': [
      'email;prenom;nom',
      ...people.map((name) => `${name}@ac-test.example;Camille;Martin ${name}`),
    ],
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...people.map(
        (name) => `${name};${name}@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
      ),
    ],
  };
  return Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, `${lines.join('\n')}\n`]));
}
