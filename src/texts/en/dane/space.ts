import { featureTexts } from '../../features.ts';
import type { daneTexts as fr } from '../../fr/dane/space.ts';
import { count, plural } from '../grammar/page-phrases.ts';
import { auditTexts } from './audit.ts';
import { daneBadgeTexts } from './badges.ts';
import { daneConfirmationTexts } from './confirmations.ts';
import { daneCoverageTexts } from './coverage.ts';
import { criteriaWorkshopTexts } from './criteria-workshop.ts';
import { daneDataTexts } from './data.ts';
import { daneDecisionTexts } from './decisions.ts';
import { doctorPage } from './doctor.ts';
import { clockLeftoverText, invariantTexts } from './invariants.ts';
import { daneJobTexts } from './jobs.ts';
import { daneNewYearTexts } from './new-year.ts';
import { danePendingAcceptanceTexts } from './pending-acceptances.ts';
import { peopleTexts } from './people.ts';
import { correctionTexts } from './reissue.ts';
import { retentionTexts } from './retention.ts';
import { ruleBuilderTexts } from './rule-builder.ts';
import { daneSchoolTexts } from './schools.ts';

/** The pages of /dane. */
export const daneTexts = (office: string): ReturnType<typeof fr> => ({
  title: `The ${office}’s space`,
  description: `Decisions, people, criteria: where the ${office} works.`,
  sectionsNavigation: `Sections of the ${office}`,
  entries: {
    decide: 'To decide',
    schools: 'Schools',
    people: 'People',
    files: 'Events and files',
    rules: 'Criteria and settings',
  },
  sections: {
    ...featureTexts('en', office).menu.dane,
    home: 'Today',
    decisions: 'Decisions',
    coverage: 'Coverage',
    newYear: 'New year',
    schools: 'Schools',
    people: 'People',
    doubts: 'Sign-ins to link',
    badges: 'Badges',
    criteria: 'Criteria',
    events: 'Events',
    imports: 'Imports',
    exports: 'Exports',
    audit: 'Log of acts',
    settings: 'Settings',
  },
  home: {
    lede: 'What waits for you.',
    atRest: (total) => (total === 1 ? 'One queue is empty' : `${total} queues are empty`),
    gathered: (total) =>
      `${total} ${total === 1 ? 'message waits' : 'messages wait'} for tomorrow at 7: their readers have had the one of the day.`,
    nothing: 'Nothing waits for you.',
    figures: {
      decisions: (total) => plural(total, 'proposed badge to decide', 'proposed badges to decide'),
      contributions: (total) => plural(total, 'contribution to validate', 'contributions to validate'),
      changes: (total) =>
        plural(total, 'proposed change of an engagement', 'proposed changes of engagements'),
      withoutRupn: (total) => plural(total, 'school without an RUPN', 'schools without an RUPN'),
      silent: (total) => plural(total, 'request to confirm on documents', 'requests to confirm on documents'),
      clashes: (total) => plural(total, 'role clash', 'role clashes'),
      contests: (total) => plural(total, 'contest to decide', 'contests to decide'),
      requests: (total) => plural(total, 'request about data', 'requests about data'),
      headships: (total) =>
        plural(total, 'declaration to head a school to check', 'declarations to head a school to check'),
      support: (total) =>
        plural(total, 'request for support without an answer', 'requests for support without an answer'),
      endorsements: (total) =>
        plural(total, 'badge endorsement no longer shown', 'badge endorsements no longer shown'),
      doubts: (total) => plural(total, 'sign-in to link', 'sign-ins to link'),
    },
    campaigns: 'Open campaigns',
    noCampaign: 'No campaign is open.',
    campaign: (answered, requested, closes) =>
      `${count(answered, 'answer', 'answers')} to ${count(requested, 'request', 'requests')}, closes on ${closes}`,
    allCampaigns: 'All campaigns',
  },
  skipped: {
    'own-award': 'left: nobody decides on their own badge',
    'agent-no-more': `left: whoever decided is no longer an agent of the ${office}`,
    'not-met': 'left: the criteria are no longer met',
    'award-declined-or-revoked': 'left: declined by their holder already, or revoked',
    'award-refused': 'left: refused by an agent in the meantime',
    'decision-waiting': 'left: the decision of a colleague waits',
    'award-exists': 'left: granted in the meantime',
    'to-look-at': 'left: to be looked at first',
    'award-over': 'left: they would have ended already',
    'unknown-person': 'left: the person no longer exists',
    'no-criteria-in-force': 'left: no criteria were in force on that day',
    'day-to-come': 'left: judged as of a day that is still to come',
  },
  missing: {
    title: 'There is nothing at this address',
    texts: {
      decisions: 'This proposal or work does not exist. A proposal goes when its criteria are no longer met.',
      people: 'This record or badge does not exist. The record may have been merged with another, or erased.',
      criteria: 'This version does not exist, or can no longer be withdrawn.',
    },
    links: {
      decisions: 'Back to the proposed badges',
      people: 'Search a person',
      criteria: 'Back to the criteria',
    },
  },
  decisions: daneDecisionTexts(office),
  jobs: daneJobTexts,
  schools: daneSchoolTexts,
  unanswered: danePendingAcceptanceTexts,
  criteria: criteriaWorkshopTexts(office),
  badges: daneBadgeTexts(office),
  ruleBuilder: ruleBuilderTexts(office),
  corrections: correctionTexts,
  people: peopleTexts(office),
  retention: retentionTexts,
  doctor: doctorPage,
  invariants: invariantTexts,
  clockLeftovers: clockLeftoverText,
  ...daneCoverageTexts,
  confirmations: daneConfirmationTexts(office),
  data: daneDataTexts(office),
  audit: auditTexts(office),
  newYear: daneNewYearTexts(office),
});
