import type { healthTexts as FrenchTexts } from '../../fr/public/health.ts';

export const healthTexts: typeof FrenchTexts = {
  warnings: {
    'catching-up':
      'The service has just started and catches up on waiting work: log, mails, lists. Pages already answer.',
    'database-not-writable':
      'The database cannot be written: locked by another program, read-only, or its disk is full. Pages can still be read.',
    'disk-nearly-full': 'Less than 256 MB are left on the disk of the database: make room.',
    'signing-unavailable':
      'The folder of keys is missing, unreadable or incomplete: nothing is signed. Put it back.',
    'keys-missing':
      'The file of a key is no longer in the folder: this process still signs, and cannot after a restart. Put the folder back.',
    'clock-off-database':
      'The clock of this machine and that of the database differ by more than two minutes.',
    'clock-off-identity-provider':
      'The clock of this machine and that of the identity provider differ by more than two minutes.',
    'clock-off-fetched':
      'The clock of this machine and that of a server named by the settings differ by more than two minutes.',
    'clock-before-version': 'The clock of this machine is before the day of this version.',
    'clock-jumped': 'The clock of this machine jumped while the service ran.',
    'clock-behind-signatures': 'The clock of this machine is before the last signature.',
    'clock-behind-lived-days': 'The clock of this machine is before the last day that the service lived.',
    'clock-far-from-record':
      'The clock of this machine is more than 400 days ahead of the newest record. If it is right, restart with TRUST_CLOCK=1.',
    'clock-leftovers':
      'A wrong clock dated rows in the future: “jalon clock clear” removes them. Nothing is damaged.',
    'badge-dated-ahead': 'A badge is dated ahead: it is signed again once the time is sure.',
    'status-list-dated-ahead': 'A status list is dated ahead: it is signed again at the next look.',
    'status-list-ends-soon':
      'A status list was not signed again for two days: after eight, no badge can be verified any more.',
    'checkpoint-dated-ahead':
      'A signed state of the log is dated ahead: it is signed again at the next look.',
    'job-set-aside': 'A job failed eight times and is set aside: read /dane/jobs, or run “jalon jobs list”.',
    'job-not-moving': 'A due job has not moved for a quarter of an hour: read the log and /dane/jobs.',
    'invariant-broken':
      'The last look of the night found a contradiction: read /dane/settings/doctor, or run “jalon doctor”.',
    'invariant-not-looked-at': 'The last look of the night did not see everything: run “jalon doctor”.',
  },
  unreadable: 'The database does not answer, or cannot be read.',
  databases: {
    silent: 'The database keeps its connections open and does not respond.',
    connections: 'The database has no connection left.',
    standby: 'The database accepts only reads: it is a standby, or it is read-only.',
  },
  refusals: {
    database: 'The database cannot be written.',
    disk: 'The disk of the database is full.',
    clock: 'Another machine contradicts the time: nothing is signed.',
    keys: 'The keys are away: nothing is signed.',
    'status-lists': 'The status lists were not signed again for two days.',
  },
};
