import type { Random } from './random.ts';

/** A real school with people of the demonstration. */
export interface DemoSchool {
  readonly uai: string;
  /** The département of a collège, or the région of a lycée. */
  readonly localAuthority: string;
}

/** `count` public, non-agricultural schools of the list (UTF-8, comma-separated), in random order. */
export function pickSchools(schoolsCsv: string, count: number, random: Random): readonly DemoSchool[] {
  const [header = [], ...rows] = schoolsCsv.trim().split(/\r?\n/).map(toCells);
  const cell = (row: readonly string[], column: string): string => row[header.indexOf(column)] ?? '';
  const eligible = rows.filter(
    (row) => cell(row, 'secteur') === 'Public' && cell(row, 'lycee_agricole') === '0',
  );
  return random.sample(eligible, count).map((row) => ({
    uai: cell(row, 'uai'),
    localAuthority:
      cell(row, 'type') === 'Collège'
        ? `Conseil départemental (${cell(row, 'departement')})`
        : 'Conseil régional de Bourgogne-Franche-Comté',
  }));
}

/** The cells of one line. A cell in quotes may contain commas, and two quotes in it stand for one. */
function toCells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
