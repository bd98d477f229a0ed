import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWaitingLines } from '../../src/cli/waiting-lines.ts';
import { jalon } from '../support/command-line.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import type { TestService } from '../support/servers/service.ts';

const REFUSED = 2500;
const folder = mkdtempSync(join(tmpdir(), 'jalon-refused-'));
let service: TestService;
beforeAll(async () => {
  ({ service } = await startDaneService());
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

describe('an import with more refused lines than wait in memory', () => {
  it('prints every refused line after the others, in their order', async () => {
    const file = join(folder, 'contributions.csv');
    const lines = Array.from({ length: REFUSED }, (_, at) => `R-${at};${CLAIRE};inconnue-é;2026-01-10;oui`);
    const last = `C-1;${CLAIRE};projet;2026-01-10;non`;
    writeFileSync(file, ['reference;email;nature;date;validee', ...lines, last, ''].join('\n'));
    const { code, stdout } = await jalon(['import', file, '--dry-run'], { environment: service.environment });
    expect(code).toBe(1);
    const printed = stdout.trim().split('\n');
    const first = printed.findIndex((line) => line.startsWith('✘'));
    expect(printed.slice(0, first).join('\n')).toContain('contributions.csv');
    const refused = printed.slice(first, -1);
    expect(refused.map((line) => Number(/ligne (\d+)/.exec(line)?.[1]))).toEqual(
      Array.from({ length: REFUSED }, (_, at) => at + 2),
    );
    expect(printed.at(-1)).toMatch(/1 créé, .*2.500 lignes refusées/);
  }, 60_000);
});

describe('lines that wait', () => {
  it('come back in their order, from memory and from a file without a name', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `${at} « élève » \n ${'x'.repeat(at % 97)} 🙂`);
    const waiting = makeWaitingLines(folder);
    expect(texts.every((text) => waiting.add(text))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('jalon-'))).toEqual([]);
    expect([...waiting.read()]).toEqual(texts);
    waiting.close();
  });

  it('have no place beyond memory if the folder cannot be written', () => {
    const waiting = makeWaitingLines(join(folder, 'absent'));
    const added = Array.from({ length: 1200 }, (_, at) => waiting.add(String(at)));
    expect(added.filter(Boolean)).toHaveLength(1000);
    expect([...waiting.read()]).toHaveLength(1000);
    waiting.close();
  });
});
