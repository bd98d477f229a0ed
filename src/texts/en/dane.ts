import { TAKE_BACK_MINUTES } from '../../domain/award/batch.ts';
import type { daneTexts as fr } from '../fr/dane.ts';
import { correctionTexts } from './corrections.ts';
import { criteriaWorkshopTexts } from './criteria-workshop.ts';
import { cautionTexts } from './dane-cautions.ts';
import { daneConfirmationTexts } from './dane-confirmations.ts';
import { daneCoverageTexts } from './dane-coverage.ts';
import { daneDataTexts } from './dane-data.ts';
import { daneWishTexts } from './dane-wishes.ts';
import { dataRequestTexts } from './data-requests.ts';
import { count, figure, plural, yearsInWords } from './page-words.ts';
import { peopleTexts } from './people.ts';

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
    home: 'Today',
    decisions: 'Decisions',
    coverage: 'Coverage',
    meetings: 'Meetings',
    campaigns: 'Campaigns',
    support: 'Support',
    contests: 'Contests',
    people: 'People',
    doubts: 'Sign-ins to link',
    requests: 'Requests about data',
    criteria: 'Criteria',
    events: 'Events',
    wishes: 'Trainings wished',
    classProjects: 'Projects for classes',
    imports: 'Imports',
    exports: 'Exports',
    settings: 'Settings',
  },
  home: {
    lede: 'What waits for you.',
    nothing: 'Nothing waits for you.',
    figures: {
      decisions: (total) => plural(total, 'proposed badge to decide', 'proposed badges to decide'),
      contributions: (total) => plural(total, 'contribution to validate', 'contributions to validate'),
      changes: (total) =>
        plural(total, 'proposed change of an engagement', 'proposed changes of engagements'),
      withoutRupn: (total) => plural(total, 'school without a RUPN', 'schools without a RUPN'),
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
    campaign: (answered, asked, closes) =>
      `${count(answered, 'answer', 'answers')} to ${count(asked, 'request', 'requests')}, closes on ${closes}`,
    allCampaigns: 'All campaigns',
  },
  skipped: {
    'own-award': 'left: nobody decides on their own badge',
    'agent-no-more': `left: whoever decided is no longer an agent of the ${office}`,
    'not-met': 'left: the criteria are no longer met',
    'award-declined-or-revoked': 'left: declined by their holder already, or revoked',
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
  decisions: {
    title: 'Proposed badges',
    lede: (total) =>
      total === 0
        ? 'No badge waits for a decision.'
        : `${count(total, 'badge waits', 'badges wait')} for your decision. The criteria are met; a person decides.`,
    filtered: (total) =>
      total === 0
        ? 'No proposed badge matches this filter.'
        : `${count(total, 'proposed badge matches', 'proposed badges match')} this filter.`,
    name: 'Name of the person or the school',
    tickAll: (total) => `Tick all on this page (${total})`,
    judge: 'Judge everyone now',
    judging: 'A judgment is under way.',
    judgedAt: (moment) => `Last judgment: ${moment}.`,
    judgedDetail: 'See the detail',
    neverJudged:
      'Nobody has been judged yet. Start a judgment: it compares everyone’s facts with the criteria in force, and awards nothing.',
    allDecided: 'A new judgment proposes the badges whose criteria have been met since.',
    empty: 'Widen the filter, or start a new judgment.',
    badge: 'Badge',
    department: 'Département',
    uai: 'School',
    select: 'Choose',
    selectOne: (recipient, badge) => `Choose: ${badge}, ${recipient}`,
    recipient: 'For',
    facts: 'In brief',
    judgedOn: 'Judged on',
    summary: ({ duration, families, trainingHours, members }) =>
      [
        duration === undefined ? '' : yearsInWords(duration),
        members === undefined ? '' : count(members, 'member', 'members'),
        count(families, 'family', 'families'),
        `${figure(trainingHours)} h of training`,
      ]
        .filter(Boolean)
        .join(' · '),
    decide: 'Decide on the chosen badges',
    reason: 'Reason',
    reasonHelp: (most) =>
      `Needed to refuse. ${most} characters at most. It can be read again on the person’s record, in the ${office}’s space.`,
    grant: 'Grant the chosen badges',
    refuse: 'Refuse the chosen badges',
    grantAll: (total) => `Grant the ${total} badges of this filter`,
    refuseAll: (total) => `Refuse the ${total} badges of this filter`,
    cautions: cautionTexts,
    filterFaulty: 'This filter cannot be read: nothing is chosen. Correct it above, or empty it.',
    batch: {
      title: {
        grant: (total) => `Grant ${count(total, 'badge', 'badges')}?`,
        refuse: (total) => `Refuse ${count(total, 'badge', 'badges')}?`,
      },
      lede: {
        grant: 'Here is what this decision would do. Nothing is granted yet.',
        refuse:
          'These badges will not be proposed again this school year. A refusal is taken back badge by badge, from the proposal. Nothing is refused yet.',
      },
      changed: 'Since the page before, other badges wait, or wait no longer. Read again before you confirm.',
      own: 'Your own badge is in this list: it will be left out, somebody else will decide on it.',
      moreToLook: (more) => `And ${count(more, 'other', 'others')}.`,
      wait: `The decision will wait ${TAKE_BACK_MINUTES} minutes before it is carried out: until then you can take it back whole.`,
      confirm: {
        grant: (total) => `Confirm: grant ${plural(total, 'this badge', `these ${total} badges`)}`,
        refuse: (total) => `Confirm: refuse ${plural(total, 'this badge', `these ${total} badges`)}`,
      },
    },
    underWay: {
      title: 'Decisions under way',
      line: {
        grant: (total, by) => `${by} grants ${count(total, 'badge', 'badges')}.`,
        refuse: (total, by) => `${by} refuses ${count(total, 'badge', 'badges')}.`,
      },
      waits: (moment) => `Nothing is done before ${moment}.`,
      progress: (done, total) => `${done} of ${total}.`,
      see: 'See, or take this decision back',
    },
    decided: 'What was decided',
    decidedBefore: 'Decided before',
    decisions: {
      granted: (moment, by) => `Granted on ${moment} by ${by}.`,
      refused: (moment, by) => `Refused on ${moment} by ${by}.`,
      reopened: (moment, by) => `Proposal reopened on ${moment} by ${by}.`,
    },
    because: (reason) => `Reason: ${reason}`,
    reopen: 'Reopen the proposal',
    back: 'Back to the proposed badges',
    byDecision: {
      title: (person) => `Grant a badge by decision: ${person}`,
      lede: `The ${office} may grant a badge though not all criteria are met, or again after it was declined or revoked. The reason is needed, and the badge will say that it was granted by decision.`,
      own: `Nobody decides on their own badge. Somebody else of the ${office} must do it.`,
      see: 'See what is met',
      met: 'All criteria of this badge are met.',
      notMet: 'Not all criteria are met. Here is which.',
      toProposal: 'This badge is proposed: decide on the proposal',
      before: {
        declined: 'The person declined this badge.',
        revoked: 'This badge was revoked.',
        standing: 'The person has this badge already.',
      },
      reasonHelp: (most) =>
        `Why this badge is granted. ${most} characters at most. It can be read again on the person’s record.`,
      button: (badge) => `Grant “${badge}” by decision`,
    },
    one: (badge, recipient) => `${badge}: ${recipient}`,
    metNow: 'Judged this moment, all criteria are met.',
    notMetNow: 'Judged this moment, the criteria are no longer all met. Here is why.',
    wholeRecord: 'The person’s whole record',
    grantOne: 'Grant this badge',
    refuseOne: 'Refuse this badge',
  },
  jobs: {
    titles: {
      'propose-awards': 'Judging of everyone',
      'decide-proposals': 'Decision on badges',
      'try-criteria': 'Trial of other criteria',
      'measure-coverage': 'Measure of the coverage',
      'measure-coverage-day': 'Measure of the coverage on a day',
      'ask-confirmations': 'Sending of requests to confirm',
      'check-import': 'Look at an import before it is undone',
      'undo-import': 'Undoing of an import',
      're-sign': 'New signing of the badges to put right',
      'revoke-many': 'Revocation of several badges',
    },
    work: {
      title: 'Your work',
      line: (title, said) => `${title}: ${said}`,
      goesOn: (done, total) => `${done} of ${total}.`,
      waits: (moment) => `begins on ${moment}.`,
      over: 'done.',
      stopped: 'stopped.',
      see: 'See',
      again: 'Read the progress again',
      none: 'No work is under way.',
      back: 'Back to what waits for you',
    },
    progress: 'Progress',
    underway: (done, total) => `Under way: ${done} of ${total}.`,
    finished: (moment) => `Finished on ${moment}.`,
    waits: (total, moment) =>
      `This decision is on ${count(total, 'badge', 'badges')}. It will be carried out on ${moment}; nothing is done before.`,
    stoppedAsking: (moment) =>
      `Sending stopped on ${moment}. What had not left does not leave; the campaign can go on later.`,
    stopAsking: 'Stop the sending',
    takenBack: (moment) => `Decision taken back, ${moment}. What was not done waits again.`,
    revocationTakenBack: (moment) =>
      `Revocation taken back on ${moment}. The badges that it had not reached stay valid.`,
    undoingStopped: (moment) =>
      `Undoing stopped on ${moment}. What is undone stays so; the rest is as the import wrote it.`,
    stopUndoing: 'Stop undoing',
    left: {
      'ask-confirmations': 'requests that did not leave',
      'undo-import': 'records left as they are',
      'revoke-many': 'badges left valid',
    },
    takeBack: 'Take this decision back',
    startNow: 'Carry it out now',
    stop: 'Stop, and take back what is not done',
    moreDecided: (more) => `And ${count(more, 'other badge', 'other badges')}.`,
    mayLeave: 'You may leave this page: the work goes on, and nothing is lost.',
    decidedOn: 'Badges concerned',
    nextProposal: 'Decide on the next proposal',
    toQueue: 'Go to the proposed badges',
    toCoverage: 'Go to coverage',
    toCampaign: 'Go to the campaign',
    toImport: 'See the import',
    toRevocations: 'Choose other badges to revoke',
    toCorrections: 'See what is left to put right',
    outcomes: {
      proposed: 'badges proposed',
      granted: 'badges granted',
      refused: 'badges refused',
      issued: 'badges signed',
      're-signed': 'badges signed again',
      'to-decide': 'badges left for you to decide',
      'taken-back': 'badges left in the queue',
      revoked: 'badges revoked',
      replaced: 'badges awarded instead',
      'already-revoked': 'left: revoked before',
      'unknown-credential': 'left: these badges no longer exist',
      measured: 'schools measured',
      asked: 'requests sent to a principal',
      'asked-without-principal': 'requests of schools without a known principal: import these people',
      'asked-before': 'requests made before',
    },
  },
  criteria: criteriaWorkshopTexts(office),
  corrections: correctionTexts,
  people: peopleTexts(office),
  requests: dataRequestTexts,
  ...daneCoverageTexts(office),
  confirmations: daneConfirmationTexts(office),
  data: daneDataTexts(office),
  wishes: daneWishTexts,
});
