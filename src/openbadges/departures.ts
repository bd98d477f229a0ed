import { isJsonObject, type JsonObject, textOf } from './json-value.ts';
import type { Problem } from './problem.ts';

/** Members of a credential that are only shown. All others are judged: they say which rules the credential
 *  follows, who issued it, and whether it is valid now. */
const SHOWN = new Set([
  ...['@context', 'name', 'description', 'image', 'evidence', 'inLanguage'],
  ...['issuer', 'credentialSubject', 'endorsement', 'endorsementJwt'],
]);
/** Members without which a shown object says nothing that could be judged, by its pointer. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '': ['id', 'type', '@context', 'issuer', 'validFrom', 'issuanceDate', 'credentialSubject'],
  '/issuer': ['id'],
  '/credentialSubject': ['achievement', 'verifiableCredential'],
};

/** Whether a problem is a departure from the standard, by the one rule of docs/rules.md, What departs from
 *  the standard: the fault is in what is only shown, so that neither the signature nor validity nor status
 *  can be read in two ways. Anything else is a fault of the document. */
export function isDeparture(problem: Problem, credential: JsonObject): boolean {
  const { pointer, code, missing } = problem;
  if (code === 'no-recipient' || code === 'no-criteria') return true;
  if (code !== 'schema-mismatch') return false;
  if (missing !== undefined && NEEDED[pointer]?.includes(missing)) return false;
  if (pointer === '') return missing !== undefined;
  const [member = '', ...inside] = pointer.slice(1).split('/');
  // The standard allows one status. Several are all looked at, and the worst counts.
  if (member === 'credentialStatus' && inside.length === 0) return Array.isArray(credential[member]);
  if (!SHOWN.has(member)) return false;
  switch (pointer) {
    case '/issuer':
      return textOf(credential['issuer'], 'id') !== undefined;
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
