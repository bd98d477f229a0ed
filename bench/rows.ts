import { alumni } from './cases/alumni.ts';
import { bakePng } from './cases/bake-png.ts';
import { credentialJson } from './cases/credential-json.ts';
import { engines } from './cases/engines.ts';
import { judge } from './cases/evaluate.ts';
import { judgeMany } from './cases/evaluate-many.ts';
import { importLines } from './cases/import-lines.ts';
import { issueBatch } from './cases/issue-batch.ts';
import { issueHttp } from './cases/issue-http.ts';
import { issueOne } from './cases/issue-one.ts';
import { issueStored } from './cases/issue-stored.ts';
import { issueWhileServing } from './cases/issue-while-serving.ts';
import { peakMemory } from './cases/peak-memory.ts';
import { qrCodePng } from './cases/qr-png.ts';
import { statusFlip } from './cases/status-flip.ts';
import { verificationPage } from './cases/verification-page.ts';
import { verifyHttp } from './cases/verify-http.ts';
import { verifyOne } from './cases/verify-one.ts';
import { wholeProgram } from './cases/whole-program.ts';
import { workerd } from './cases/workerd.ts';
import type { Row } from './measuring/row.ts';

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
  peakMemory,
  workerd,
  engines,
];

/** Comparisons that a reader might expect, each with the reason why there is no row. */
export const ABSENT: readonly string[] = [
  'The verification page from memory alone: the service looks at the status at every view.',
];
