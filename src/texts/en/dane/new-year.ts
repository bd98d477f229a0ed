import type { daneNewYearTexts as fr } from '../../fr/dane/new-year.ts';
import { count } from '../grammar/page-phrases.ts';

const schools = (total: number) => count(total, 'school', 'schools');

/** What is open at the beginning of the school year. */
export const daneNewYearTexts = (office: string): ReturnType<typeof fr> => ({
  title: (year) => `The new year ${year}`,
  lede: (open) =>
    open === 0
      ? 'Nothing is left to do: every list is empty.'
      : 'What is left to do in the académie, at this moment. Each list goes by name, and leads to the act.',
  lists: {
    nobody: {
      title: 'Schools with nobody',
      figure: (total) => `${schools(total)} with nobody`,
      text: 'No engagement there is confirmed, asked for or contested this year.',
      empty: 'no school with nobody',
      act: 'See them in the coverage',
    },
    'to-renew': {
      title: 'Engagements to renew',
      figure: (total) => count(total, 'engagement to renew', 'engagements to renew'),
      text: 'They have no last day, began in another year, and nobody confirmed them again since 1 September. They count; a badge that depends on them is “to be looked at”.',
      empty: 'no engagement to renew',
      act: 'Ask the principals: still running?',
    },
    'no-review': {
      title: 'People without a review this year',
      figure: (total) => count(total, 'person without a review', 'people without a review'),
      text: 'Their engagement is confirmed this year; no review and no written report is dated in it.',
      empty: 'nobody without a review',
      act: 'See them by name',
    },
    'no-meeting': {
      title: 'Schools without a meeting this year',
      figure: (total) => `${schools(total)} without a meeting`,
      text: `Somebody is engaged there this year, and the ${office} has not held the yearly meeting yet.`,
      empty: 'no school without a meeting',
      act: 'See the planned meetings',
    },
    'no-head': {
      title: 'Schools without a known principal',
      figure: (total) => `${schools(total)} without a known principal`,
      text: 'Nobody receives the requests there. Add their principal here; they can also declare themselves at their first sign-in.',
      empty: 'no school without a known principal',
      act: 'Add their principals',
    },
  },
  nothing: (empty) => `Nothing to do here: ${empty.join(', ')}.`,
  headsByFile: 'Add several by a file',
  back: 'The whole new year',
  csv: 'Download the list (CSV)',
  none: 'The list is empty.',
  campaign: (year) => `To renew ${year}`,
  person: 'Person',
  school: 'School',
  since: 'Since',
  confirmedOn: 'Confirmed on',
  noDay: 'no date',
  act: 'Actions',
  acts: {
    nobody: 'Propose a meeting',
    'to-renew': 'Renew on documents',
    'no-review': 'See their reviews',
    'no-meeting': 'Propose a meeting',
    'no-head': 'Add the principal',
  },
  actOf: (act, name) => `${act}: ${name}`,
  file: {
    name: (list) => `new-year-${list}`,
    lists: {
      nobody: 'nobody',
      'to-renew': 'to-renew',
      'no-review': 'no-review',
      'no-meeting': 'no-meeting',
      'no-head': 'no-head',
    },
    columns: {
      uai: 'uai',
      school: 'school',
      commune: 'commune',
      department: 'department_code',
      familyName: 'family_name',
      givenName: 'given_name',
      since: 'since',
      confirmedOn: 'confirmed_on',
    },
  },
});
