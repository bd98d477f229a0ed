import type { IdentityObject } from '#open-badges/credential';
import { identityHash } from '#open-badges/keys';
import type { HolderChoice, NameChoice } from '../domain/award/types.ts';
import type { Uai } from '../domain/uai.ts';

/** The recipient of a credential. The credential contains only the parts that the holder chose to show. */
export type Holder =
  | {
      readonly kind: 'person';
      /** Current address in lower case; empty if none is known. */
      readonly email: string;
      readonly givenName: string;
      readonly familyName: string;
    }
  | { readonly kind: 'establishment'; readonly uai: Uai; readonly name: string };

/** The identifiers of the subject: for a person, those that the holder chose among the name and the salted
 *  hash of the e-mail address. The hash is published with its salt, and addresses are built from names, so
 *  the holder can be found with a list of names. It is therefore included only at the holder's request. A
 *  school's badge always names the school. */
export async function recipientIdentifiers(
  holder: Holder,
  choice: HolderChoice,
  salt: string,
): Promise<readonly IdentityObject[]> {
  if (holder.kind === 'person') {
    const requested = choice.emailIdentifier && holder.email !== '';
    const hashed = requested ? [await hashedIdentity('emailAddress', holder.email, salt)] : [];
    return [...hashed, ...nameIdentifiers(holder, choice.name)];
  }
  return nameIdentifiers(holder, choice.name);
}

/** The name in the chosen form. A school is always named. */
export function nameIdentifiers(holder: Holder, choice: NameChoice): readonly IdentityObject[] {
  if (holder.kind === 'establishment') {
    return [plainIdentity('name', holder.name), plainIdentity(UAI_TYPE, holder.uai)];
  }
  const name = chosenName(holder, choice);
  return name === undefined ? [] : [plainIdentity('name', name)];
}

/** The type of the UAI. It is an extended term, because the standard has none for the UAI. */
const UAI_TYPE = 'ext:uai';

/** "Claire Dupont" or "C. D."; undefined if the holder chose to show no name. */
function chosenName(
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
  name: NameChoice,
): string | undefined {
  if (name === 'none') return undefined;
  if (name === 'full') return `${givenName} ${familyName}`;
  return `${initials(givenName)} ${initials(familyName)}`;
}

/** The first letter of each part: "Jean-Noël" → "J.-N.", "de La Tour" → "D. L. T.". */
function initials(name: string): string {
  return name
    .trim()
    .split(/(?<=[\s-])|(?=[\s-])/u)
    .map((part) => (/^[\s-]$/u.test(part) ? part : `${[...part][0]?.toLocaleUpperCase('fr') ?? ''}.`))
    .join('');
}

async function hashedIdentity(
  identityType: string,
  identifier: string,
  salt: string,
): Promise<IdentityObject> {
  const hash = await identityHash(identifier, salt);
  return { type: 'IdentityObject', hashed: true, identityType, identityHash: hash, salt };
}

function plainIdentity(identityType: string, value: string): IdentityObject {
  return { type: 'IdentityObject', hashed: false, identityType, identityHash: value };
}
