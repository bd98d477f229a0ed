import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { trimEndSigns, trimStartSigns } from '../../src/open-badges/parsing/trim-characters.ts';
import STEP_LIMITS from '../../tools/regex-limits.json' with { type: 'json' };
import { growthOf } from '../support/load/growth.ts';

const TOOL = join(import.meta.dirname, '../../tools/regexes.mjs');

let folder: string | undefined;
afterEach(() => folder && rmSync(folder, { recursive: true, force: true }));

/** Judges one source file, with these expressions listed. */
function judge(source: string, listed: readonly Readonly<Record<string, string>>[] = []) {
  folder = mkdtempSync(join(tmpdir(), 'jalon-regexes-'));
  for (const name of ['src', 'tools']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'src/a.ts'), source);
  writeFileSync(join(folder, 'tools/regexes.json'), JSON.stringify(listed));
  const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  return { status, stderr };
}

const SLOW = String.raw`/\s*;\s*x/`;

describe('the check of regular expressions', () => {
  it('accepts one that takes linear time', () => {
    expect(judge('export const a = /^[a-z]+;/;')).toEqual({ status: 0, stderr: '' });
  });

  it('refuses one that may take longer', () => {
    expect(judge(`export const a = ${SLOW};`)).toEqual({
      status: 1,
      stderr: `src/a.ts:1 is vulnerable, without a bound: ${SLOW}\n`,
    });
  });

  it('accepts that one with its bound, in the file for which it is listed', () => {
    const entry = { expression: SLOW, file: 'src/a.ts', bound: '10 characters' };
    expect(judge(`export const a = ${SLOW};`, [entry]).status).toBe(0);
    expect(judge(`export const a = ${SLOW};`, [{ ...entry, file: 'src/b.ts' }]).status).toBe(1);
  });

  it('refuses a bound of an expression that is gone', () => {
    const entry = { expression: '/^a/', file: 'src/a.ts', bound: '10 characters' };
    expect(judge('export const a = /^b/;', [entry]).stderr).toContain('lists what is not there');
  });

  it('asks what an expression is like that is put together when it runs', () => {
    const source = 'export const a = (name: string) => new RegExp(name);';
    const entry = { expression: 'new RegExp(name)', file: 'src/a.ts' };
    expect(judge(source).stderr).toContain('put together');
    expect(judge(source, [{ ...entry, like: '/a/' }]).status).toBe(0);
    expect(judge(source, [{ ...entry, like: SLOW }]).status).toBe(1);
  });
});

describe('the limits of the check', () => {
  const declared = readFileSync(
    join(import.meta.dirname, '../../node_modules/recheck/index.d.ts'),
    'utf8',
  ).matchAll(/^ {2}(\w*timeout)\?:/gim);
  const timeLimits = [...declared].map(([, name]) => String(name));

  it('have no limit of time, so a busy machine gives the same verdict', () => {
    expect(timeLimits.length).toBeGreaterThan(3);
    const left = timeLimits.filter((name) => {
      const value = (STEP_LIMITS as Readonly<Record<string, unknown>>)[name];
      return value !== null && !(name === 'recallTimeout' && Number(value) < 0);
    });
    expect(left).toEqual([]);
  });
});

describe('signs at the ends of a text', () => {
  it('are taken off, and others are kept', () => {
    expect(trimEndSigns('a..b. . ', /[.\s]/)).toBe('a..b');
    expect(trimStartSigns('__a_b__', /_/)).toBe('a_b__');
    expect([trimEndSigns('___', /_/), trimStartSigns('', /_/)]).toEqual(['', '']);
  });

  it('take time in proportion to the text, also where a sign follows that is kept', async () => {
    const { exponent } = await growthOf(
      (size) => `a${'_'.repeat(size)}b`,
      (text) => trimEndSigns(trimStartSigns(text, /_/), /_/),
      4_000_000,
    );
    expect(exponent).toBeLessThan(1.6);
  });
});
