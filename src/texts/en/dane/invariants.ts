import type { invariantTexts as French } from '../../fr/dane/invariants.ts';

const RESTORE = 'Restore the last sound backup into a new database (jalon restore), then compare.';
const WRITTEN = 'The database was written without the service: find out by whom, and restore a sound backup.';
const REPORT =
  'Keep a copy of the database and report this defect; a sound backup restores the rows that are named.';

export const clockLeftoverText =
  'The rows marked wrong-clock were left by a wrong clock. Nothing is damaged. To remove them, run jalon clock clear (--dry-run counts them).';

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
  'award-facts': {
    holds:
      'The facts of each award have the digest that was kept with it, and its findings follow from them.',
    todo: WRITTEN,
  },
  'paper-facts': {
    holds: 'The facts of each printed paper have the digest that was kept with it.',
    todo: WRITTEN,
  },
  'award-criteria': {
    holds: 'Each badge that was awarded is in its version of the criteria.',
    todo: 'Put the missing version of the criteria back: it is in data/criteria, or in a backup.',
  },
  'badge-says-row': {
    holds:
      'The signed document of each badge and record says what its row says, and its two forms say the same.',
    todo: WRITTEN,
  },
  'badge-in-log': {
    holds: 'Each badge and each record, as it is stored, has its entry in the public log.',
    todo: WRITTEN,
  },
  'list-bits': {
    holds: 'The bits of the published status lists are those of revocations and suspensions.',
    todo: 'The service signs each list again every twelve hours. If the difference stays after that, restore a sound backup.',
  },
  'list-dates': {
    holds: 'The status lists were signed in the last two days, and none is dated after now.',
    todo: 'Check the clock, and that the service runs: it signs the lists every twelve hours.',
  },
  'log-tiles': { holds: 'The tiles of the public log are those of its entries.', todo: RESTORE },
  'log-checkpoints': {
    holds:
      'Each signed state of the public log leads to its entries; the newest is recent, and none is dated after now.',
    todo: 'Check the clock, and that the service runs. If a root differs, restore a sound backup and tell those who follow the log.',
  },
  'keys-kept': {
    holds: 'The keys in place are those whose public halves the database has, and they open.',
    todo: 'Put the right folder of keys back (jalon keys list says which are missing or cannot be read, and why). An unknown key does not belong there.',
  },
  'signing-keys': { holds: 'The public half of each key that signed is in the database.', todo: RESTORE },
  'kept-names': {
    holds: 'The names that the search reads are those of the people, schools and campaigns.',
    todo: 'Save the named records again: their name for the search is then made anew.',
  },
  'kept-roles': { holds: 'The mark of single roles is on the segments that have one.', todo: REPORT },
  'kept-coverage': {
    holds: 'The measured coverage is that of the engagements, where nothing was done since.',
    todo: 'Measure it again from the page of the coverage.',
  },
  'badge-proof': {
    holds: 'Each badge and each record verifies by its proof.',
    todo: 'If it rests on a compromised key, run jalon issue. Otherwise the document was changed: restore a sound backup.',
  },
  'badge-jws': {
    holds: 'Each badge and each record verifies by its JWT.',
    todo: 'If it rests on a compromised key, run jalon issue. Otherwise the document was changed: restore a sound backup.',
  },
  'list-signed': {
    holds: 'Each status list verifies by its proof.',
    todo: 'The service signs it again at its next look, if it runs and its keys are there. Find out who changed it.',
  },
  'checkpoints-signed': {
    holds: 'Each state of the public log is signed by a key of ours, at the instant that it states.',
    todo: RESTORE,
  },
  'audit-chain': {
    holds: 'Each line of the audit is as it was sealed, in its place, and the signed states lead to it.',
    todo: 'Keep this database as it is: it shows what was changed, removed or added, and where. Find out who could write it, then compare with a backup from before.',
  },
};
