import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

/** The one file that decides who counts as one caller. */
const PLACE = 'src/adapters/http/limits/caller.ts';

/** What tells where a request comes from, in any spelling of a header or a property. */
const ORIGIN = /remote_?-?address|x-forwarded-for|cf-connecting-ip|x-real-ip|getConnInfo/i;

it('only one file reads the address of a connection or what a proxy says of it', () => {
  const readers = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).filter((path) => {
    const code = readFileSync(join(ROOT, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return ORIGIN.test(code);
  });
  expect(readers).toEqual([PLACE]);
});
