import { hasType, listOf, textOf } from '../../openbadges/json-value.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { checkProof } from './check-proof.ts';
import { datesOf, issuerIdOf } from './credential-shape.ts';
import { type Presented, readPresentedText } from './presented.ts';
import { decodeText } from './read-json.ts';
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
 *  signed, and begins later: an older version could undo later additions. Otherwise the credential is
 *  verified as it was given. */
export async function refreshCredential({ credential }: Presented, run: Run): Promise<Refreshed | undefined> {
  const [service, ...others] = listOf(credential['refreshService']);
  const url = textOf(service, 'id');
  if (others.length > 0 || url === undefined || !hasType(service, '1EdTechCredentialRefresh'))
    return undefined;
  const fetched = await run.fetch(url, ACCEPT);
  if (fetched.kind !== 'ok') return undefined;
  const reading = readPresentedText(decodeText(fetched.body) ?? '');
  if (reading.kind !== 'presented') return undefined;
  const { presented } = reading;
  const isSame =
    credential['id'] !== undefined &&
    presented.credential['id'] === credential['id'] &&
    issuerIdOf(presented.credential) === issuerIdOf(credential);
  if (!isSame || !(beginningOf(presented.credential) > beginningOf(credential))) return undefined;
  const proof = await checkProof(presented, run);
  return proof.result === 'passed' ? { presented, url } : undefined;
}

/** The latest beginning, in milliseconds; NaN where none can be read. */
function beginningOf(credential: Presented['credential']): number {
  const times = datesOf(credential).beginnings.map((date) =>
    typeof date === 'string' ? (parseDateTime(date) ?? Number.NaN) : Number.NaN,
  );
  return times.length === 0 ? Number.NaN : Math.max(...times);
}
