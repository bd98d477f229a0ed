import { count } from '../grammar/page-phrases.ts';

const schools = (total: number) => count(total, 'établissement', 'établissements');

/** What is open at the beginning of the school year. */
export const daneNewYearTexts = (office: string) => ({
  title: (year: string) => `La rentrée ${year}`,
  lede: (open: number): string =>
    open === 0
      ? 'Rien ne reste à faire : chaque liste est vide.'
      : 'Ce qui reste à faire dans l’académie, à l’instant. Chaque liste va par nom, et mène à l’acte.',
  lists: {
    nobody: {
      title: 'Établissements sans personne',
      figure: (total: number) => `${schools(total)} sans personne`,
      text: 'Aucun engagement n’y est confirmé, demandé ni contesté cette année.',
      empty: 'aucun établissement sans personne',
      act: 'Les voir dans la couverture',
    },
    'to-renew': {
      title: 'Engagements à reconduire',
      figure: (total: number) => count(total, 'engagement à reconduire', 'engagements à reconduire'),
      text: 'Ils n’ont pas de date de fin, ont commencé une autre année, et personne ne les a confirmés de nouveau depuis le 1er septembre. Ils comptent ; un badge qui en dépend est « à regarder ».',
      empty: 'aucun engagement à reconduire',
      act: 'Demander aux chefs : toujours en cours ?',
    },
    'no-review': {
      title: 'Personnes sans point d’étape cette année',
      figure: (total: number) => count(total, 'personne sans point d’étape', 'personnes sans point d’étape'),
      text: 'Leur engagement est confirmé cette année ; ni point d’étape ni bilan écrit n’y est daté.',
      empty: 'aucune personne sans point d’étape',
      act: 'Les voir par nom',
    },
    'no-meeting': {
      title: 'Établissements sans rencontre cette année',
      figure: (total: number) => `${schools(total)} sans rencontre`,
      text: `Quelqu’un y est engagé cette année, et la ${office} n’y a pas encore tenu la rencontre annuelle.`,
      empty: 'aucun établissement sans rencontre',
      act: 'Voir les rencontres prévues',
    },
    'no-head': {
      title: 'Établissements sans chef connu',
      figure: (total: number) => `${schools(total)} sans chef connu`,
      text: 'Personne n’y reçoit les demandes. Ajoutez leur chef ici ; il peut aussi se déclarer à sa première connexion.',
      empty: 'aucun établissement sans chef connu',
      act: 'Ajouter leurs chefs',
    },
  },
  nothing: (empty: readonly string[]) => `Rien à faire ici : ${empty.join(', ')}.`,
  headsByFile: 'En ajouter plusieurs par un fichier',
  back: 'Toute la rentrée',
  csv: 'Télécharger la liste (CSV)',
  none: 'La liste est vide.',
  campaign: (year: string) => `À reconduire ${year}`,
  person: 'Personne',
  school: 'Établissement',
  since: 'Depuis le',
  confirmedOn: 'Confirmé le',
  noDay: 'sans date',
  act: 'Actions',
  acts: {
    nobody: 'Proposer une rencontre',
    'to-renew': 'Reconduire sur pièces',
    'no-review': 'Voir ses points d’étape',
    'no-meeting': 'Proposer une rencontre',
    'no-head': 'Ajouter le chef',
  },
  actOf: (act: string, name: string) => `${act} : ${name}`,
  file: {
    name: (list: string) => `rentree-${list}`,
    lists: {
      nobody: 'sans-personne',
      'to-renew': 'a-reconduire',
      'no-review': 'sans-point-d-etape',
      'no-meeting': 'sans-rencontre',
      'no-head': 'sans-chef-connu',
    },
    columns: {
      uai: 'uai',
      school: 'etablissement',
      commune: 'commune',
      department: 'code_departement',
      familyName: 'nom',
      givenName: 'prenom',
      since: 'debut',
      confirmedOn: 'confirme_le',
    },
  },
});
