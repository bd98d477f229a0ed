import { BEYOND_DEVICE } from './beyond-device.ts';
import { isAchievementDocument, isEndorsementDocument } from './compiled-schemas.generated.ts';
import type * as whole from './schema-problems.ts';
import { toVersion2 } from './tolerant-form.ts';

// Stands in a browser for schema-problems.ts, whose schemas and interpreter weigh too much there. The compiled
// schema alone decides; what it refuses is not judged, because only the interpreter tells a departure from a
// fault (docs/adr/0021).

const CONFORM = { achievement: isAchievementDocument, endorsement: isEndorsementDocument } as const;

export const findTolerantProblems: typeof whole.findTolerantProblems = (document, name) => {
  if (CONFORM[name](toVersion2(document), true)) return [];
  throw new Error(BEYOND_DEVICE);
};

export const findSchemaProblems: typeof whole.findSchemaProblems = (document, name) => {
  if (CONFORM[name](document, false)) return [];
  throw new Error(BEYOND_DEVICE);
};
