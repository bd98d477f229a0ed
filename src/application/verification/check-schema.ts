import { checkEndorsement, checkOpenBadge } from '../../openbadges/conformance.ts';
import { checkNulls } from '../../openbadges/data-model-checks.ts';
import { hasType, type JsonObject } from '../../openbadges/json-value.ts';
import type { Problem } from '../../openbadges/problem.ts';
import type { Step } from '../../openbadges/report.ts';
import { checkCredentialShape } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import type { TermFault } from './proof-checker.ts';
import { failed, passed, type Run } from './run.ts';

/** Form: every term defined by the contexts (JSON-LD safe mode), then the schema of the class. A credential that is no
 *  badge is only held to the W3C data model, and the step says so. */
export async function checkSchema({ credential, secured }: Presented, run: Run): Promise<Step> {
  const fault = await run.proofs.checkTerms(secured);
  if (fault) return toStep(fault);
  const [problem, ...others] = problemsOf(credential);
  if (problem === undefined) return passed('schema', 'ok', `${describe(credential)}: well formed`);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const detail = `${problem.pointer || 'the document'} ${problem.reason}${more}`;
  return failed('schema', problem.code, detail, { pointer: problem.pointer, reason: problem.reason });
}

function problemsOf(credential: JsonObject): readonly Problem[] {
  if (isBadge(credential)) return checkOpenBadge(credential);
  if (hasType(credential, 'EndorsementCredential')) return checkEndorsement(credential);
  return [...checkCredentialShape(credential), ...checkNulls(credential)];
}

function describe(credential: JsonObject): string {
  if (isBadge(credential)) return 'OpenBadgeCredential';
  return hasType(credential, 'EndorsementCredential') ? 'EndorsementCredential' : 'VerifiableCredential';
}

function isBadge(credential: JsonObject): boolean {
  return hasType(credential, 'OpenBadgeCredential') || hasType(credential, 'AchievementCredential');
}

function toStep(fault: TermFault): Step {
  switch (fault.kind) {
    case 'undefined-term':
      return failed('schema', 'undefined-term', `no context defines ${fault.term}`, { term: fault.term });
    case 'unknown-context':
      return failed('schema', 'unknown-context', `no copy of the context ${fault.url}`, { url: fault.url });
    case 'unreadable':
      return failed('schema', 'schema-mismatch', `not JSON-LD: ${fault.reason}`, {
        pointer: '',
        reason: fault.reason,
      });
  }
}
