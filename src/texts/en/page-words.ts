import type * as french from '../fr/page-words.ts';
import { english } from '../grammar.ts';

export const { plural, and } = english;

const FIGURES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "1 year", "3 years". */
export const count: typeof french.count = (value, one, many) =>
  `${FIGURES.format(value)} ${plural(value, one, many)}`;

/** 2.5 → "2.5". */
export const figure: typeof french.figure = (value) => FIGURES.format(value);

/** The name of an issuer inside a sentence: "by the DANE de Dijon". A name whose article is unknown has
 *  none. */
export const withArticle: typeof french.withArticle = (name) =>
  /^(DANE|DRNE|DRANE|DSDEN|Rectorat|Délégation|Direction|Académie)\b/u.test(name) ? `the ${name}` : name;
