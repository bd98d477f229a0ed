import { canonicalJson } from '../canonicalization/canonical-json.ts';
import { credentialKind } from '../credential/types.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { checkProof } from '../proofs/check.ts';
import { datesOf, issuerIdOf } from '../reading/credential-shape.ts';
import { type Presented, readPresentedText } from '../reading/presented.ts';
import { decodeText } from '../reading/read-json.ts';
import { parseDateTime } from '../schema/rfc3339.ts';
import { checkStatus } from '../status/check-entries.ts';
import type { Run } from './run.ts';

export interface Refreshed {
  readonly presented: Presented;
  /** The address of the newer version. */
  readonly url: string;
}

const ACCEPT =
  'application/vc+ld+json, application/vc, application/vc+jwt, application/ld+json, application/json, text/plain;q=0.9';

/** The newer version that the issuer publishes of a credential whose signature was verified (Open Badges 3.0,
 *  "Verify", step 3; 1EdTech Credential Refresh 1.0). It counts only if it has the same issuer and id, is
 *  signed, and begins later: an older version could undo later additions. It is of the same kind and about
 *  the same holder, and it never takes back a revocation or suspension of the given one. Otherwise the
 *  credential is verified as it was given. */
export async function refreshCredential(given: Presented, run: Run): Promise<Refreshed | undefined> {
  const { credential } = given;
  const [service, ...others] = listOf(credential['refreshService']);
  const url = textOf(service, 'id');
  if (others.length > 0 || url === undefined || !hasType(service, '1EdTechCredentialRefresh'))
    return undefined;
  const fetched = await run.fetch(url, ACCEPT);
  if (fetched.kind !== 'ok') return undefined;
  const reading = readPresentedText(decodeText(fetched.body) ?? '');
  if (reading.kind !== 'presented') return undefined;
  const { presented } = reading;
  if (!isSame(presented.credential, credential)) return undefined;
  if (!(beginningOf(presented.credential) > beginningOf(credential))) return undefined;
  const proof = await checkProof(presented, run);
  if (proof.result !== 'passed') return undefined;
  const { code } = await checkStatus(given, run);
  return code === 'revoked' || code === 'suspended' ? undefined : { presented, url };
}

/** Whether both are one credential: by its id, its issuer, its kind and its holder. */
function isSame(newer: JsonObject, credential: JsonObject): boolean {
  return (
    credential['id'] !== undefined &&
    newer['id'] === credential['id'] &&
    issuerIdOf(newer) === issuerIdOf(credential) &&
    credentialKind(newer) === credentialKind(credential) &&
    isSameHolder(newer['credentialSubject'], credential['credentialSubject'])
  );
}

/** Whether two subjects have one id or, where neither has one, an identifier in common. */
function isSameHolder(one: unknown, other: unknown): boolean {
  if (!isJsonObject(one) || !isJsonObject(other) || one['id'] !== other['id']) return false;
  if (one['id'] !== undefined) return true;
  const [ones, others] = [one, other].map((subject) => listOf(subject['identifier']).map(canonicalJson));
  const known = new Set(others);
  return ones?.length === 0 ? known.size === 0 : (ones ?? []).some((text) => known.has(text));
}

/** The latest beginning, in milliseconds; NaN where none can be read. */
function beginningOf(credential: Presented['credential']): number {
  const times = datesOf(credential).beginnings.map((date) =>
    typeof date === 'string' ? (parseDateTime(date) ?? Number.NaN) : Number.NaN,
  );
  return times.length === 0 ? Number.NaN : Math.max(...times);
}
