const ARTICLES: readonly (readonly [RegExp, string])[] = [
  [/^(DANE|DRNE|DRANE|DSDEN|Délégation|Direction|Région|Mission|Division)\b/u, 'la '],
  [/^(Rectorat|Service|Réseau|Ministère)\b/u, 'le '],
  [/^(Académie|Équipe|Institut|Inspection|Agence)/u, 'l’'],
];

/** An issuer's name inside a sentence: « par la DANE de l’académie ». A name whose article is unknown has none. */
export function withArticle(name: string): string {
  return `${ARTICLES.find(([start]) => start.test(name))?.[1] ?? ''}${name}`;
}

/** « Veilleuse » → « veilleuse ». An acronym keeps its capitals. */
export function withSmallInitial(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
