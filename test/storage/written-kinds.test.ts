import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { ROOT } from '../support/command-line.ts';

/** Kinds that tests of the service commit, on SQLite and through pages. */
const COMMITTED_ELSEWHERE: readonly string[] = [
  'identity-linked',
  'headships-kept',
  'session-seen',
  'form-carried-out',
  'session-ended',
  'sessions-of-person-ended',
  'token-used',
  'engagement-sharing-said',
  'procedure-sheet-moved',
  'coverage-days-forgotten',
  'wish-planned',
  'wish-plan-removed',
  'establishment-added',
  'host-token-ended',
  'wallet-offer-withdrawn',
  'wallet-challenged',
  'wallet-taken',
  'wallet-left',
  'wallets-forgotten',
  'jobs-told',
  'undo-lines-forgotten',
  'import-undone',
];

const FOLDER = join(ROOT, 'test', 'contracts');
const contracts = readdirSync(FOLDER)
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

it('commits every kind of change in the contract that all engines run', () => {
  const kinds = Object.keys(WRITERS).filter((kind) => !contracts.includes(`kind: '${kind}'`));
  expect(kinds.filter((kind) => !COMMITTED_ELSEWHERE.includes(kind))).toEqual([]);
});

it('names no kind that a contract commits, and none that is gone', () => {
  const needed = COMMITTED_ELSEWHERE.filter(
    (kind) => Object.hasOwn(WRITERS, kind) && !contracts.includes(`kind: '${kind}'`),
  );
  expect(COMMITTED_ELSEWHERE).toEqual(needed);
});
