import { type JsonObject, textOf } from '../../../openbadges/json-value.ts';
import type { Fetched } from '../../ports.ts';
import { fetchedObject } from '../read-json.ts';
import { failed } from '../run.ts';
import { type Refusal, unreachable } from './authorised-key.ts';
import { type KeySearch, webOriginOf } from './controller.ts';

const ACCEPT = 'application/jwk+json, application/ld+json, application/json';

/** What stands at the address of a key, or the reason why nothing is read there. */
export type KeyDocument = { readonly kind: 'fetched'; readonly document: JsonObject } | Refusal;

/** The document at the address of a key. It is only compared with what the issuer lists: it never shows by
 *  itself for whom the key speaks. */
export async function fetchKeyDocument(url: string, issuer: string, needs: KeySearch): Promise<KeyDocument> {
  const fetched = await needs.fetch(url, ACCEPT);
  if (fetched.kind === 'unreachable') return unreachable(`${url}: ${fetched.reason}`, fetched);
  const compromised = isOfIssuer(url, issuer, needs) ? toCompromise(fetched) : undefined;
  if (compromised) return compromised;
  if (fetched.kind === 'status') return unreachable(`${url} answers ${fetched.status}`);
  const document = fetchedObject(fetched);
  return document ? { kind: 'fetched', document } : unreachable(`${url} is not a JSON document`);
}

/** Reads the address of a key that its issuer does not list any more, because the issuer's own site may answer
 *  that the key is compromised. */
export async function findCompromise(
  methodId: string,
  issuer: string,
  needs: KeySearch,
): Promise<Refusal | undefined> {
  const fragment = methodId.split('#')[1];
  const origin = webOriginOf(issuer, needs.ownOrigin);
  if (origin === undefined) return undefined;
  const address = fragment === undefined ? methodId : `${origin}/keys/${encodeURIComponent(fragment)}`;
  return isOfIssuer(address, issuer, needs) ? toCompromise(await needs.fetch(address, ACCEPT)) : undefined;
}

/** Whether the address is on the site of the issuer. Another site cannot call its key stolen. */
function isOfIssuer(url: string, issuer: string, { ownOrigin }: KeySearch): boolean {
  return URL.canParse(url) && new URL(url).origin === webOriginOf(issuer, ownOrigin);
}

/** The answer of our own service for a compromised key: 410, and problem details with the date and the
 *  reason. */
function toCompromise(fetched: Fetched): Refusal | undefined {
  if (fetched.kind !== 'status' || fetched.status !== 410) return undefined;
  const problem = fetchedObject(fetched);
  if (problem?.['code'] !== 'key-compromised') return undefined;
  const at = textOf(problem, 'compromisedAt') ?? '';
  const reason = textOf(problem, 'reason') ?? '';
  const detail = `the key was declared compromised on ${at}: ${reason}`;
  return { kind: 'refused', step: failed('proof', 'key-compromised', detail, { at, reason }) };
}
