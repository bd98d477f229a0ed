import { readFileSync, writeFileSync } from 'node:fs';
import { type Machine, readMachine } from './measuring/machine.ts';
import { type Finding, isReached, type Row } from './measuring/row.ts';

/** The last measurement of one row. */
export interface RowResult {
  readonly name: string;
  readonly measuredOn: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly machine: Machine;
  readonly findings: readonly Finding[];
  /** Why there is no figure. */
  readonly fault?: string;
}

export interface Bench {
  readonly rows: readonly Row[];
  /** Comparisons that a reader might expect, each with the reason why there is no row. */
  readonly absent: readonly string[];
}

/** Stores the new results together with the older ones of other rows, as JSON and as a text. */
export function saveResults(folder: string, bench: Bench, fresh: readonly RowResult[]): void {
  const file = `${folder}/results.json`;
  const saved = new Map(readResults(file).map((result) => [result.name, result]));
  for (const result of fresh) saved.set(result.name, result);
  const results = bench.rows.flatMap(({ name }) => saved.get(name) ?? []);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(`${folder}/RESULTS.md`, toMarkdown(bench, results));
}

function readResults(file: string): readonly RowResult[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The result of a row, with the day and the machine. `outcome` is a text where there is no figure. */
export function toResult(
  row: Row,
  { rounds, seconds, outcome }: { rounds: number; seconds: number; outcome: readonly Finding[] | string },
): RowResult {
  return {
    name: row.name,
    measuredOn: new Date().toISOString().slice(0, 10),
    rounds,
    seconds: Math.round(seconds),
    machine: readMachine(),
    ...(typeof outcome === 'string' ? { findings: [], fault: outcome } : { findings: outcome }),
  };
}

/** The report: a table, the bounds that were missed, and for each row the work that is counted. */
export function toMarkdown({ rows, absent }: Bench, results: readonly RowResult[]): string {
  const found = new Map(results.map((result) => [result.name, result]));
  const shown = rows.flatMap((row) => {
    const result = found.get(row.name);
    return result ? [{ row, result }] : [];
  });
  const missing = rows.filter(({ name }) => !found.has(name)).map(({ name }) => `\`${name}\``);
  const short = shown.flatMap(({ row, result }) => shortfalls(row, result));
  return `${[
    '# Results of the bench',
    'Written by `npm run bench`; [docs/performance.md](../docs/performance.md) says how to read it. Every `×` is a ratio within one run: how many times more processor time the rival needs for one operation, as the median of the rounds, with its smallest and greatest round. `µs` and `ms` are those of one machine on one day.',
    machinesOf(results),
    [
      '| row | figure | rounds | wanted | reached |',
      '|---|---|---|---|---|',
      ...shown.flatMap(tableLines),
    ].join('\n'),
    '## Not reached',
    short.length > 0 ? short.join('\n') : 'Nothing: every bound above is reached.',
    ...(missing.length > 0 ? [`Not measured yet: ${missing.join(', ')}.`] : []),
    `There is no row for:\n\n${absent.map((text) => `- ${text}`).join('\n')}`,
    '## What is counted, and what is not',
    ...shown.map(rowAsText),
  ].join('\n\n')}\n`;
}

interface Shown {
  readonly row: Row;
  readonly result: RowResult;
}

function machinesOf(results: readonly RowResult[]): string {
  const lines = results.map(
    ({ machine: { processor, cores, memoryGb, node, kernel }, measuredOn }) =>
      `Measured on ${measuredOn}: ${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}, ${kernel}.`,
  );
  return [...new Set(lines)].join('\n');
}

function tableLines({ row, result }: Shown): readonly string[] {
  if (result.fault !== undefined) return [`| ${row.title} | no figure: ${result.fault} | | | |`];
  return result.findings.map((finding) => {
    const { what, spread, detail } = finding;
    const rounds = spread ? `${numberOf(spread[0])}–${numberOf(spread[1])} in ${result.rounds}` : '';
    return `| ${row.title}: ${what} | **${figureOf(finding)}** (${detail}) | ${rounds} | ${wantedOf(finding)} | ${reachedOf(finding)} |`;
  });
}

function shortfalls(row: Row, { findings, fault }: RowResult): readonly string[] {
  if (fault !== undefined) return [`- ${row.title}: ${fault}`];
  return findings
    .filter((finding) => finding.wanted !== undefined && isReached(finding) !== true)
    .map((finding) => {
      const missed = `- ${row.title}, ${finding.what}: ${figureOf(finding)}, wanted ${wantedOf(finding)}`;
      return row.boundBy === undefined ? missed : `${missed}. ${row.boundBy}`;
    });
}

function rowAsText({ row }: Shown): string {
  const against = row.against ? ` Against ${row.against}.` : '';
  return `**${row.title}** (\`${row.name}\`).${against} ${row.includes} *Not counted:* ${row.excludes}`;
}

function figureOf({ value, unit, detail }: Finding): string {
  if (value === undefined) return `none: ${detail}`;
  return unit === '×' ? `${numberOf(value)} ×` : `${numberOf(value)} ${unit}`;
}

/** The number with three significant digits. */
function numberOf(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function wantedOf({ wanted, unit }: Finding): string {
  if (wanted === undefined) return '–';
  return 'atLeast' in wanted ? `≥ ${wanted.atLeast} ${unit}` : `< ${wanted.below} ${unit}`;
}

function reachedOf(finding: Finding): string {
  const reached = isReached(finding);
  if (reached === undefined) return finding.wanted ? 'not measured' : '–';
  return reached ? 'yes' : '**no**';
}
