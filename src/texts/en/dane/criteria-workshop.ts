import type { criteriaWorkshopTexts as fr } from '../../fr/dane/criteria-workshop.ts';
import { count } from '../grammar/page-phrases.ts';
import { criteriaDraftTexts } from './criteria-drafts.ts';

const thresholds = (office: string): ReturnType<typeof fr>['thresholds'] => ({
  fullYearDays: 'Days for a whole year',
  halfYearDays: 'Days for half a year',
  coveredMissionDays: 'Days for a mission to be covered',
  trainingExpiryYears: 'Years during which a training counts',
  trainingProof: 'Proof level of a training',
  daneEventProof: `Proof level of an event of the ${office}`,
  reviewWaivedBefore: 'First school year in which a review is required',
  selfReportRestYears: 'Years without a written report before the next',
});

export const criteriaWorkshopTexts = (office: string): ReturnType<typeof fr> => ({
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
  thresholds: thresholds(office),
  validity: 'Years of validity',
  parts: {
    atLeast: 'number required',
    last: 'number of latest years looked at',
    years: 'number of consecutive years',
    inYears: 'number of years for each family',
  },
  figure: (requirement, part) => `${requirement} (${part})`,
  bounds: (min, max) => `From ${min} to ${max}.`,
  change: (label, { badge, from, to }) => `${badge ? `${badge} · ` : ''}${label}: ${to} instead of ${from}`,
  day: 'Compare as of',
  tryIt: 'Compare',
  adopt: 'Adopt these figures',
  adoptFrom: 'From',
  adoptHelp:
    'Needed to adopt: from tomorrow to two years ahead. Badges already awarded keep the version that judged them.',
  adoptButton: 'Read through before adopting',
  states: { past: 'replaced', 'in-force': 'in force', 'to-come': 'to come' },
  recapTitle: (version) => `Adopt version ${version}?`,
  recapLede: (day) =>
    `These figures will judge badges from ${day}. Until the eve you will be able to withdraw this version.`,
  recapMoves: 'Who would gain, who would lose',
  comparedOn: (day) => `Compared as of ${day}.`,
  notCompared:
    'These figures were not compared, or not last. Go back to the workshop and compare: you will see who would gain and who would lose each badge.',
  noChange: 'No figure was changed.',
  confirmAdoption: (version) => `Adopt version ${version}`,
  drafts: criteriaDraftTexts(office),
  backToWorkshop: 'Back to the workshop',
  withdraw: (version) => `Withdraw version ${version}`,
  withdrawLede: (version, day) =>
    `Version ${version} was to come into force on ${day}. Once withdrawn it judges no badge, and its number is not given again. The withdrawal is kept in the audit.`,
  withdrawButton: (version) => `Withdraw version ${version} for good`,
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
});
