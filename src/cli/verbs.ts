import type { Verb } from './verb.ts';
import { acceptVerb } from './verbs/accept.ts';
import { backupVerb, restoreVerb } from './verbs/backup.ts';
import { badgesVerb } from './verbs/badges.ts';
import { decisionsVerb } from './verbs/decisions.ts';
import { directoryVerb } from './verbs/directory.ts';
import { doctorVerb } from './verbs/doctor.ts';
import { erasuresVerb } from './verbs/erasures.ts';
import { evaluateVerb } from './verbs/evaluate.ts';
import { exportVerb } from './verbs/export.ts';
import { exportStaticVerb } from './verbs/export-static.ts';
import { grantVerb } from './verbs/grant.ts';
import { importVerb } from './verbs/import.ts';
import { importsVerb } from './verbs/imports.ts';
import { issueVerb } from './verbs/issue.ts';
import { keysVerb } from './verbs/keys.ts';
import { migrateVerb } from './verbs/migrate.ts';
import { monitorVerb } from './verbs/monitor.ts';
import { moveVerb } from './verbs/move.ts';
import { officeVerb } from './verbs/office.ts';
import { erasePersonVerb, exportPersonVerb } from './verbs/person.ts';
import { reSignVerb } from './verbs/re-sign.ts';
import { releaseVerb } from './verbs/release.ts';
import { revokeVerb } from './verbs/revoke.ts';
import { serveVerb } from './verbs/serve.ts';
import { resumeVerb, suspendVerb } from './verbs/suspend.ts';
import { tokenVerb } from './verbs/token.ts';
import { unansweredVerb } from './verbs/unanswered.ts';
import { verifyVerb } from './verbs/verify.ts';

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
