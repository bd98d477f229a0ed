import { readFileSync, writeFileSync } from 'node:fs';
import type { ShapeReport } from './report.ts';

const PAGE = new URL('../../docs/scaling.md', import.meta.url);

/** Three sizes of the service. Page views a month are in proportion to ten million in the whole country. */
const SIZES = [
  { name: 'one académie', people: 500, views: 5_600 },
  { name: 'thirty académies', people: 15_000, views: 166_700 },
  { name: 'every teacher of the country', people: 900_000, views: 10_000_000 },
];
const BADGES_A_PERSON = 3;
/** A badge is signed when it is issued, and again when its holder shows a name or a school. */
const SIGNINGS = 2;

/** Writes the two tables of figures in docs/scaling.md from these reports: SQLite, PostgreSQL, D1. */
export function writeTables(reports: readonly ShapeReport[], measuredOn: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const withCosts = replaced(page, 'costs', `${costs(reports)}\n\nMeasured on ${measuredOn}.`);
  writeFileSync(PAGE, replaced(withCosts, 'sizes', sizes(reports)));
}

/** The page with another text between its two marks of this name. */
function replaced(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: npm run bench -- shapes --write -->`, `<!-- end of ${name} -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/scaling.md has no marks for ${name}`);
  return `${before}${begin}\n${text}\n${end}${after}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function costs(reports: readonly ShapeReport[]): string {
  const row = (what: string, of: (report: ShapeReport) => string) => [what, ...reports.map(of)];
  return table(
    ['one…', ...reports.map(({ shape }) => shape)],
    [
      row('issued badge', (one) => `${one.issuedBadgeToPlainIssue.toFixed(2)} × plain signature`),
      row('verification page', (one) => `${one.verificationPageToHello.toFixed(1)} × hello`),
      row('catalogue page', (one) => `${one.cataloguePageToHello.toFixed(1)} × hello`),
      row('imported line', (one) => `${one.importedLineToHello.toFixed(1)} × hello`),
      row('stored badge', (one) => (one.bytesABadge === undefined ? '' : `${whole(one.bytesABadge)} bytes`)),
    ],
  );
}

/** The three sizes with the costs of SQLite for one académie, of PostgreSQL for the others. */
function sizes([sqlite, postgres]: readonly ShapeReport[]): string {
  const shapes = SIZES.map((_, at) => (at === 0 ? sqlite : postgres));
  const row = (what: string, of: (size: (typeof SIZES)[number], report: ShapeReport) => string) => [
    what,
    ...SIZES.map((size, at) => {
      const report = shapes[at];
      return report ? of(size, report) : '';
    }),
  ];
  return table(
    ['', ...SIZES.map(({ name }) => name)],
    [
      row('people', ({ people }) => whole(people)),
      row('badges', ({ people }) => whole(people * BADGES_A_PERSON)),
      row('stored badges', ({ people }, { bytesABadge = 0 }) =>
        megabytes(people * BADGES_A_PERSON * bytesABadge),
      ),
      row('two signings each, processor time', ({ people }, { milliseconds }) =>
        duration(people * BADGES_A_PERSON * SIGNINGS * milliseconds.issuedBadge),
      ),
      row('page views a month', ({ views }) => whole(views)),
      row('views, processor time a month', ({ views }, { milliseconds }) =>
        duration(views * milliseconds.verificationPage),
      ),
    ],
  );
}

const whole = (value: number) => Math.round(value).toLocaleString('en');

function megabytes(bytes: number): string {
  return bytes < 1e9 ? `${whole(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${seconds.toPrecision(2)} s`;
  return seconds < 7200 ? `${whole(seconds / 60)} min` : `${whole(seconds / 3600)} h`;
}
