import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WRITTEN_ON } from '../../src/domain/time/clock-evidence.ts';
import { ROOT } from '../support/command-line.ts';

const DECISIONS = join(ROOT, 'docs/adr');

/** The days of all decisions, and of all releases. */
function writtenDays(): readonly string[] {
  const decisions = readdirSync(DECISIONS).map((name) => readFileSync(join(DECISIONS, name), 'utf8'));
  const accepted = decisions.flatMap((text) => /^Accepted, (\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? []);
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const released = [...changelog.matchAll(/^## .*(\d{4}-\d\d-\d\d)/gm)].map(([, day]) => day ?? '');
  return [...accepted, ...released].toSorted();
}

describe('the day on which this version was written', () => {
  it('is not before the newest decision or release, and not to come', () => {
    expect(WRITTEN_ON >= (writtenDays().at(-1) ?? '')).toBe(true);
    expect(WRITTEN_ON <= new Date().toISOString().slice(0, 10)).toBe(true);
  });
});
