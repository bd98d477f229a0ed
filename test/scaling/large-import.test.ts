import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SCHOOLS = join(import.meta.dirname, '../../data/establishments-dijon.csv');
const PEOPLE = 2_000;
const UAIS = readFileSync(SCHOOLS, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, 8));
/** Far less than the content of the larger file (16 MB of text, some 100,000 records). */
const HEAP_MB = 96;
/** The memory for 80,000 more lines: the numbers of their last lines, at most 64 bytes for each key. */
const GROWTH_BYTES = 80_000 * 64 + 1_500_000;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-large-'));
  const lines = Array.from({ length: PEOPLE }, (_, at) => `p${at}@ac-dijon.fr;Prénom;Nom ${at}\n`);
  writeFileSync(join(folder, 'personnes.csv'), `email;prenom;nom\n${lines.join('')}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('imports 100,000 engagements at once, with only some bytes a line more memory than 20,000', async () => {
  const small = await importEngagements(20_000);
  const large = await importEngagements(100_000);
  expect(small.summary).toMatchObject({ created: 314 + PEOPLE + 20_000, refused: 0 });
  expect(large.summary).toMatchObject({ created: 314 + PEOPLE + 100_000, refused: 0 });
  expect(large.reports).toBeGreaterThan(100);
  expect(large.heldBytes - small.heldBytes).toBeLessThan(GROWTH_BYTES);
}, 300_000);

async function importEngagements(count: number) {
  const file = join(folder, `engagements-${count}.csv`);
  await pipeline(Readable.from(engagementLines(count)), createWriteStream(file));
  const script = join(import.meta.dirname, 'large-import.child.ts');
  const limits = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`];
  const files = [join(folder, `${count}.db`), SCHOOLS, join(folder, 'personnes.csv'), file];
  const { stdout } = await promisify(execFile)(process.execPath, [...limits, script, ...files]);
  return JSON.parse(stdout) as { summary: object; heldBytes: number; reports: number };
}

/** One line in four claims a single role, mostly on days when another person holds it. */
function* engagementLines(count: number): Generator<string> {
  yield 'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le;reserve\n';
  for (let at = 0; at < count; at += 1) {
    const year = 2001 + (at % 25);
    const roles = at % 4 === 0 ? 'contact-dane' : 'referent-site';
    const school = UAIS[at % UAIS.length];
    yield `ENG-${at};p${at % PEOPLE}@ac-dijon.fr;${school};${year}-09-01;${year + 1}-08-31;A1|C4|D1;${roles};confirmee;principal.${school}@ac-dijon.fr;${year}-10-01;Sous réserve de la dotation de ${year}\n`;
  }
}
