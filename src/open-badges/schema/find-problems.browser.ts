import { toVersion2 } from '../parsing/tolerant-form.ts';
import { UNSUPPORTED_IN_BROWSER } from '../verification/report.ts';
import { isAchievementDocument, isEndorsementDocument } from './compiled.generated.ts';
import type * as whole from './find-problems.ts';

// In a browser this file replaces find-problems.ts, whose schemas and interpreter are too large there. Only
// the compiled schemas decide. A document that they refuse is not judged, because only the interpreter
// distinguishes a departure from a fault (docs/adr/0021).

const CONFORM = { achievement: isAchievementDocument, endorsement: isEndorsementDocument } as const;

export const findTolerantProblems: typeof whole.findTolerantProblems = (document, name) => {
  if (CONFORM[name](toVersion2(document), true)) return [];
  throw new Error(UNSUPPORTED_IN_BROWSER);
};

export const findSchemaProblems: typeof whole.findSchemaProblems = (document, name) => {
  if (CONFORM[name](document, false)) return [];
  throw new Error(UNSUPPORTED_IN_BROWSER);
};
