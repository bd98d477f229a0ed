import type * as french from '../../fr/grammar/names.ts';

/** The name of an issuer inside a sentence: "by the DANE de l’académie". A name whose article is unknown has
 *  none. */
export const withArticle: typeof french.withArticle = (name) =>
  /^(DANE|DRNE|DRANE|DSDEN|Rectorat|Délégation|Direction|Académie)\b/u.test(name) ? `the ${name}` : name;
