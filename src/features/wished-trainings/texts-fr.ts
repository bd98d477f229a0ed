import { count } from '../../texts/fr/grammar/page-phrases.ts';

/** `/dane/wishes`: the trainings wished in progress reviews. */
export const daneWishTexts = {
  title: 'Les formations souhaitées',
  lede: 'Ce que les comptes rendus des points d’étape et les bilans disent des formations souhaitées, réuni pour préparer le plan. Cette liste n’est jamais publique.',
  none: (year: string) =>
    `Aucun point d’étape de ${year} ne note de formation souhaitée. La rubrique « formations souhaitées » du compte rendu remplit cette liste.`,
  noneFound: 'Aucune formation ne correspond à ces filtres. Élargissez-les.',
  search: 'Contient',
  state: 'Suite',
  states: { all: 'toutes', waiting: 'pas encore reprises', planned: 'reprises au plan' },
  count: (wishes: number, trainings: number) =>
    `${count(wishes, 'souhait', 'souhaits')} pour ${count(trainings, 'formation', 'formations')}.`,
  left: (trainings: number) =>
    `${count(trainings, 'autre formation n’est pas affichée', 'autres formations ne sont pas affichées')}. Précisez les filtres, ou ouvrez le fichier.`,
  training: 'Formation souhaitée',
  asked: 'Souhaits',
  who: 'Par qui',
  plan: 'Plan',
  takeUp: 'Reprendre au plan',
  takeUpOf: (training: string) => `Reprendre au plan : ${training}`,
  change: 'Modifier',
  changeOf: (training: string) => `Modifier la reprise au plan : ${training}`,
  csv: 'Télécharger en CSV',
  xlsx: 'Télécharger en XLSX',
  toComeTraining: 'Formation',
  toCome: 'Les formations à venir',
  toComeText:
    'Celles du plan et d’initiative locale, avec le nombre de personnes qui souhaitent y aller. Le souhait n’inscrit pas.',
  noneToCome: 'Aucune formation à venir n’est enregistrée.',
  when: 'Quand',
  wished: 'Souhaitent y aller',
  wishers: (many: number) => `${count(many, 'personne souhaite', 'personnes souhaitent')} y aller`,
  planTitle: 'Reprendre au plan',
  event: 'Code de l’événement',
  eventHelp: 'La formation du plan qui répond à ce souhait, parmi les événements enregistrés.',
  save: 'Enregistrer',
  newEvent: 'Créer l’événement',
  takeBack: 'Ne plus la reprendre au plan',
  back: 'Les formations souhaitées',
};

/** Said on the page that follows an act. */
export const daneWishDoneTexts = {
  'wish-planned': 'La formation est reprise au plan.',
  'wish-taken-back': 'La formation n’est plus reprise au plan.',
  'training-wished':
    'Votre souhait est noté. Il n’inscrit pas : suivez la voie habituelle pour vous inscrire.',
  'training-wish-taken-back': 'Votre souhait est retiré.',
};
