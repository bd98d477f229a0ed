import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../test/support/command-line.ts';
import type { Finding, Row, RowOptions } from './measuring/row.ts';
import { type RowResult, saveResults, toMarkdown, toResult } from './results.ts';
import { ABSENT, ROWS } from './rows.ts';

/** `npm run bench [-- NAME… | usual | heavy | all] [--rounds N] [--full] [--size N] [--json] [--list]`:
 *  measures the named rows, by default the usual ones, and writes them into bench/RESULTS.md. A missed bound
 *  is reported there, and does not change the exit code. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    'block-ms': { type: 'string', default: '400' },
    full: { type: 'boolean', default: false },
    size: { type: 'string' },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

const note = (text: string) => void process.stderr.write(`${text}\n`);
const ROUNDS = Math.max(1, Number(values.rounds));
/** Results of fewer rounds are not reliable enough to be kept. */
const LEAST_ROUNDS = 5;
const GROUPS = ['usual', 'heavy', 'all'];

function chosenRows(names: readonly string[]): readonly Row[] {
  const unknown = names.filter((name) => !GROUPS.includes(name) && !ROWS.some((row) => row.name === name));
  if (unknown.length > 0) throw new Error(`no such row: ${unknown.join(', ')}; --list names them all`);
  const wanted = names.length > 0 ? names : ['usual'];
  return ROWS.filter(
    ({ name, group }) => wanted.includes('all') || wanted.includes(group) || wanted.includes(name),
  );
}

async function measureAll(rows: readonly Row[]): Promise<readonly RowResult[]> {
  const options: Omit<RowOptions, 'note'> = {
    rounds: ROUNDS,
    blockMs: Number(values['block-ms']),
    full: values.full,
    ...(values.size !== undefined && { size: Number(values.size) }),
  };
  const results: RowResult[] = [];
  for (const row of rows) {
    note(row.name);
    const began = performance.now();
    const outcome = await measureApart(row, options).catch((error: Error) => error.message);
    const seconds = (performance.now() - began) / 1000;
    results.push(toResult(row, { rounds: ROUNDS, seconds, outcome }));
  }
  return results;
}

/** Measures a row in a process of its own, started from the program next to this file, so that its garbage
 *  collector can be called before each block. */
async function measureApart({ name }: Row, options: object): Promise<readonly Finding[]> {
  const program = join(dirname(process.argv[1] ?? ''), 'run-row.child.js');
  const texts = ['--expose-gc', '--enable-source-maps', program, name, JSON.stringify(options)];
  const child = spawn(process.execPath, texts, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${name} ended with ${code}; its error is above`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '[]');
}

if (values.list) {
  for (const { name, group, title } of ROWS) process.stdout.write(`${name.padEnd(18)} ${group}  ${title}\n`);
} else {
  const rows = chosenRows(positionals);
  const results = await measureAll(rows);
  process.stdout.write(
    values.json ? `${JSON.stringify(results)}\n` : toMarkdown({ rows, absent: ABSENT }, results),
  );
  if (ROUNDS >= LEAST_ROUNDS && values.size === undefined)
    saveResults(`${ROOT}bench`, { rows: ROWS, absent: ABSENT }, results);
  else note(`Not kept: only runs of at least ${LEAST_ROUNDS} rounds at their own size are.`);
}
