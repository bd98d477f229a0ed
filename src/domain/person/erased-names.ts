import { lowerAscii } from '../text/strings.ts';
import { fullName } from './name.ts';

/** The spellings by which an erasure finds mentions of a person in free text. */
export interface ErasedNames {
  /** The family name in lower case, with and without accents; parts of it are separated by spaces. */
  readonly familyNames: readonly string[];
  readonly emails: readonly string[];
}

interface ErasedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly emails: readonly string[];
}

/** Shorter names are parts of too many texts: they are looked for only together with the given name. */
const SHORTEST = 3;

export function erasedNames({ givenName, familyName, emails }: ErasedPerson): ErasedNames {
  const names = familyName.trim().length < SHORTEST ? [fullName({ givenName, familyName })] : [familyName];
  const spelled = names.flatMap((name) => [
    name,
    name.toUpperCase(),
    name.normalize('NFD').replace(/\p{M}/gu, ''),
  ]);
  const familyNames = spelled.flatMap((name) => [spaced(name.toLowerCase()), spaced(lowerAscii(name))]);
  return { familyNames: [...new Set(familyNames)], emails: emails.map((email) => email.toLowerCase()) };
}

function spaced(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim();
}
