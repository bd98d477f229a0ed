const FIGURES = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** « 1 année », « 3 années » : le pluriel commence à 2. */
export function count(value: number, one: string, many: string): string {
  return `${FIGURES.format(value)} ${value < 2 ? one : many}`;
}

/** 2.5 → « 2,5 ». */
export function figure(value: number): string {
  return FIGURES.format(value);
}

const ARTICLES: readonly (readonly [RegExp, string])[] = [
  [/^(DANE|DRNE|DRANE|DSDEN|Délégation|Direction|Région|Mission|Division)\b/u, 'la '],
  [/^(Rectorat|Service|Réseau|Ministère)\b/u, 'le '],
  [/^(Académie|Équipe|Institut|Inspection|Agence)/u, 'l’'],
];

/** Le nom d'un émetteur dans une phrase : « par la DANE de Dijon ». Sans article là où nous ne le connaissons pas. */
export function withArticle(name: string): string {
  return `${ARTICLES.find(([start]) => start.test(name))?.[1] ?? ''}${name}`;
}
