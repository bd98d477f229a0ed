import type { CorpusCase } from './corpus-case.ts';
import { recordCases } from './corpus-embedded.ts';
import { documentCases, schemaCases } from './corpus-form.ts';
import { jwtCases } from './corpus-jwt.ts';
import { keyCases } from './corpus-key.ts';
import { untypedCases } from './corpus-plain.ts';
import { suiteCases, tamperCases } from './corpus-proof.ts';
import { dateCases, endorsementCases } from './corpus-state.ts';
import { statusCases } from './corpus-status.ts';
import { invalidStatusCases } from './corpus-status-lists.ts';
import { invalidSuiteCases } from './corpus-suites-invalid.ts';

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
