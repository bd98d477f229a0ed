import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { ROOT } from '../support/command-line.ts';

/** Kinds that tests of the service commit, on SQLite and through pages. */
const COMMITTED_ELSEWHERE: readonly string[] = [
  'sign-in-attempt-used',
  'identity-linked',
  'headships-kept',
  'session-seen',
  'form-carried-out',
  'session-ended',
  'sessions-of-person-ended',
  'token-used',
  'engagement-cut',
  'engagement-sharing-said',
  'class-project-changed',
  'classes-withdrawn',
  'procedure-sheet-saved',
  'procedure-sheet-removed',
  'procedure-sheet-moved',
  'coverage-days-forgotten',
  'wish-planned',
  'wish-plan-removed',
  'establishment-added',
  'school-kept-open',
  'school-as-planned',
  'authorisation-added',
  'school-project-added',
  'school-project-changed',
  'school-project-removed',
  'invitation-answered',
  'invitation-reminded',
  'school-meeting-asked',
  'school-meeting-changed',
  'criteria-drafted',
  'criteria-draft-settled',
  'award-reminded',
  'letter-opened',
  'credential-resumed',
  'host-token-ended',
  'wallet-offered',
  'wallet-offer-withdrawn',
  'wallet-pin-tried',
  'wallet-code-used',
  'wallet-challenged',
  'wallet-challenge-used',
  'wallet-taken',
  'wallet-left',
  'wallet-nonce-used',
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
