import { checkRecord } from '../credential/clr.ts';
import { type CredentialKind, credentialKind } from '../credential/types.ts';
import { OUTSIDE_GUIDE } from '../keys/jwt-algorithms.ts';
import { type JsonObject, pointerTo, textOf } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { checkRelatedResources } from '../parsing/related-resources.ts';
import { isDeparture } from '../parsing/tolerated-members.ts';
import type { TermError } from '../proofs/checker.ts';
import { checkCredentialShape } from '../reading/credential-shape.ts';
import type { Presented } from '../reading/presented.ts';
import { checkEndorsement, checkOpenBadge } from '../schema/conformance.ts';
import { checkNulls } from '../schema/data-model-checks.ts';
import type { Step } from './report.ts';
import { failed, passed, type Run } from './run.ts';

/** Checks the form: every term is defined by the contexts (JSON-LD safe mode), and the rules of the class are
 *  met. The step names the class. A credential of no known class is checked only against the W3C data model.
 *  Where all faults are in members that are only shown, the step says that the credential departs from the
 *  standard (docs/adr/0021). */
export async function checkSchema(presented: Presented, run: Run): Promise<Step> {
  const { credential, secured } = presented;
  const error = await run.proofs.checkTerms(secured);
  if (error) return toStep(error);
  const problems = problemsOf(credential);
  const errors = problems.filter((problem) => !isDeparture(problem, credential));
  const departures = [...departuresOf(problems), ...departuresOfJwt(presented)];
  const [problem, ...others] = errors.length > 0 ? errors : departures;
  if (problem === undefined)
    return passed('schema', 'ok', `${NAMES[credentialKind(credential)]}: well formed`);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const detail = `${problem.pointer || 'the document'} ${problem.reason}${more}`;
  const { pointer, reason, missing } = problem;
  const params =
    missing === undefined ? { pointer, reason } : { pointer: pointerTo(pointer, missing), reason, missing };
  if (errors.length > 0) return failed('schema', problem.code, detail, params);
  const code = problem.code === 'schema-mismatch' ? 'departs' : problem.code;
  return failed('schema', code, detail, { ...params, others: others.length });
}

/** The departures, one for each place. Where an object may have two forms, the schema reports the faults of
 *  each; only the innermost place of a kind is kept. */
function departuresOf(problems: readonly Problem[]): readonly Problem[] {
  const isInner = (one: Problem) =>
    problems.some(({ pointer, missing }) =>
      one.missing === undefined && missing === undefined
        ? pointer.startsWith(`${one.pointer}/`)
        : one.missing === undefined && pointer === one.pointer,
    );
  const places = new Set<string>();
  return problems
    .filter((one) => !isInner(one))
    .filter(({ pointer, missing = '' }) => {
      const place = `${pointer}/${missing}`;
      return places.has(place) ? false : places.add(place);
    });
}

/** What a badge signed as a JWT has otherwise than the standard asks, without saying anything false: an algorithm
 *  that the certification guide does not name, another type than `JWT`, or no `sub` (Open Badges 3.0, "JOSE
 *  Header" and "JWT Payload"). */
function departuresOfJwt(presented: Presented): readonly Problem[] {
  if (presented.form !== 'jwt' || credentialKind(presented.credential) === 'other') return [];
  const { header, payload } = presented;
  const alg = textOf(header, 'alg') ?? '';
  const typ = header['typ'];
  const departures: readonly (readonly [boolean, string])[] = [
    [OUTSIDE_GUIDE.has(alg), `is made with ${alg}, which the certification guide does not name`],
    [typ !== undefined && typ !== 'JWT', `has the type ${String(typ)} instead of JWT`],
    [payload['sub'] === undefined, 'does not repeat the recipient in sub'],
  ];
  return departures
    .filter(([departs]) => departs)
    .map(([, reason]) => ({ pointer: '/proof', code: 'schema-mismatch', reason }));
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

function toStep(error: TermError): Step {
  switch (error.kind) {
    case 'undefined-term':
      return failed('schema', 'undefined-term', `no context defines ${error.term}`, { term: error.term });
    case 'unknown-context':
      return failed('schema', 'unknown-context', `no copy of the context ${error.url}`, { url: error.url });
    case 'unreadable':
      return failed('schema', 'schema-mismatch', `not JSON-LD: ${error.reason}`, {
        pointer: '',
        reason: error.reason,
      });
  }
}
