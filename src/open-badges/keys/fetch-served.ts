import type { Fetched } from '../fetching/fetcher.ts';
import { isWebAddress } from '../legacy/badge.ts';
import { isSameAddress } from '../legacy/verification-scope.ts';
import { type JsonObject, textOf } from '../parsing/json-value.ts';
import { fetchedObject } from '../reading/read-json.ts';
import type { Step } from '../verification/report.ts';
import { failed, notChecked } from '../verification/run.ts';
import type { KeySearch } from './controller.ts';

const ACCEPT = 'application/ld+json, application/json';

/** A document served at its own address, or the step with the reason why there is none. */
export type Served =
  | {
      readonly kind: 'served';
      readonly document: JsonObject;
      /** Its address, and the address to which a redirect led. */
      readonly addresses: readonly string[];
    }
  | { readonly kind: 'withdrawn'; readonly document: JsonObject }
  | { readonly kind: 'none'; readonly step: Step };

/** Fetches a document of an older badge: an assertion, a class, a profile, a key or a list. If it states an
 *  id, the id must be its address, because a document at another address could be anybody's. */
export async function fetchServed(address: string, needs: KeySearch): Promise<Served> {
  const fetched = await needs.fetch(byHttps(address, needs.ownOrigin), ACCEPT);
  switch (fetched.kind) {
    case 'unreachable':
      return none(notChecked('proof', 'site-unreachable', `${address}: ${fetched.reason}`, { url: address }));
    case 'status':
      return ofStatus(address, fetched);
    case 'ok': {
      const document = fetchedObject(fetched);
      if (document === undefined) return none(unreadable(`${address} is not a JSON document`, address));
      const id = document['id'];
      if (id !== undefined && isWebAddress(id) && !isSameAddress(id, address)) {
        return none(unreadable(`the document at ${address} has another id`, address));
      }
      return { kind: 'served', document, addresses: [address, fetched.url] };
    }
  }
}

/** The text at an address. It is used for keys, which may be served as PEM. */
export async function fetchText(address: string, needs: KeySearch): Promise<string | undefined> {
  const fetched = await needs.fetch(
    byHttps(address, needs.ownOrigin),
    `${ACCEPT}, application/x-pem-file, text/plain`,
  );
  return fetched.kind === 'ok' ? new TextDecoder().decode(fetched.body) : undefined;
}

/** The address with https. Old addresses begin with http, but with http anyone on the way could answer. */
function byHttps(address: string, ownOrigin: string | undefined): string {
  return new URL(address).origin === ownOrigin ? address : address.replace(/^http:/, 'https:');
}

/** The result for a status without a document. With 410 an issuer withdraws a hosted badge (Open Badges 2.0,
 *  "Revoking an Assertion"). */
function ofStatus(address: string, fetched: Extract<Fetched, { kind: 'status' }>): Served {
  if (fetched.status === 410) return { kind: 'withdrawn', document: fetchedObject(fetched) ?? {} };
  const detail = `${address} answers ${fetched.status}`;
  if (fetched.status === 404) return none(failed('proof', 'not-served', detail, { url: address }));
  return none(notChecked('proof', 'site-unreachable', detail, { url: address }));
}

function unreadable(detail: string, url: string): Step {
  return failed('proof', 'served-otherwise', detail, { url });
}

function none(step: Step): Served {
  return { kind: 'none', step };
}

/** The id that a member refers to: its text, or the id of the object in it. */
export function referenceOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : textOf(value, 'id');
}
