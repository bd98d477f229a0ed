import { DID_V1, MULTIKEY_V1 } from '#open-badges/credential';
import { didOf } from '#open-badges/keys';
import type { Uai } from '../domain/uai.ts';

/** The `did:web` identifier of a school that endorses: a path of our host (did:web method, §3.1). */
export function schoolDidOf(origin: string, uai: Uai): string {
  return `${didOf(origin)}:schools:${uai}`;
}

interface PublicKey {
  readonly kid: string;
  readonly publicKeyMultibase: string;
}

/** The document at `/schools/{uai}/did.json`: the keys with which a school has signed (DID Core §5). */
export function schoolDidDocument(origin: string, uai: Uai, keys: readonly PublicKey[]) {
  const did = schoolDidOf(origin, uai);
  const methods = keys.map(({ kid, publicKeyMultibase }) => ({
    id: `${did}#${kid}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase,
  }));
  return {
    '@context': [DID_V1, MULTIKEY_V1],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
