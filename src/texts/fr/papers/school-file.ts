import { ofSchool } from '../grammar/elision.ts';
import { count, plural } from '../grammar/page-phrases.ts';
import { paperNames } from './names.ts';

/** Words of a school's IMP file. */
export const schoolFileTexts = {
  name: paperNames['imp-file'],
  title: (school: string, year: string) => `${paperNames['imp-file']}, ${school}, ${year}`,
  lead: (people: number, school: string, year: string) =>
    `En ${year}, ${count(people, 'personne exerce', 'personnes exercent')} des missions de référent pour les ressources et usages pédagogiques numériques (RUPN) au titre ${ofSchool(school)}.`,
  nobody: 'Personne n’a d’engagement confirmé dans cet établissement pendant cette année scolaire.',
  /** People whose engagement of the year is not confirmed yet. */
  requests: (names: readonly string[]) =>
    plural(
      names.length,
      `Une autre personne attend une confirmation et n’a pas de fiche dans ce dossier : ${names.join(', ')}.`,
      `${names.length} autres personnes attendent une confirmation et n’ont pas de fiche dans ce dossier : ${names.join(', ')}.`,
    ),
  split: 'Répartition des missions',
  splitInPart: 'Une partie de l’année',
  holder: (name: string, days: readonly string[]) =>
    days.length === 0 ? name : `${name} (${days.join(', ')})`,
  roles: 'Rôles',
  matrix: (rows: number, people: number) =>
    `Grille de ${count(rows, 'mission ou rôle', 'missions et rôles')} pour ${count(people, 'personne', 'personnes')}.`,
  /** A row of the drawing in words: who holds it, who asks for it, and the remarks. */
  rowInWords: (label: string, reported: readonly string[]) =>
    `${label} : ${reported.length === 0 ? '—' : reported.join(' ; ')}.`,
  waiting: (names: readonly string[]) => `confirmation demandée : ${names.join(', ')}`,
  matrixPart: (part: number, parts: number) => `Grille ${part} sur ${parts}`,
  legend: {
    held: 'tenue et confirmée',
    requested: 'confirmation demandée',
    nobody: 'personne',
    authorisationMissing: 'autorisation de la collectivité manquante',
    notAllowed: 'non autorisée cette année',
    clash: 'deux titulaires d’un rôle unique',
  },
};
