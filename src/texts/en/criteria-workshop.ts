import type { criteriaWorkshopTexts as fr } from '../fr/criteria-workshop.ts';
import { count } from './page-words.ts';

const thresholds: (typeof fr)['thresholds'] = {
  fullYearDays: 'Days for a whole year',
  halfYearDays: 'Days for half a year',
  coveredMissionDays: 'Days for a mission to be covered',
  trainingExpiryYears: 'Years during which a training counts',
  trainingProof: 'Proof level of a training (0 to 3)',
  daneEventProof: 'Proof level of an event of the DANE (0 to 3)',
  reviewWaivedBefore: 'First school year in which a review is required',
  selfReportRestYears: 'Years without a written report before the next',
};

/** The criteria workshop. */
export const criteriaWorkshopTexts: typeof fr = {
  title: 'The criteria',
  lede: 'Each version keeps its badges: an issued badge is never judged again by a later one.',
  version: (version) => `Version ${version}`,
  since: 'In force since',
  from: (day) => `from ${day}`,
  workshop: 'Try other figures',
  workshopTitle: 'The criteria workshop',
  workshopLede:
    'Change one or more figures on this copy, then compare: you will see who would gain and who would lose each badge. Nothing changes until you adopt them.',
  common: 'For all badges',
  thresholds,
  validity: 'Years of validity',
  part: (part) => ({ last: 'latest years', years: 'years', inYears: 'years each' })[part] ?? 'at least',
  figure: (requirement, part) => `${requirement} (${part})`,
  day: 'Compare as of',
  tryIt: 'Compare',
  adopt: 'Adopt these figures',
  adoptFrom: 'From',
  adoptHelp: 'Tomorrow at the earliest. Badges already awarded keep the version that judged them.',
  adoptButton: 'Adopt as a new version',
  badge: 'Badge',
  today: 'Today',
  tomorrow: 'With these figures',
  gain: 'Would gain it',
  lose: 'Would lose it',
  nobody: 'nobody',
  people: (total) => count(total, 'person', 'people'),
  andMore: (more) => `and ${more} more`,
  keptAwards: 'Badges already awarded do not move: only the judgments to come would follow these figures.',
  changeOrAdopt: 'Change further, or adopt',
  changed: 'Figures changed',
};
