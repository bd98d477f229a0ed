import { normalizeEmail } from '../../../domain/person/mail-address.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';

/** The claims that a provider states, by name. */
export type Claims = Readonly<Record<string, unknown>>;

/** The named claims, each from the first source that has it. Other claims, such as the NUMEN, are not
 *  copied. */
export function pickClaims(names: readonly string[], ...sources: readonly Claims[]): Claims {
  const found = names.map((name) => [name, sources.find((source) => name in source)?.[name]] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** The text of a claim; undefined if it is empty or not a text. */
export function readText(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The e-mail address in the form in which addresses are compared. Undefined if there is none, or if the local
 *  part is not ASCII: the sign-in is then a doubt without an address. */
export function readEmail(claims: Claims): string | undefined {
  return normalizeEmail(readText(claims, 'email') ?? '');
}

/** The values of a claim: a list, or one text with commas, semicolons, bars or spaces between the values. */
export function readValues(claims: Claims, name: string): readonly string[] {
  const value = claims[name];
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  return texts.flatMap((text) => text.split(/[\s,;|]+/)).filter((text) => text !== '');
}

/** The UAIs at the start of these values (`UAI$UAJ$PU$…`, or a UAI alone), each once. `X` stands for none; a
 *  value that does not start with a UAI is ignored. */
export function toUais(values: readonly string[]): readonly Uai[] {
  return [...new Set(values.flatMap((value) => toUai(value.split('$')[0] ?? '')))];
}

function toUai(text: string): readonly Uai[] {
  try {
    return [parseUai(text)];
  } catch {
    return [];
  }
}
