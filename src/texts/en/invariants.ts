import type { invariantTexts as French } from '../fr/invariants.ts';

const RESTORE = 'Restore the last sound backup into a new database (jalon restore), then compare.';
const WRITTEN = 'The database was written without the service: find out by whom, and restore a sound backup.';
const REPORT =
  'Keep a copy of the database and report this defect; a sound backup restores the rows that are named.';

export const invariantTexts: typeof French = {
  'file-sound': {
    holds: 'The database engine reads all its pages and indexes again without a fault.',
    todo: `The disk is the cause. ${RESTORE}`,
  },
  'foreign-keys': { holds: 'Each reference from one table to another leads to a row.', todo: WRITTEN },
  'premises-empty': { holds: 'The table of the premises of a commit is empty.', todo: WRITTEN },
  'award-once': {
    holds: 'A badge is not awarded again while the award before it stands.',
    todo: 'Revoke the one of the two badges that is too many (jalon revoke), then find out where it came from.',
  },
  'award-signed': { holds: 'An award is called signed if, and only if, its badge exists.', todo: REPORT },
  'award-recipient': {
    holds: 'Each award and each proposal goes to a known person or school; those of erased people are empty.',
    todo: 'If the person was erased, erase them again (jalon erasures). Otherwise restore a sound backup.',
  },
  'badge-erased': {
    holds: 'An erased badge is empty and revoked, and a revoked badge is not suspended.',
    todo: WRITTEN,
  },
  'program-in-log': { holds: 'What a program had signed is in the public log.', todo: REPORT },
  'list-places': {
    holds: 'Each status place is in a list of its kind, and within its bounds.',
    todo: WRITTEN,
  },
  'record-place': {
    holds: 'Each record of badges has its status place, and each open place its record.',
    todo: WRITTEN,
  },
  'log-gapless': { holds: 'The places of the public log follow one another without a gap.', todo: RESTORE },
  'act-audited': { holds: 'Each act has its line in the audit.', todo: WRITTEN },
  'audit-object': {
    holds: 'Each line of the audit is about an object that exists, or that was erased since.',
    todo: WRITTEN,
  },
  'proposal-open': {
    holds: 'Nothing that is decided is still proposed.',
    todo: 'Judge everyone again from the decisions, then report this defect.',
  },
  'erased-gone': {
    holds: 'Nothing is left of an erased person.',
    todo: 'Erase them again (jalon erasures): their rows came back from a backup, or were written outside the service.',
  },
  'own-things': {
    holds: 'The public profile, the added words and the wallets of a person show only their own badges.',
    todo: WRITTEN,
  },
  orphans: { holds: 'No row is about an object that is gone.', todo: REPORT },
  'addresses-in-order': {
    holds: 'The addresses of each person follow one another, the present one first.',
    todo: WRITTEN,
  },
  'kept-counts': { holds: 'The numbers that are kept are those of what they count.', todo: REPORT },
  'nothing-ahead': {
    holds: 'Nothing that was done is dated after now.',
    todo: 'Check the clock of the machine and those that /health/ready names. Badges and lists are signed again by themselves.',
  },
};
