import { isJsonObject, type JsonObject, textOf } from './json-value.ts';
import type { Problem } from './problem.ts';

/** Members of a credential that are only shown. All others are judged, because they state the rules of the
 *  credential, its issuer, or its present validity. */
const SHOWN = new Set([
  ...['@context', 'name', 'description', 'image', 'evidence', 'inLanguage'],
  ...['issuer', 'credentialSubject', 'endorsement', 'endorsementJwt'],
]);
/** Members that an object must have to be judged at all, by the pointer of the object. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '': ['id', 'type', '@context', 'issuer', 'validFrom', 'issuanceDate', 'credentialSubject'],
  '/issuer': ['id'],
  '/credentialSubject': ['achievement', 'verifiableCredential'],
};

/** Whether a problem is a departure from the standard instead of a fault (docs/rules.md, What departs from
 *  the standard). It is one where the member is only shown, so that signature, validity and status have one
 *  meaning. */
export function isDeparture(problem: Problem, credential: JsonObject): boolean {
  const { pointer, code, missing } = problem;
  if (code === 'no-recipient' || code === 'no-criteria') return true;
  if (code !== 'schema-mismatch') return false;
  if (missing !== undefined && NEEDED[pointer]?.includes(missing)) return false;
  if (pointer === '') return missing !== undefined;
  const [member = '', ...inside] = pointer.slice(1).split('/');
  // The standard allows one status. Where there are several, all are checked, and the worst one counts.
  if (member === 'credentialStatus' && inside.length === 0) return Array.isArray(credential[member]);
  if (!SHOWN.has(member)) return false;
  switch (pointer) {
    case '/issuer':
      return textOf(credential, 'issuer') !== undefined || textOf(credential['issuer'], 'id') !== undefined;
    case '/issuer/id':
      return false;
    case '/credentialSubject':
      return isJsonObject(credential['credentialSubject']);
    case '/credentialSubject/achievement':
      return isJsonObject(memberOf(credential['credentialSubject'], 'achievement'));
    default:
      return true;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return isJsonObject(value) ? value[name] : undefined;
}
