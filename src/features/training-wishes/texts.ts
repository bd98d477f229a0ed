import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn } from '../../texts/en/grammar/page-phrases.ts';
import { count } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';

/** `/dane/wishes`: the trainings wished in progress reviews. */
const daneWishTexts = {
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
const daneWishDoneTexts = {
  'wish-planned': 'La formation est reprise au plan.',
  'wish-taken-back': 'La formation n’est plus reprise au plan.',
  'training-wished':
    'Votre souhait est noté. Il n’inscrit pas : suivez la voie habituelle pour vous inscrire.',
  'training-wish-taken-back': 'Votre souhait est retiré.',
};

/** `/dane/wishes`: the trainings wished in progress reviews. */
const daneWishTextsEn: typeof daneWishTexts = {
  title: 'The trainings wished',
  lede: 'What the records of progress reviews and the yearly reports say of trainings wished, gathered for the plan. This list is never public.',
  none: (year) =>
    `No progress review of ${year} notes a training wished. The part “trainings wished” of the record fills this list.`,
  noneFound: 'No training matches these filters. Widen them.',
  search: 'Contains',
  state: 'Outcome',
  states: { all: 'all', waiting: 'not yet taken up', planned: 'taken into the plan' },
  count: (wishes, trainings) =>
    `${countEn(wishes, 'wish', 'wishes')} for ${countEn(trainings, 'training', 'trainings')}.`,
  left: (trainings) =>
    `${countEn(trainings, 'other training is', 'other trainings are')} not shown. Narrow the filters, or open the file.`,
  training: 'Training wished',
  asked: 'Wishes',
  who: 'By whom',
  plan: 'Plan',
  takeUp: 'Take into the plan',
  takeUpOf: (training) => `Take into the plan: ${training}`,
  change: 'Change',
  changeOf: (training) => `Change what answers: ${training}`,
  csv: 'Download as CSV',
  xlsx: 'Download as XLSX',
  toComeTraining: 'Training',
  toCome: 'The trainings to come',
  toComeText:
    'Those of the plan and of local initiative, with the number of people who wish to be there. A wish enrols nobody.',
  noneToCome: 'No training to come is on record.',
  when: 'When',
  wished: 'Wish to be there',
  wishers: (many: number) => `${countEn(many, 'person wishes', 'people wish')} to be there`,
  planTitle: 'Take into the plan',
  event: 'Code of the event',
  eventHelp: 'The training of the plan that answers this wish, among the events on record.',
  save: 'Save',
  newEvent: 'Make the event',
  takeBack: 'Take it out of the plan',
  back: 'The trainings wished',
};

/** Said on the page that follows an act. */
const daneWishDoneTextsEn: typeof daneWishDoneTexts = {
  'wish-planned': 'The training is taken into the plan.',
  'wish-taken-back': 'The training is no longer in the plan.',
  'training-wished': 'Your wish is noted. It does not enrol you: follow the usual way to enrol.',
  'training-wish-taken-back': 'Your wish is taken back.',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: daneWishTexts,
    done: daneWishDoneTexts,
    tables: { training_wish: 'Formations à venir souhaitées' },
    history: {
      'training-wished': 'Souhait pour une formation à venir',
      'training-wish-taken-back': 'Souhait retiré pour une formation à venir',
    },
    audit: {
      'wish-planned': 'Formation souhaitée, reprise au plan',
      'wish-plan-removed': 'Formation souhaitée, ôtée du plan',
    },
    menu: { dane: { wishes: 'Formations souhaitées' } },
  }),
  en: () => ({
    page: daneWishTextsEn,
    done: daneWishDoneTextsEn,
    tables: { training_wish: 'Trainings to come that you wish for' },
    history: {
      'training-wished': 'Wish for a training to come',
      'training-wish-taken-back': 'Wish for a training to come taken back',
    },
    audit: {
      'wish-planned': 'Wished training put in the plan',
      'wish-plan-removed': 'Wished training taken out of the plan',
    },
    menu: { dane: { wishes: 'Trainings wished' } },
  }),
});
