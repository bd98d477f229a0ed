import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

const text = readFileSync(join(ROOT, 'publiccode.yml'), 'utf8');
const { license, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The value of a key that occurs once in each language: on one line, or folded (`>`) over the indented lines
 *  below. */
function valuesOf(key: string): readonly string[] {
  const found = text.matchAll(new RegExp(`^( *)${key}: (?:>\\n((?:\\1 {2}.*\\n)+)|(.*)\\n)`, 'gm'));
  return Array.from(found, ([, , folded, plain]) => (folded ?? plain ?? '').replace(/\s+/g, ' ').trim());
}

// Limits of https://yml.publiccode.tools, "Section description".
describe('publiccode.yml', () => {
  it('describes the service in French and in English, within the limits of the standard', () => {
    expect(text).toMatch(/^description:\n {2}fr:\n[\s\S]*\n {2}en:\n/m);
    const short = valuesOf('shortDescription');
    const long = valuesOf('longDescription');
    const features = text.match(/^ {4}features:\n {6}- /gm) ?? [];
    expect([short.length, long.length, features.length]).toEqual([2, 2, 2]);
    expect(short.filter(({ length }) => length < 10 || length > 150)).toEqual([]);
    expect(long.filter(({ length }) => length < 150 || length > 10_000)).toEqual([]);
  });

  it('has every key that the standard requires', () => {
    const required =
      'publiccodeYmlVersion name url platforms categories developmentStatus softwareType description legal maintenance localisation';
    expect(required.split(' ').filter((key) => !new RegExp(`^${key}:`, 'm').test(text))).toEqual([]);
  });

  it('names the version of package.json, and the day that the changelog gives it', () => {
    const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
    const [, newest, day] = /^## (\d\S*) \((\d{4}-\d\d-\d\d)\)$/m.exec(changelog) ?? [];
    expect(newest).toBe(version);
    expect(valuesOf('softwareVersion')).toEqual([`"${version}"`]);
    expect(valuesOf('releaseDate')).toEqual([`"${day}"`]);
  });

  it('has the licence of package.json, and shows existing pictures', () => {
    expect(valuesOf('license')).toEqual([license]);
    const pictures = Array.from(text.matchAll(/^ +- (\S+\.png)$/gm), ([, path = '']) => path);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
