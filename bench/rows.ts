import type { Row } from './measuring/row.ts';
import { alumni } from './rows/alumni.ts';
import { bakePng } from './rows/bake-png.ts';
import { credentialJson } from './rows/credential-json.ts';
import { engines } from './rows/engines.ts';
import { importLines } from './rows/import-lines.ts';
import { issueBatch } from './rows/issue-batch.ts';
import { issueHttp } from './rows/issue-http.ts';
import { issueOne } from './rows/issue-one.ts';
import { issueStored } from './rows/issue-stored.ts';
import { issueWhileServing } from './rows/issue-while-serving.ts';
import { judge } from './rows/judge.ts';
import { judgeMany } from './rows/judge-many.ts';
import { qrCodePng } from './rows/qr-png.ts';
import { statusFlip } from './rows/status-flip.ts';
import { verificationPage } from './rows/verification-page.ts';
import { verifyHttp } from './rows/verify-http.ts';
import { verifyOne } from './rows/verify-one.ts';
import { wholeProgram } from './rows/whole-program.ts';
import { workerd } from './rows/workerd.ts';

/** Every row, in the order of the report. */
export const ROWS: readonly Row[] = [
  issueOne,
  issueBatch,
  issueStored,
  issueHttp,
  verifyOne,
  verifyHttp,
  verificationPage,
  credentialJson,
  statusFlip,
  bakePng,
  qrCodePng,
  alumni,
  judge,
  judgeMany,
  importLines,
  wholeProgram,
  issueWhileServing,
  workerd,
  engines,
];

/** Comparisons that a reader might expect, each with the reason why there is no row. */
export const ABSENT: readonly string[] = [
  'The verification page from memory alone: the service looks at the status at every view.',
];
