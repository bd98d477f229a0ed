import type { ContributionKind } from '../../../domain/records.ts';
import type { credentialTexts as fr } from '../../fr/public/credential.ts';
import { and, count, figure, plural } from '../grammar/page-phrases.ts';

const CONTRIBUTIONS: Readonly<Record<ContributionKind, readonly [string, string]>> = {
  session: ['hands-on session run', 'hands-on sessions run'],
  project: ['project led', 'projects led'],
  showcase: ['practice showcased', 'practices showcased'],
  'training-given': ['training given', 'trainings given'],
  mentoring: ['mentoring', 'mentorings'],
  resource: ['resource shared', 'resources shared'],
};

function contributions(counts: readonly (readonly [ContributionKind, number])[]): string {
  return and(counts.map(([kind, value]) => count(value, ...CONTRIBUTIONS[kind])));
}

const YEAR_UNDERWAY = 'School year in progress when the criteria were checked';

/** Words written into a signed badge. Badges that are already issued keep theirs. */
export const credentialTexts = {
  imageCaption: (badge) => `Badge “${badge}”`,
  role: 'RUPN',
  teamRole: 'RUPN team',
  frameworkName: 'Mission framework of the RUPN',
  frameworkDescription:
    'The mission families and missions of the school’s lead for digital teaching resources and practice (RUPN).',
  results: {
    duration: 'Length of the engagement, in school years',
    families: 'Mission families carried out',
    hours: 'Hours of training attended',
  },
  schoolYear: (year) => `School year ${year}-${year + 1}`,
  yearValue: (value, days, isUnderway) => {
    const counted = days === undefined ? '' : ` (${count(days, 'day', 'days')})`;
    if (value === 1) return `A whole year of engagement${counted}.`;
    const half = `Half a year of engagement${counted}.`;
    if (isUnderway) {
      const stated = days === undefined ? '' : `, with ${count(days, 'day', 'days')} of engagement`;
      return value === 0.5 ? `${half} ${YEAR_UNDERWAY}.` : `${YEAR_UNDERWAY}${stated}.`;
    }
    return value === 0.5 ? half : `Less than half a year of engagement${counted}.`;
  },
  families: (names) =>
    plural(
      names.length,
      `Mission family carried out: ${names[0]}.`,
      `Mission families carried out: ${names.join('; ')}.`,
    ),
  reviewed: {
    review: () => 'Progress review held.',
    'self-report': () => 'Self-report handed in, in place of a progress review.',
    'review-or-report': () => 'Progress review held or self-report handed in.',
  },
  schools: (names) => plural(names.length, `School: ${names[0]}.`, `Schools: ${and(names)}.`),
  trainingsName: 'Training attended',
  trainings: (hours, trainings) =>
    `${figure(hours)} h of training, in ${count(trainings, 'certified session', 'certified sessions')}.`,
  daneEvents: (events) =>
    `${count(events, 'meeting or virtual class', 'meetings or virtual classes')} of the DANE attended.`,
  contributionsName: 'Contributions validated by the DANE',
  contributions: (counts) => `${contributions(counts)}.`,
  declaredName: 'Declared contributions',
  declared: (counts) => `${contributions(counts)} (declared by the person, not validated).`,
  teamMembers: (members) => `A team of ${count(members, 'person', 'people')}.`,
  teamHours: (hours) => `${figure(hours)} h of training attended by the team.`,
  teamMeetings: (meetings) =>
    `${count(meetings, 'annual meeting', 'annual meetings')} with the DANE in the school.`,
  confirmationName: 'Confirmation of the engagement',
  confirmedByPrincipal: 'Engagement confirmed by the principal.',
  confirmedByDane: 'Engagement confirmed by the DANE, on documents.',
  confirmedByBoth: 'Engagement confirmed by the principal and, for a part of it, by the DANE, on documents.',
  criteriaMetName: 'The criteria, and how they are met',
  criterionMet: (requirement, met) => (met ? `${requirement} (${met}).` : `${requirement}.`),
  overrideName: 'Decision of the DANE',
  override: 'Badge granted by decision of the DANE.',
} satisfies typeof fr;
