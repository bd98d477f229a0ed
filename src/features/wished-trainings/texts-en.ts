import { count } from '../../texts/en/grammar/page-phrases.ts';
import type { daneWishDoneTexts as doneTexts, daneWishTexts as fr } from './texts-fr.ts';

/** `/dane/wishes`: the trainings wished in progress reviews. */
export const daneWishTexts: typeof fr = {
  title: 'The trainings wished',
  lede: 'What the records of progress reviews and the yearly reports say of trainings wished, gathered for the plan. This list is never public.',
  none: (year) =>
    `No progress review of ${year} notes a training wished. The part “trainings wished” of the record fills this list.`,
  noneFound: 'No training matches these filters. Widen them.',
  search: 'Contains',
  state: 'Outcome',
  states: { all: 'all', waiting: 'not yet taken up', planned: 'taken into the plan' },
  count: (wishes, trainings) =>
    `${count(wishes, 'wish', 'wishes')} for ${count(trainings, 'training', 'trainings')}.`,
  left: (trainings) =>
    `${count(trainings, 'other training is', 'other trainings are')} not shown. Narrow the filters, or open the file.`,
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
  wishers: (many: number) => `${count(many, 'person wishes', 'people wish')} to be there`,
  planTitle: 'Take into the plan',
  event: 'Code of the event',
  eventHelp: 'The training of the plan that answers this wish, among the events on record.',
  save: 'Save',
  newEvent: 'Make the event',
  takeBack: 'Take it out of the plan',
  back: 'The trainings wished',
};

/** Said on the page that follows an act. */
export const daneWishDoneTexts: typeof doneTexts = {
  'wish-planned': 'The training is taken into the plan.',
  'wish-taken-back': 'The training is no longer in the plan.',
  'training-wished': 'Your wish is noted. It does not enrol you: follow the usual way to enrol.',
  'training-wish-taken-back': 'Your wish is taken back.',
};
