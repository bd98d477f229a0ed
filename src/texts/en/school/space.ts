import { featureTexts } from '../../features.ts';
import type { schoolTexts as fr } from '../../fr/school/space.ts';
import { toShortDay } from '../grammar/day.ts';
import { and, plural } from '../grammar/page-phrases.ts';
import { schoolDecisionTexts } from './decisions.ts';
import { schoolPaperTexts } from './papers.ts';
import { schoolRecordTexts } from './records.ts';

/** The pages of /school. */
export const schoolTexts = (office: string): ReturnType<typeof fr> => ({
  navigation: 'The pages of the school',
  entries: {
    school: 'The school',
    confirmations: 'Confirmations',
    reviews: 'Progress reviews',
    means: 'Actions and means',
    papers: 'Documents',
  },
  pages: {
    ...featureTexts('en', office).menu.school,
    overview: 'Overview',
    confirmations: 'Confirmations',
    reviews: 'Progress reviews',
    actions: 'Local actions',
    papers: 'Documents',
    badge: 'Team badge',
  },
  period: (from, to) => (to === undefined ? `since ${from}` : `from ${from} to ${to}`),
  schoolYear: 'School year',
  allYears: 'All years',
  showYear: 'Show',
  readOnly: `You read these pages for the ${office}. Only the principal of the school writes here.`,
  overview: {
    title: (school) => school,
    description: 'Who does what in the school, and what waits for your decision.',
    waiting: 'What waits for you',
    nothingWaits: 'Nothing waits for you: every request has an answer.',
    requests: (count) => plural(count, 'engagement to confirm', 'engagements to confirm'),
    oldest: (days) =>
      days === 0
        ? 'The oldest request is from today.'
        : `The oldest request has been waiting for ${days} ${plural(days, 'day', 'days')}.`,
    elsewhere: (count) =>
      plural(
        count,
        `One contest is under way: the teacher answers, the ${office} decides.`,
        `${count} contests are under way: the teacher answers, the ${office} decides.`,
      ),
    clashes: (count) =>
      plural(
        count,
        'single role with two holders, to be settled',
        'single roles with two holders, to be settled',
      ),
    clashItem: (role, names) => `${role}: ${names}`,
    unauthorised: (count) =>
      plural(
        count,
        'mission held without an authorisation on record',
        'missions held without an authorisation on record',
      ),
    badge: (count) =>
      plural(count, 'badge of the school to accept or decline', 'badges of the school to accept or decline'),
    unsaid: (count) =>
      plural(
        count,
        'new public badge, without a word from you:',
        'new public badges, without a word from you:',
      ),
    reviews: (count) => plural(count, 'progress review to plan', 'progress reviews to plan'),
    gaps: (count) => plural(count, 'mission nobody covers', 'missions nobody covers'),
    newYear: 'Prepare the new school year',
    yearEnd: 'Finish the school year',
    split: 'The split of missions',
    empty:
      'Nobody is engaged in this school that year. A teacher declares an engagement in their own space; you then confirm it here.',
    emptyDay:
      'Nobody is engaged in this school on that day. A teacher declares an engagement in their own space; you then confirm it here.',
    drawing: (school, when) => `Split of missions, ${school}, ${when}`,
    onDay: (day, isToday) => (isToday ? `today, ${day}` : `on ${day}`),
    inYear: (year) => `school year ${year}`,
    shown: (when) => `${when.charAt(0).toUpperCase()}${when.slice(1)}: change`,
    day: 'A day',
    showDay: 'Show this day',
    showYear: 'Show the whole year',
    today: 'Back to today',
    days: {
      short: (date) => toShortDay(date),
      since: (day) => `since ${day}`,
      until: (day) => `until ${day}`,
      beginning: (day) => `from ${day} on`,
      from: (day) => `from ${day}`,
      to: (day) => `to ${day}`,
    },
    drawingText: (people, gaps) => `${people}; ${gaps}.`,
    people: (count) => `${count} ${plural(count, 'person', 'people')}`,
    vacant: (count) => `${count} ${plural(count, 'role', 'roles')} nobody holds`,
    noGap: 'every expected mission is covered or asked for',
    gapCount: (count) => `${count} ${plural(count, 'mission nobody covers', 'missions nobody covers')}`,
    conditionalNote:
      'Conditional missions need the word of the local authority: they count as missing only where it allows them.',
    declared: 'You declared to head this school.',
    declaredLink: 'See or take back my declaration',
    legend: 'Legend',
    table: 'The same in words',
    who: 'Who',
    columns: 'The people',
    mission: 'Mission or role',
    organisation: 'Proposed organisation',
    organisationText:
      'The reference text proposes an organisation mission by mission, and ranks those of family C by priority.',
    priority: (ranks) =>
      `${plural(ranks.length, 'Priority', 'Priorities')} ${and(ranks.map(String))} of family C`,
    marks: 'To look at',
    roles: 'Roles',
    signs: {
      held: 'covered, engagement confirmed',
      requested: 'asked for, to be confirmed',
      contested: 'contested',
      nobody: 'nobody',
      lock: 'held without an authorisation on record',
      closed: 'open only where the local authority allows it',
      clash: 'two holders of a single role',
    },
    counted: {
      held: (many) => `${many} in place`,
      requested: (many) => `${many} to be confirmed`,
      contested: (many) => `${many} contested`,
      nobody: (many) => `${many} with nobody`,
      lock: (many) => `${many} without an authorisation on record`,
      closed: (many) => `${many} to be authorised`,
      clash: (many) => `${many} with two holders`,
    },
    none: 'no',
    withoutAuthorisation: 'without authorisation',
    clashOf: (names) => `Single role asked for or held by ${names}`,
  },
  badge: {
    title: 'The badge of the school',
    lede: `It recognises a team, for one school year. The service finds; the ${office} decides; the principal accepts or declines, and chooses what the public page shows.`,
    granted: 'Badges granted to the school',
    none: 'No badge was granted to the school yet.',
    progress: (year) => `How far the team is, ${year}`,
  },
  decisions: schoolDecisionTexts(office),
  ...schoolRecordTexts(office),
  papers: schoolPaperTexts(office),
});
