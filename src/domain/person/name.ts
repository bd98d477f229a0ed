import { composed } from '../text/strings.ts';

declare const DECLARED: unique symbol;

/** A part of a name that a person typed about themselves. Nothing proves it. Only `toDeclaredText` makes one. */
export type DeclaredText = string & { readonly [DECLARED]: true };

/** A part of a name that a provider, a file or an agent stated. The compiler refuses a `DeclaredText` here. */
export type StatedText = string & { readonly [DECLARED]?: never };

/** A name that a provider, a file or an agent stated. */
export interface StatedName {
  readonly givenName: StatedText;
  readonly familyName: StatedText;
}

/** The name that a person typed about themselves. No screen shows it as their name. */
export interface DeclaredName {
  readonly givenName: DeclaredText;
  readonly familyName: DeclaredText;
}

/** Marks a typed text as a claim. */
export function toDeclaredText(text: string): DeclaredText {
  return text as DeclaredText;
}

/** The typed name in one text, for a place whose words say that it was typed. */
export function declaredFullName({ givenName, familyName }: DeclaredName): DeclaredText {
  return toDeclaredText(`${givenName} ${familyName}`.trim());
}

/** `Emma Fabre`. */
export function fullName({ givenName, familyName }: StatedName): string {
  return `${givenName} ${familyName}`.trim();
}

/** `Fabre Emma`, as in a list sorted by name. */
export function listedName({ givenName, familyName }: StatedName): string {
  return `${familyName} ${givenName}`.trim();
}

/** Whether two names have the same words, apart from accents, case and order. Hyphens, apostrophes and
 *  spaces do not count: « Le Goff » is « Legoff ». A name without letters is like no other one. */
export function isSameName(one: StatedName | DeclaredName, other: StatedName | DeclaredName): boolean {
  const parts = [...partsOf(one.givenName), ...partsOf(one.familyName)];
  const [given, family] = [partsOf(other.givenName), partsOf(other.familyName)];
  if (parts.length === 0) return false;
  const isSameList = parts.toSorted().join(' ') === [...given, ...family].toSorted().join(' ');
  const joined = [...given, ...family].join('');
  return isSameList || [joined, [...family, ...given].join('')].includes(parts.join(''));
}

function partsOf(name: string): readonly string[] {
  const bare = composed(name).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const spelled = bare.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  return spelled.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

const FRENCH = new Intl.Collator('fr', { sensitivity: 'base' });

/** The order in which people look for a name: by family name, then by first name, whatever the accents. */
export function byName(one: StatedName, other: StatedName): number {
  return FRENCH.compare(one.familyName, other.familyName) || FRENCH.compare(one.givenName, other.givenName);
}
