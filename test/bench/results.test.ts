import { homedir, hostname, tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import type { Finding, Row } from '../../bench/measuring/row.ts';
import { toMarkdown, toResult } from '../../bench/results.ts';
import { ROOT } from '../support/command-line.ts';

const row: Row = {
  name: 'sample',
  title: 'a sample',
  group: 'usual',
  startsPrograms: false,
  includes: 'All.',
  excludes: 'Nothing.',
  measure: async () => [],
};

function reportOf(outcome: readonly Finding[] | string): string {
  const result = toResult(row, { rounds: 5, seconds: 1, outcome });
  return toMarkdown({ rows: [row], absent: ['Something else.'] }, [result]);
}

const finding: Finding = {
  what: 'one',
  value: 29.9,
  unit: '×',
  spread: [29, 31],
  wanted: { atLeast: 30 },
  detail: '1 µs against 30 µs',
};

it('names plainly the bounds that were not reached', () => {
  const report = reportOf([finding]);
  expect(report).toContain('| ≥ 30 × | **no** |');
  expect(report).toContain('- a sample, one: 29.9 ×, wanted ≥ 30 ×');
  expect(report).not.toContain('Nothing: every bound');
});

it('states that every bound is reached', () => {
  const report = reportOf([
    { ...finding, value: 30 },
    { ...finding, unit: 'ms', wanted: { below: 31 } },
  ]);
  expect(report).toContain('| ≥ 30 × | yes |');
  expect(report).toContain('| < 31 ms | yes |');
  expect(report).toContain('Nothing: every bound above is reached.');
});

it('counts a figure that could not be measured as not reached', () => {
  const { value: _, ...others } = finding;
  expect(reportOf([{ ...others, value: undefined, detail: 'no such address' }])).toContain(
    '- a sample, one: none: no such address, wanted ≥ 30 ×',
  );
  expect(reportOf('it ended with 1')).toContain('- a sample: it ended with 1');
});

it('names the machine by its parts, never by its name or places', () => {
  const report = reportOf([finding]);
  expect(report).toMatch(/Measured on \d{4}-\d\d-\d\d: .+ cores, \d+ GB, Node v\d+/);
  for (const place of [ROOT, homedir(), tmpdir(), hostname()]) expect(report).not.toContain(place);
});
