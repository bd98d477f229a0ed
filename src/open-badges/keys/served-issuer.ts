import { isWebAddress } from '../legacy/badge.ts';
import { isInScope } from '../legacy/verification-scope.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import type { Step } from '../verification/report.ts';
import { failed } from '../verification/run.ts';
import type { KeySearch } from './controller.ts';
import { fetchServed, referenceOf } from './fetch-served.ts';

declare const SERVED: unique symbol;

/** The issuer of an older badge, with the profile that its own address serves. Only such a profile says which
 *  hosts and keys speak for the issuer: no other code can name the member that marks it. */
export interface ServedIssuer {
  readonly [SERVED]: true;
  /** Its address, which is its identity. */
  readonly id: string;
  readonly profile: JsonObject;
}

/** Reads the profile of the issuer that a class names, at the issuer's own address. */
export async function readServedIssuer(
  issuer: unknown,
  needs: KeySearch,
): Promise<ServedIssuer | { readonly step: Step }> {
  const id = referenceOf(issuer);
  if (!isWebAddress(id)) return { step: failed('proof', 'served-otherwise', 'the issuer has no address') };
  const served = await fetchServed(id, needs);
  switch (served.kind) {
    case 'none':
      return { step: served.step };
    case 'withdrawn':
      return { step: failed('proof', 'not-served', `${id} answers 410`, { url: id }) };
    case 'served':
      return { id, profile: served.document } as ServedIssuer;
  }
}

/** The first of these addresses for which the issuer does not answer; undefined if it answers for all
 *  (Open Badges 2.0, VerificationObject). */
export function findOutside(issuer: ServedIssuer, addresses: readonly string[]): string | undefined {
  return addresses.find((address) => !isInScope(address, issuer));
}
