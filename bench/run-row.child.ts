import type { RowOptions } from './measuring/row.ts';
import { ROWS } from './rows.ts';

/** Measures one row in a process of its own, so that a row is not affected by earlier ones. The options are
 *  given as JSON; the last line of the output has the findings as JSON. */
const [name, options = '{}'] = process.argv.slice(2);
const row = ROWS.find((one) => one.name === name);
if (row === undefined) throw new Error(`no row ${name}`);
const parsed = JSON.parse(options) as Omit<RowOptions, 'note'>;
const findings = await row.measure({ ...parsed, note: (text) => void process.stderr.write(`  ${text}\n`) });
// JSON has no NaN. Such a figure is written as absent.
const finite = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
process.stdout.write(`${JSON.stringify(findings, finite)}\n`);
