import {
  type DeclaredName,
  declaredFullName,
  fullName,
  isSameName,
  type StatedName,
} from '../person/name.ts';
import type { Person } from '../records.ts';
import type { SignInDoubt } from './account.ts';
import { type ProvedIdentity, provedNameOf } from './signed-in-identity.ts';

/** A doubt, as far as its names go. */
export interface DoubtNames extends Pick<SignInDoubt, 'identity'> {
  readonly request?: SignInDoubt['request'] | undefined;
}

/** The name under which a newcomer is recorded: the one that the provider stated, or else the typed one, which a
 *  person must confirm first. */
export type NewcomerName =
  | {
      readonly from: 'provider';
      readonly name: StatedName;
      /** The typed name, if it is written otherwise: a request for correction. */
      readonly correction?: DeclaredName;
    }
  | { readonly from: 'declaration'; readonly name: DeclaredName };

/** The name under which a newcomer is recorded; undefined if neither the provider nor the person gave one. */
export function newcomerNameOf({ identity, request }: DoubtNames): NewcomerName | undefined {
  const name = provedNameOf(identity);
  if (!name) return request && { from: 'declaration', name: request };
  const isAlike = !request || fullName(name) === declaredFullName(request);
  return { from: 'provider', name, ...(!isAlike && { correction: request }) };
}

/** The typed name as a person's name, once a principal or an agent of the DANE has confirmed it. */
export function confirmedName({ givenName, familyName }: DeclaredName): StatedName {
  return { givenName: `${givenName}`, familyName: `${familyName}` };
}

/** What the provider stated of the name, even if a part is missing; undefined if it stated nothing. */
export function statedNameText({ givenName = '', familyName = '' }: ProvedIdentity): string | undefined {
  return fullName({ givenName, familyName }) || undefined;
}

/** Whether the typed name is another one than the provider stated, beyond accents, case and order. */
export function isDeclaredOtherwise({ identity, request }: DoubtNames): boolean {
  const proved = provedNameOf(identity);
  return proved !== undefined && request !== undefined && !isSameName(proved, request);
}

/** What must be confirmed before a newcomer is recorded; undefined if the provider stated the name. The form sends
 *  it back: another name since then needs another confirmation. */
export function recordingToConfirm(doubt: DoubtNames): string | undefined {
  const found = newcomerNameOf(doubt);
  return found?.from === 'declaration' ? declaredFullName(found.name) : undefined;
}

/** What must be confirmed before a sign-in is linked to a person of the register. Undefined if the provider stated
 *  the name of the record, and the newcomer typed no other one. It is ASCII, so that a form sends it back unchanged. */
export function linkToConfirm(
  { identity, request }: DoubtNames,
  person: Pick<Person, 'id' | 'givenName' | 'familyName'>,
): string | undefined {
  const proved = provedNameOf(identity);
  const others = [person, ...(request ? [request] : [])];
  if (proved && others.every((one) => isSameName(proved, one))) return undefined;
  const declared = request ? declaredFullName(request) : '';
  const names = [person.id, fullName(person), statedNameText(identity) ?? '', declared];
  return names.map((name) => encodeURIComponent(name.toWellFormed())).join('/');
}
