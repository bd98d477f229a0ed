import type { CorpusCase } from './case.ts';
import { recordCases } from './embedded.ts';
import { documentCases, schemaCases } from './form.ts';
import { jwtCases } from './jwt.ts';
import { keyCases } from './key.ts';
import { untypedCases } from './plain.ts';
import { suiteCases, tamperCases } from './proof.ts';
import { dateCases, endorsementCases } from './state.ts';
import { statusCases } from './status.ts';
import { invalidStatusCases } from './status-lists.ts';
import { invalidSuiteCases } from './suites-invalid.ts';

/** One credential for each defect. */
export async function invalidCases(): Promise<readonly CorpusCase[]> {
  const groups = [
    documentCases,
    schemaCases,
    tamperCases,
    keyCases,
    suiteCases,
    invalidSuiteCases,
    jwtCases,
    dateCases,
    statusCases,
    invalidStatusCases,
    endorsementCases,
    recordCases,
    untypedCases,
  ];
  return (await Promise.all(groups.map((group) => group()))).flat();
}
