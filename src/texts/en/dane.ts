import type { daneTexts as fr } from '../fr/dane.ts';
import { criteriaWorkshopTexts } from './criteria-workshop.ts';
import { daneConfirmationTexts } from './dane-confirmations.ts';
import { daneCoverageTexts } from './dane-coverage.ts';
import { daneDataTexts } from './dane-data.ts';
import { dataRequestTexts } from './data-requests.ts';
import { count, figure } from './page-words.ts';
import { peopleTexts } from './people.ts';

/** The pages of /dane. */
export const daneTexts: typeof fr = {
  title: 'The DANE’s space',
  description: 'Decisions, people, criteria: where the DANE works.',
  sectionsNavigation: 'Sections of the DANE',
  sections: {
    home: 'Today',
    decisions: 'Decisions',
    coverage: 'Coverage',
    campaigns: 'Campaigns',
    contests: 'Contests',
    people: 'People',
    criteria: 'Criteria',
    events: 'Events',
    imports: 'Imports',
    exports: 'Exports',
    settings: 'Settings',
  },
  home: {
    lede: 'What waits for you.',
    decisions: (total) => count(total, 'proposed badge to decide', 'proposed badges to decide'),
    doubts: (total) => count(total, 'sign-in to link', 'sign-ins to link'),
    contests: (total) => count(total, 'contest to decide', 'contests to decide'),
    requests: (total) => count(total, 'request about data', 'requests about data'),
    nothing: 'Nothing waits for you.',
  },
  skipped: {
    'own-award': 'left: nobody decides on their own badge',
    'not-met': 'left: the criteria are no longer met',
    'award-declined-or-revoked': 'left: declined by their holder already, or revoked',
    'award-over': 'left: they would have ended already',
    'unknown-person': 'left: the person no longer exists',
    'no-criteria-in-force': 'left: no criteria were in force on that day',
  },
  decisions: {
    title: 'Proposed badges',
    lede: (total) =>
      total === 0
        ? 'No badge waits for a decision.'
        : `${count(total, 'badge waits', 'badges wait')} for your decision. The criteria are met; a person decides.`,
    judge: 'Judge everyone now',
    judging: 'A judgment is under way.',
    judgedAt: (moment) => `Last judgment: ${moment}.`,
    judgedDetail: 'See the detail',
    neverJudged:
      'Nobody has been judged yet. Start a judgment: it compares everyone’s facts with the criteria in force, and awards nothing.',
    empty: 'No proposed badge matches. Widen the filter, or start a new judgment.',
    badge: 'Badge',
    department: 'Département',
    uai: 'UAI of the school',
    select: 'Choose',
    selectOne: (recipient, badge) => `Choose: ${badge}, ${recipient}`,
    recipient: 'For',
    facts: 'In brief',
    judgedOn: 'Judged on',
    summary: ({ duration, families, trainingHours, members }) =>
      [
        duration === undefined ? '' : count(duration, 'year', 'years'),
        members === undefined ? '' : count(members, 'member', 'members'),
        count(families, 'family', 'families'),
        `${figure(trainingHours)} h of training`,
      ]
        .filter(Boolean)
        .join(' · '),
    decide: 'Decide on the chosen badges',
    reason: 'Reason',
    reasonHelp: 'Needed to refuse. It stays in the DANE’s register.',
    grant: 'Grant the chosen badges',
    refuse: 'Refuse the chosen badges',
    grantAll: (total) => `Grant the ${total} badges of this filter`,
    one: (badge, recipient) => `${badge}: ${recipient}`,
    metNow: 'Judged this moment, all criteria are met.',
    notMetNow: 'Judged this moment, the criteria are no longer all met. Here is why.',
    wholeRecord: 'The person’s whole record',
    grantOne: 'Grant this badge',
    refuseOne: 'Refuse this badge',
  },
  jobs: {
    titles: {
      'propose-awards': 'Judge everyone',
      'decide-proposals': 'Decide on badges',
      'try-criteria': 'Try other criteria',
      'measure-coverage': 'Measure coverage',
      'ask-confirmations': 'Ask for confirmations',
    },
    progress: 'Progress',
    underway: (done, total) => `Under way: ${done} of ${total}.`,
    finished: (moment) => `Finished, ${moment}.`,
    mayLeave: 'You may leave this page: the work goes on, and nothing is lost.',
    toQueue: 'Go to the proposed badges',
    toCoverage: 'Go to coverage',
    toCampaign: 'Go to the campaign',
    outcomes: {
      proposed: 'badges proposed',
      granted: 'badges granted',
      refused: 'badges refused',
      issued: 'badges signed',
      measured: 'schools measured',
      asked: 'requests sent to a principal',
      'asked-without-principal': 'requests of schools without a known principal: import these people',
      'asked-before': 'requests made before',
    },
  },
  criteria: criteriaWorkshopTexts,
  people: peopleTexts,
  requests: dataRequestTexts,
  ...daneCoverageTexts,
  confirmations: daneConfirmationTexts,
  data: daneDataTexts,
};
