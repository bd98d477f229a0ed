import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3, type Profile } from '#open-badges/credential';
import { didOf } from '#open-badges/keys';
import { deepFreeze } from '#open-badges/values';
import { issuerUrl } from './addresses.ts';

/** The configuration of the issuer, from which its Profile is made. */
export interface IssuerDetails {
  readonly name: string;
  readonly email: string;
  readonly logoUrl?: string | undefined;
}

/** The issuer's Profile in every credential (Open Badges 3.0, Profile). Its id is the DID whose document
 *  lists the signing keys. */
export function issuerProfile(issuer: IssuerDetails, origin: string): Profile {
  return {
    id: didOf(origin),
    type: ['Profile'],
    name: issuer.name,
    url: issuerUrl(origin),
    email: issuer.email,
    ...(issuer.logoUrl && { image: { id: issuer.logoUrl, type: 'Image' } }),
  };
}

let last: { readonly details: string; readonly shared: Profile } | undefined;

/** The Profile inside a credential. All badges signed with the same configuration share one frozen object, so
 *  that canonicalisation can reuse its results for it. */
export function sharedProfile(issuer: IssuerDetails, origin: string): Profile {
  const details = JSON.stringify([issuer.name, issuer.email, issuer.logoUrl, origin]);
  if (last?.details !== details) last = { details, shared: deepFreeze(issuerProfile(issuer, origin)) };
  return last.shared;
}

/** A Profile or an Achievement as a JSON-LD document of its own. */
export function toLinkedData<Node extends object>(
  node: Node,
): Node & { readonly '@context': readonly string[] } {
  return { '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3], ...node };
}
