/** Opaque identifiers. Each is a branded string: only its parser or the `Ids` port makes one. */
export type PersonId = string & { readonly __brand: 'PersonId' };
export type AwardId = string & { readonly __brand: 'AwardId' };
/** 22 base64url characters (128 random bits): the last part of a credential's own address. */
export type CredentialId = string & { readonly __brand: 'CredentialId' };

const CREDENTIAL_ID = /^[A-Za-z0-9_-]{22}$/;

/** The id, or undefined where the text has not the shape of one. Says nothing about its existence. */
export function parseCredentialId(text: string): CredentialId | undefined {
  return CREDENTIAL_ID.test(text) ? (text as CredentialId) : undefined;
}
