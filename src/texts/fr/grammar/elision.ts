/** First letters of first names with a mute h. There is no elision before any other h. */
const MUTE_H = /^h(el|en(?!k)|erm|erv|il|ipp|ono|ort|ub|uguet|yac)/;
/** A y before a consonant counts as a vowel, as in `Yves` and `Yvonne`. */
const VOWEL = /^([aeiouœæ]|y[^aeiouy])/;

function isElidedBefore(name: string): boolean {
  const bare = name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return VOWEL.test(bare) || MUTE_H.test(bare);
}

/** « de Paul », « d’Adèle ». */
export function of(name: string): string {
  return isElidedBefore(name) ? `d’${name}` : `de ${name}`;
}

const MASCULINE = /^(Collège|Lycée|Groupe|Pôle|Centre|Campus|Petit)\b/u;
const FEMININE = /^(Cité|Section|Maison|Fondation)\b/u;
const BEFORE_A_VOWEL =
  /^(École|Ecole|Établissement|Etablissement|Ensemble|Institut|Institution|Internat)(?!\p{L})/u;

/** A school's name after « de », with its kind in small letters: « du collège Henry Berger », « de l’école
 *  Saint-Joseph ». */
export function ofSchool(name: string): string {
  const inside = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (MASCULINE.test(name)) return `du ${inside}`;
  if (FEMININE.test(name)) return `de la ${inside}`;
  if (BEFORE_A_VOWEL.test(name)) return `de l’${inside}`;
  return of(name);
}
