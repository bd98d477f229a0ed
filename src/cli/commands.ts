import type { Verb } from './command.ts';
import { acceptVerb } from './commands/accept.ts';
import { backupVerb, restoreVerb } from './commands/backup.ts';
import { badgesVerb } from './commands/badges.ts';
import { decisionsVerb } from './commands/decisions.ts';
import { directoryVerb } from './commands/directory.ts';
import { doctorVerb } from './commands/doctor.ts';
import { erasuresVerb } from './commands/erasures.ts';
import { evaluateVerb } from './commands/evaluate.ts';
import { exportVerb } from './commands/export.ts';
import { exportStaticVerb } from './commands/export-static.ts';
import { grantVerb } from './commands/grant.ts';
import { importVerb } from './commands/import.ts';
import { importsVerb } from './commands/imports.ts';
import { issueVerb } from './commands/issue.ts';
import { keysVerb } from './commands/keys.ts';
import { migrateVerb } from './commands/migrate.ts';
import { monitorVerb } from './commands/monitor.ts';
import { moveVerb } from './commands/move.ts';
import { officeVerb } from './commands/office.ts';
import { erasePersonVerb, exportPersonVerb } from './commands/person.ts';
import { reSignVerb } from './commands/re-sign.ts';
import { releaseVerb } from './commands/release.ts';
import { revokeVerb } from './commands/revoke.ts';
import { serveVerb } from './commands/serve.ts';
import { resumeVerb, suspendVerb } from './commands/suspend.ts';
import { tokenVerb } from './commands/token.ts';
import { unansweredVerb } from './commands/unanswered.ts';
import { verifyVerb } from './commands/verify.ts';

/** Every verb by its name. These names are a public contract and do not change. */
export const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['import', importVerb],
  ['imports', importsVerb],
  ['export', exportVerb],
  ['export-static', exportStaticVerb],
  ['evaluate', evaluateVerb],
  ['grant', grantVerb],
  ['decisions', decisionsVerb],
  ['issue', issueVerb],
  ['accept', acceptVerb],
  ['unanswered', unansweredVerb],
  ['directory', directoryVerb],
  ['re-sign', reSignVerb],
  ['suspend', suspendVerb],
  ['resume', resumeVerb],
  ['revoke', revokeVerb],
  ['verify', verifyVerb],
  ['doctor', doctorVerb],
  ['monitor', monitorVerb],
  ['keys', keysVerb],
  ['token', tokenVerb],
  ['export-person', exportPersonVerb],
  ['erase-person', erasePersonVerb],
  ['erasures', erasuresVerb],
  ['office', officeVerb],
  ['badges', badgesVerb],
  ['backup', backupVerb],
  ['restore', restoreVerb],
  ['move', moveVerb],
  ['migrate', migrateVerb],
  ['release', releaseVerb],
  ['serve', serveVerb],
]);
