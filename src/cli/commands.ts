import { FEATURE_COMMANDS } from '../features/all/commands.ts';
import type { Command } from './command.ts';
import { acceptCommand } from './commands/accept.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { badgesCommand } from './commands/badges.ts';
import { clockCommand } from './commands/clock.ts';
import { decisionsCommand } from './commands/decisions.ts';
import { doctorCommand } from './commands/doctor.ts';
import { erasuresCommand } from './commands/erasures.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exportCommand } from './commands/export.ts';
import { grantCommand } from './commands/grant.ts';
import { importCommand } from './commands/import.ts';
import { importsCommand } from './commands/imports.ts';
import { issueCommand } from './commands/issue.ts';
import { jobsCommand } from './commands/jobs.ts';
import { keysCommand } from './commands/keys.ts';
import { mailsCommand } from './commands/mails.ts';
import { migrateCommand } from './commands/migrate.ts';
import { monitorCommand } from './commands/monitor.ts';
import { moveCommand } from './commands/move.ts';
import { officeCommand } from './commands/office.ts';
import { erasePersonCommand, exportPersonCommand } from './commands/person.ts';
import { reissueCommand } from './commands/re-sign.ts';
import { releaseCommand } from './commands/release.ts';
import { revokeCommand } from './commands/revoke.ts';
import { serveCommand } from './commands/serve.ts';
import { resumeCommand, suspendCommand } from './commands/suspend.ts';
import { tokenCommand } from './commands/token.ts';
import { unansweredCommand } from './commands/unanswered.ts';
import { verifyCommand } from './commands/verify.ts';

/** Every verb by its name. These names are a public contract and do not change. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['imports', importsCommand],
  ['jobs', jobsCommand],
  ['export', exportCommand],
  ['evaluate', evaluateCommand],
  ['grant', grantCommand],
  ['decisions', decisionsCommand],
  ['issue', issueCommand],
  ['accept', acceptCommand],
  ['unanswered', unansweredCommand],
  ['mails', mailsCommand],
  ['re-sign', reissueCommand],
  ['suspend', suspendCommand],
  ['resume', resumeCommand],
  ['revoke', revokeCommand],
  ['verify', verifyCommand],
  ['doctor', doctorCommand],
  ['clock', clockCommand],
  ['monitor', monitorCommand],
  ['keys', keysCommand],
  ['token', tokenCommand],
  ['export-person', exportPersonCommand],
  ['erase-person', erasePersonCommand],
  ['erasures', erasuresCommand],
  ['office', officeCommand],
  ['badges', badgesCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['move', moveCommand],
  ['migrate', migrateCommand],
  ['release', releaseCommand],
  ['serve', serveCommand],
  ...Object.entries(FEATURE_COMMANDS),
]);
