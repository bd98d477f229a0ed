import { DomainError } from './errors.ts';

/** Opaque identifiers. Each is a branded string: only its parser or the `Ids` port makes one. */
export type PersonId = string & { readonly __brand: 'PersonId' };
export type AwardId = string & { readonly __brand: 'AwardId' };
/** 22 base64url characters (128 random bits): the last part of a credential's own address. */
export type CredentialId = string & { readonly __brand: 'CredentialId' };

/** 22 base64url characters: the last part of the address of a person's public profile. */
export type ProfileId = string & { readonly __brand: 'ProfileId' };

/** 22 base64url characters: the last part of the address of a person's record of badges. */
export type RecordId = string & { readonly __brand: 'RecordId' };

/** The form of an id. Ids are parts of addresses and of keys that are split at `~` and `:`, so they contain
 *  neither. */
const PERSON_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Checks the shape only, not that the person exists. Throws `unknown-person` for a text of another shape. */
export function parsePersonId(text: string): PersonId {
  if (!PERSON_ID.test(text)) throw new DomainError('unknown-person');
  return text as PersonId;
}

/** The texts that have the shape of an id, each once. */
export function personIdsAmong(texts: Iterable<string>): readonly PersonId[] {
  return [...new Set(texts)].filter((text): text is PersonId => PERSON_ID.test(text));
}

/** The actors that are not people: the service itself, a file of the DANE, the demonstration. No person can
 *  have such an id. */
export const NO_PERSON = {
  service: parsePersonId('service'),
  file: parsePersonId('import'),
  demonstration: parsePersonId('demonstration'),
};

const RANDOM_ID = /^[A-Za-z0-9_-]{22}$/;

/** The id, or undefined if the text does not have its shape. Existence is not checked. */
export function parseCredentialId(text: string): CredentialId | undefined {
  return RANDOM_ID.test(text) ? (text as CredentialId) : undefined;
}

/** As `parseCredentialId`. */
export function parseProfileId(text: string): ProfileId | undefined {
  return RANDOM_ID.test(text) ? (text as ProfileId) : undefined;
}

/** As `parseCredentialId`. */
export function parseRecordId(text: string): RecordId | undefined {
  return RANDOM_ID.test(text) ? (text as RecordId) : undefined;
}
