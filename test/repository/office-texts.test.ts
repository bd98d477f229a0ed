import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultPack } from '../../src/catalogue/default-pack.ts';
import { ROOT } from '../support/command-line.ts';

/** The one file that says which pack comes with the program. */
const NAMES_THE_PACK = ['src/catalogue/default-pack.ts'];
/** D1 is Cloudflare's database too, A2 a cell of a spreadsheet, and D what PostgreSQL calls a trigger that is off. */
const OTHER_MEANINGS = [/\bD1\b/g, /topLeftCell="A2"/g, /tgenabled = 'D'/g];
const { framework, criteria } = defaultPack;
const CODES = [
  ...[...framework.missions.keys()].map((code) => `\\b${code}\\b`),
  ...framework.families.map(({ code }) => `'${code}'`),
  ...criteria.achievements.map(({ code }) => `\\b${code}\\b`),
];
const OFFICE = new RegExp([...CODES, 'dijon', 'bourgogne', 'nièvre', 'saône', '\\byonne\\b'].join('|'), 'i');

function textsIn(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => OTHER_MEANINGS.reduce((rest, one) => rest.replace(one, ''), line));
  // Codes are written in capitals; a word of the place is found in any case.
  return lines
    .filter((line) => OFFICE.test(line))
    .filter((line) => {
      const found = OFFICE.exec(line)?.[0] ?? '';
      return /^[a-zè-ô]{4,}$/i.test(found) || new RegExp(CODES.join('|')).test(line);
    });
}

it('no code of a mission, family or badge, and no word of Dijon, stands in src', () => {
  const files = execFileSync('git', ['ls-files', 'src'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const found = files
    .filter((file) => /\.tsx?$/.test(file) && !NAMES_THE_PACK.includes(file))
    .flatMap((file) =>
      textsIn(readFileSync(join(ROOT, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(1000);
});

it.each(["role: 'A'", 'RUPN-CONF', 'la mission C4', 'la DANE de Dijon'])('would find « %s »', (text) => {
  expect(textsIn(text)).toHaveLength(1);
});
