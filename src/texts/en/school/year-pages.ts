import type { yearPageTexts as fr } from '../../fr/school/year-pages.ts';
import { plural } from '../grammar/page-phrases.ts';

const NO_ONE_YET = 'Nobody has a confirmed engagement this year yet.';

/** The pages of a school's new year and of its end. */
export const yearPageTexts = (office: string): ReturnType<typeof fr> => ({
  titles: {
    'new-year': (year) => `The new school year ${year}`,
    'year-end': (year) => `The end of the year ${year}`,
  },
  ledes: {
    'new-year': 'All there is to prepare, sign and print when the year begins, in order.',
    'year-end': 'All there is to finish, sign and print when the year ends, in order.',
  },
  left: (count) =>
    count === 0
      ? 'Nothing is left to do.'
      : plural(count, 'One thing is left to do.', `${count} things are left to do.`),
  what: 'What',
  state: 'State',
  facts: 'Situation',
  act: 'Page',
  states: { done: 'done', todo: 'to do', none: 'not applicable' },
  back: 'Back to the overview',
  linkOf: (link, title) => `${link}: ${title}`,
  items: {
    carry: 'Carry the split over',
    answers: 'People’s answers',
    gaps: 'Missions that nobody has',
    clashes: 'Single roles',
    confirmations: 'Engagements to confirm',
    authorisations: 'Authorisations of the local authority',
    means: 'Means',
    planned: 'Days of the progress reviews',
    'mission-letter': 'Mission letters',
    meeting: 'Yearly meeting in the school',
    reviews: 'Progress reviews held',
    reports: 'Written reports',
    changes: 'Changes asked for',
    contests: 'Contests',
    statement: 'Statements for the IMP file',
    'imp-file': 'The school’s IMP file',
    badge: 'Team badge',
    next: 'The next year',
  },
  links: {
    carry: 'Carry over',
    answers: 'See the proposals',
    split: 'See the split',
    confirmations: 'Decide',
    authorisations: 'See the authorisations',
    means: 'See the means',
    reviews: 'See the reviews',
    papers: 'See the documents',
    meeting: 'See the meeting',
    'ask-meeting': 'Ask for the meeting',
    badge: 'See the badge',
    contests: 'See the contests',
    next: 'Prepare the new year',
  },
  prints: {
    'mission-letter': 'Prepare and open all letters',
    statement: 'Prepare and open all statements',
  },
  carry: (left, all) =>
    all === 0
      ? 'Nobody had a confirmed engagement last year.'
      : left === 0
        ? 'All of it goes on, is proposed or asked for.'
        : `${left} of ${all} ${plural(all, 'person', 'people')} to carry over.`,
  answers: (waiting, all) =>
    all === 0
      ? 'No mission was proposed.'
      : waiting === 0
        ? 'Every proposal has an answer.'
        : plural(waiting, 'One answer is awaited.', `${waiting} answers are awaited.`),
  gaps: (count) =>
    count === 0
      ? 'Every expected mission is held or asked for.'
      : plural(count, 'Nobody has one mission.', `Nobody has ${count} missions.`),
  clashes: (count) =>
    count === 0
      ? 'No single role has two holders.'
      : plural(count, 'One single role has two holders.', `${count} single roles have two holders.`),
  confirmations: (count) =>
    count === 0
      ? 'No request waits for your decision.'
      : plural(count, 'One request waits for your decision.', `${count} requests wait for your decision.`),
  authorisations: (without, all) =>
    all === 0
      ? 'Nobody has a conditional mission.'
      : without === 0
        ? 'All conditional missions that are held are authorised.'
        : plural(
            without,
            'One mission is held without an authorisation on record.',
            `${without} missions are held without an authorisation on record.`,
          ),
  means: (having, all) =>
    all === 0 ? NO_ONE_YET : `${having} of ${all} ${plural(all, 'person', 'people')} with means on record.`,
  planned: (left, all) =>
    all === 0
      ? NO_ONE_YET
      : left === 0
        ? 'Everybody has a day, or a review held.'
        : `${left} of ${all} ${plural(all, 'person', 'people')} without a day.`,
  papers: (made, all) => (all === 0 ? NO_ONE_YET : `${made} of ${all} prepared.`),
  meeting: {
    held: (day) => `Held on ${day}.`,
    none: 'None has been asked for yet.',
    asked: `Asked for: the ${office} will soon propose a day.`,
    here: (day) => `The ${office} proposes ${day}: it is for you to answer.`,
    there: (day) => `You propose ${day}: the ${office} has not answered yet.`,
    planned: (day) => `Planned for ${day}.`,
  },
  reviews: (held, all) => (all === 0 ? NO_ONE_YET : `${held} of ${all} held.`),
  reports: (reported, all, waiting) =>
    all === 0
      ? 'Every review is held.'
      : `${reported} ${plural(reported, 'report', 'reports')} received for ${all} ${plural(all, 'person', 'people')} without a review${waiting === 0 ? '' : `, and ${waiting} handed in that ${plural(waiting, 'waits', 'wait')} to be received`}. The ${office} acknowledges those handed in.`,
  changes: (waiting, all) =>
    all === 0
      ? 'Nobody asked for a change.'
      : waiting === 0
        ? 'Every request has an answer.'
        : plural(
            waiting,
            'One request waits for your decision.',
            `${waiting} requests wait for your decision.`,
          ),
  contests: (open) =>
    open === 0
      ? 'No contest is open.'
      : plural(
          open,
          `One contest is open: the ${office} decides it.`,
          `${open} contests are open: the ${office} decides them.`,
        ),
  file: (moment) => (moment === undefined ? 'It is not prepared yet.' : `Prepared on ${moment}.`),
  badge: {
    granted: 'It is granted, and you have chosen what it shows.',
    offered: 'It is granted: to accept or to decline.',
    none: 'It is judged for the current year only.',
    met: `All conditions are met: the ${office} decides.`,
    lacking: (count) => plural(count, 'One condition is not met.', `${count} conditions are not met.`),
  },
  next: 'The split is carried over from May on.',
});
