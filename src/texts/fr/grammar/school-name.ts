import { withSmallInitial } from './names.ts';

/** Kinds of schools, each with « à » and its article. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(Collège|Lycée|Groupe|Centre|Cours|Pôle|Campus)(?=\s)/iu, 'au '],
  [/^(Cité|Maison|Section)(?=\s)/iu, 'à la '],
  [
    /^(École|Ecole|EREA|ERPD|Établissement|Etablissement|Ensemble|Institut|Institution|Internat)(?=\s)/iu,
    'à l’',
  ],
];

/** « Collège Bréart » → « au collège Bréart », « EREA Claude Brosse » → « à l’EREA Claude Brosse ». A name of
 *  an unknown kind keeps its capital after « à l’établissement ». */
export function atSchool(name: string): string {
  const lead = KINDS.find(([start]) => start.test(name))?.[1];
  if (lead !== undefined) return `${lead}${withSmallInitial(name)}`;
  return /^L['’]/u.test(name) ? `à ${withSmallInitial(name)}` : `à l’établissement ${name}`;
}

/** « à Emma Fabre », « au collège Bréart »: a holder is a person, or a school by the kind in its name. */
export function toHolder(name: string): string {
  const lead = KINDS.find(([start]) => start.test(name))?.[1];
  return lead === undefined ? `à ${name}` : `${lead}${withSmallInitial(name)}`;
}
