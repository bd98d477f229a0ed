import type { CliLogTexts } from '../../fr/cli/log.ts';
import { count } from '../grammar/page-phrases.ts';

const NOT_PROVED = {
  absent:
    'the log does not contain it. A badge signed here is entered within a minute: otherwise a stolen key may have signed it',
  proof: 'the proof cannot be read',
  checkpoint: 'no key of the service has signed the state of the log, or it is dated in the future',
  'other-badge': 'the proof is that of another badge, or of another revision',
  root: 'it does not lead to the signed state of the log',
  'split-view': 'another state that the service signed contradicts the log that was followed',
} as const;

export const cliLogTexts: CliLogTexts = {
  logEntries: 'entries',
  logConsistent: (size, added) =>
    `The log is consistent: ${count(size, 'entry', 'entries')}, ${added} of them new. Nothing was taken out or changed.`,
  logBroken: (error, detail) => `${error} (${detail}). The state on file is not replaced.`,
  logFaults: {
    'checkpoint-not-signed': 'No key of the service has signed the last state of the log',
    'other-log': 'The log of another address answers at this one',
    'log-shrunk': 'The log has fewer entries than at the last visit',
    'root-differs': 'The entries do not lead to the signed state: one was changed or taken out',
    'unreadable-entries': 'Entries cannot be read',
    'older-key': 'A key that had been replaced signs again',
    'new-key':
      'A key signs that has never signed before. If the service has told you of this key by another way, accept it once: --accept-key, then the key',
    'checkpoint-ahead': 'The last state of the log is dated in the future',
    'unreadable-answer': 'The service answers something else than what is read at this address',
    'checkpoint-older': 'The last state of the log was signed before the one of the last visit',
    'checkpoint-stale': 'The last state of the log was signed more than three days ago, or does not say when',
    'split-view': 'This signed state contradicts the log: the service did not show everyone the same',
  },
  logKeyKept: (key) =>
    `The key that signs the log is kept: ${key}. Compare it with the one that the service tells by another way. No other key will pass without --accept-key.`,
  notAKey: (word) => `"${word}" is not a key. A key is written as in did.json: z6Mk…`,
  loggedBadge: (verdict) => {
    if (verdict.kind === 'not-proved')
      return `The entry of this badge is not proved: ${NOT_PROVED[verdict.reason]}.`;
    const since =
      verdict.by === undefined ? '' : `, since ${new Date(verdict.by * 1000).toISOString()} at the latest`;
    const place = `This badge is in the log, at place ${verdict.index}${since}.`;
    return verdict.kind === 'late'
      ? `${place} That is long after its signature: it may have been dated back.`
      : place;
  },
};
