import { checkRecord } from '../../openbadges/clr.ts';
import { checkEndorsement, checkOpenBadge } from '../../openbadges/conformance.ts';
import { type CredentialKind, credentialKind } from '../../openbadges/credential-kind.ts';
import { checkNulls } from '../../openbadges/data-model-checks.ts';
import { type JsonObject, pointerTo } from '../../openbadges/json-value.ts';
import type { Problem } from '../../openbadges/problem.ts';
import { checkRelatedResources } from '../../openbadges/related-resources.ts';
import type { Step } from '../../openbadges/report.ts';
import { checkCredentialShape } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import type { TermFault } from './proof-checker.ts';
import { failed, passed, type Run } from './run.ts';

/** Checks the form: every term is defined by the contexts (JSON-LD safe mode), then the rules of the class,
 *  which the step names. A credential of no known class is checked only against the W3C data model. */
export async function checkSchema({ credential, secured }: Presented, run: Run): Promise<Step> {
  const fault = await run.proofs.checkTerms(secured);
  if (fault) return toStep(fault);
  const [problem, ...others] = problemsOf(credential);
  if (problem === undefined)
    return passed('schema', 'ok', `${NAMES[credentialKind(credential)]}: well formed`);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const detail = `${problem.pointer || 'the document'} ${problem.reason}${more}`;
  const { pointer, reason, missing } = problem;
  const params =
    missing === undefined ? { pointer, reason } : { pointer: pointerTo(pointer, missing), reason, missing };
  return failed('schema', problem.code, detail, params);
}

function problemsOf(credential: JsonObject): readonly Problem[] {
  return [...problemsOfClass(credential), ...checkRelatedResources(credential)];
}

function problemsOfClass(credential: JsonObject): readonly Problem[] {
  switch (credentialKind(credential)) {
    case 'badge':
      return checkOpenBadge(credential);
    case 'record':
      return [...checkShape(credential), ...checkRecord(credential)];
    case 'endorsement':
      return checkEndorsement(credential);
    case 'other':
      return checkShape(credential);
  }
}

function checkShape(credential: JsonObject): readonly Problem[] {
  return [...checkCredentialShape(credential), ...checkNulls(credential)];
}

const NAMES: Readonly<Record<CredentialKind, string>> = {
  badge: 'OpenBadgeCredential',
  record: 'ClrCredential',
  endorsement: 'EndorsementCredential',
  other: 'VerifiableCredential',
};

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
