import { parseUai, type Uai } from '../../../domain/uai.ts';

/** What a provider says, by name of claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** Those of the claims that are named, each from the first source that has it. Nothing else is read: a claim that
 *  nobody asked for, such as the NUMEN, is not copied. */
export function pickClaims(names: readonly string[], ...sources: readonly Claims[]): Claims {
  const found = names.map((name) => [name, sources.find((source) => name in source)?.[name]] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** The text of a claim; undefined where it is empty or no text. */
export function readText(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** An address in lower case; undefined where it is none. */
export function readEmail(claims: Claims): string | undefined {
  const email = readText(claims, 'email')?.toLowerCase();
  return email && /^[^\s@]+@[^\s@]+$/.test(email) ? email : undefined;
}

/** The values of a claim that may have several: a list, or one text with commas, semicolons, bars or spaces between. */
export function readValues(claims: Claims, name: string): readonly string[] {
  const value = claims[name];
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  return texts.flatMap((text) => text.split(/[\s,;|]+/)).filter((text) => text !== '');
}

/** The schools that begin these values (`UAI$UAJ$PU$…`, or a UAI alone), each once. `X` stands for none; what is not a
 *  UAI is passed over. */
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
