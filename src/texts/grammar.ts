/** An official label with typographic apostrophes, for screens and papers. The published framework, to which
 *  badges refer, keeps its straight ones. */
export function typographic(text: string): string {
  return text.replaceAll("'", '’');
}

/** Plurals and lists by the rules of a language (Unicode CLDR). Only this file knows these rules. */
export interface Grammar {
  /** Returns `one` or `many`: in French 0, 1 and 1.5 are singular, in English only 1 is. */
  readonly plural: (value: number, one: string, many: string) => string;
  /** « a, b et c », "a, b and c"; empty for an empty list. */
  readonly and: (items: readonly string[]) => string;
  /** « a, b ou c », "a, b or c"; empty for an empty list. */
  readonly or: (items: readonly string[]) => string;
}

function makeGrammar(locale: 'fr' | 'en-GB'): Grammar {
  const plurals = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    plural: (value, one, many) => (plurals.select(value) === 'one' ? one : many),
    and: (items) => conjunction.format(items),
    or: (items) => disjunction.format(items),
  };
}

export const french = makeGrammar('fr');
/** British English puts no comma before "and". */
export const english = makeGrammar('en-GB');
