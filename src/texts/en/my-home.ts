import type { myHomeTexts as fr } from '../fr/my-home.ts';
import { count, figure, plural } from './page-words.ts';

/** `/my`: at a glance, and the timeline. */
export const myHomeTexts = (office: string): ReturnType<typeof fr> => ({
  lede: 'Your years of engagement, what waits for your answer, and what is missing for each badge.',
  glance: (years, families, next) =>
    [
      count(years, 'year', 'years'),
      `${families} ${plural(families, 'family', 'families')} of 5`,
      ...(next ? [next] : []),
    ].join(' · '),
  missingOne: (missing, badge) => `${missing.charAt(0).toLowerCase()}${missing.slice(1)}, for ${badge}`,
  missingMany: (conditions, badge) => `${count(conditions, 'condition', 'conditions')} missing for ${badge}`,
  allMet: (badge) => `criteria met for ${badge}: the ${office} decides`,
  allGranted: 'every badge was granted to you',
  grantedOne: (badge, state) => `${badge} (${state})`,
  granted: (badges) => `${plural(badges.length, 'Badge granted', 'Badges granted')}: ${badges.join(', ')}.`,
  met: (badges) => `Criteria met, the ${office} decides: ${badges.join(', ')}.`,
  seeBadges: 'See my badges',
  elsewhere: 'What waits for somebody else',
  seeRequested: 'See these engagements',
  waiting: 'What waits for you',
  nothingWaits: 'Nothing waits for your answer.',
  contested: (engagements) =>
    plural(engagements, 'engagement is contested: answer', 'engagements are contested: answer'),
  requested: (engagements) =>
    plural(
      engagements,
      'One of your engagements waits for the principal’s confirmation. You have nothing to do.',
      `${figure(engagements)} of your engagements wait for the principal’s confirmation. You have nothing to do.`,
    ),
  see: 'See',
  act: (word, what) => `${word}: ${what}`,
  answer: 'Answer',
  years: 'My years of engagement',
  empty: 'No engagement is on record. Say which missions you hold and since when: a minute is enough.',
  ownMissions: 'Your own missions',
  noEngagement: 'No engagement is on record in your name. If you carry out missions yourself:',
  declare: 'Declare an engagement',
  links: 'Go further',
  linkTexts: {
    engagements: 'My engagements: where, when, which missions',
    trainings: 'My trainings: what counts, and until when',
    contributions: 'My contributions: add one, with its link',
    badges: 'My badges: what is missing for each',
    documents: 'My documents: statements, mission letters, records of progress reviews',
    data: 'My data: download everything, have it corrected or erased',
  },
  timeline: {
    title: 'Timeline of my years of engagement',
    text: (years) =>
      `One bar for each school and school year: solid where the engagement is confirmed, hatched where requested, dashed where contested. One mark for each training or meeting. ${years.join('; ')}.`,
    year: (label, value) => `${label}: ${value}`,
    table: 'The years as a table',
    yearColumn: 'School year',
    value: 'Value',
    days: 'Days counted',
    families: 'Families',
    engagements: 'Engagements',
    events: 'Trainings and meetings',
    legend: 'Solid: confirmed. Hatched: requested. Dashed: contested. Triangle: training or meeting.',
    undrawn: (from) => `The years before ${from} are in the table.`,
    values: {
      whole: '1',
      half: '½',
      underway: 'under way',
      requested: 'requested',
      contested: 'contested',
      none: 'no day',
    },
    segment: (school, state) => `${school} (${state})`,
    list: (items) => items.join('; '),
    none: 'None',
  },
});
