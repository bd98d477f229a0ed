import { count } from './page-words.ts';

/** Words of a school's IMP file. */
export const schoolFileTexts = {
  runningHead: 'Dossier IMP de l’établissement',
  title: (school: string, year: string) => `Dossier des missions numériques, ${school}, ${year}`,
  heading: 'Dossier des missions numériques',
  lead: (people: number, school: string, year: string) =>
    `Ce dossier rassemble les faits enregistrés pour l’établissement ${school} pendant l’année scolaire ${year} : la répartition des missions, puis l’état de l’engagement de ${count(people, 'personne', 'personnes')}.`,
  nobody: 'Personne n’a d’engagement enregistré dans cet établissement pendant cette année scolaire.',
  people: 'Personnes',
  split: 'Répartition des missions',
  splitTable: 'La même répartition, en tableau',
  columns: {
    mission: 'Mission ou rôle',
    held: 'Tenue et confirmée',
    requested: 'Confirmation demandée',
    remark: 'À noter',
  },
  roles: 'Rôles',
  matrix: (rows: number, people: number) =>
    `Grille de ${count(rows, 'mission ou rôle', 'missions et rôles')} pour ${count(people, 'personne', 'personnes')}. Le tableau qui suit dit la même chose en mots.`,
  matrixPart: (part: number, parts: number) => `Grille ${part} sur ${parts}`,
  legend: {
    held: 'tenue et confirmée',
    requested: 'confirmation demandée',
    nobody: 'personne',
    authorisationMissing: 'autorisation de la collectivité manquante',
    clash: 'deux titulaires d’un rôle unique',
  },
};
