import type { myHomeTexts as fr } from '../../fr/my/home.ts';
import { and, capitalised, figure, plural, yearsAsText } from '../grammar/page-phrases.ts';

/** `/my`: at a glance, and the timeline. */
export const myHomeTexts = (office: string): ReturnType<typeof fr> => ({
  glance: (years, families, next) =>
    [
      capitalised(yearsAsText(years)),
      `${families[0]} ${plural(families[0], 'family', 'families')} of ${families[1]}`,
      ...(next ? [next] : []),
    ].join(' · '),
  next: (step, badge) => `${step.charAt(0).toLowerCase()}${step.slice(1)}, for ${badge}`,
  allMet: (badges) => `criteria met for ${and(badges)}: the ${office} decides`,
  allGranted: 'every badge was granted to you',
  news: {
    awaited: (years, by) => {
      const what = years === 0 ? 'One engagement' : capitalised(yearsAsText(years));
      const command = years > 1 ? 'await' : 'awaits';
      return `${what} ${command} ${by === 'office' ? `the decision of the ${office}` : 'your principal’s confirmation'}.`;
    },
    met: (badges) =>
      badges.length === 1
        ? `Your criteria are met for ${badges[0]}: the ${office} decides.`
        : `Your criteria are met for ${badges.length} badges, ${and(badges)}: the ${office} decides.`,
    byTime: (badge, day, isFirst) =>
      `Your ${isFirst ? 'first' : 'next'} badge, ${badge}: on ${day}, if your mission continues.`,
    newest: (badge, day) => `Your newest badge, ${badge}: recognised on ${day}.`,
  },
  path: {
    heading: 'Your path',
    title: 'Your path from badge to badge',
    text: (stops) =>
      `The ladder of levels, then the themes. A badge is solid where you hold it, dashed otherwise. ${stops.join('; ')}.`,
    stop: (badge, texts) => `${badge}: ${texts.replace(/\.$/, '')}`,
    ladder: 'The levels, one after the other',
    themes: 'The themes, beside them',
    legend: 'Solid: the badge is yours. Dashed: not yet, or no longer.',
    table: 'The path as a table',
    badge: 'Badge',
    held: 'Yours',
    yes: 'yes',
    no: 'no',
    state: 'How far you are',
    met: `Criteria met: the ${office} decides.`,
    states: {
      private: (day) => `Granted on ${day}: accept it or decline it.`,
      accepted: (day) => `Recognised on ${day}.`,
      declined: () => 'You declined it.',
      hidden: (day) => `Recognised on ${day}. You hide it.`,
      revoked: () => 'It was revoked.',
      suspended: () => 'It is suspended.',
      unsigned: (day) => `Granted on ${day}, soon signed.`,
      ended: (day) => `Recognised on ${day}; it has ended.`,
    },
  },
  seeBadges: 'See what each badge asks for',
  seeRequested: 'See these engagements',
  waiting: 'What waits',
  contested: (engagements, byPrincipal) => {
    const what = plural(engagements, 'one of your engagements', `${figure(engagements)} of your engagements`);
    const command = plural(engagements, 'is on record as contested', 'are on record as contested');
    const stated = byPrincipal ? `Your principal contests ${what}` : `${what} ${command}`;
    return `${stated.charAt(0).toUpperCase()}${stated.slice(1)}. You may answer; then the ${office} decides.`;
  },
  requested: (engagements) =>
    plural(
      engagements,
      'One of your engagements waits for your principal’s confirmation. You have nothing to do.',
      `${figure(engagements)} of your engagements wait for your principal’s confirmation. You have nothing to do.`,
    ),
  answer: 'Answer the contest',
  years: 'My years of engagement',
  empty:
    'No engagement is on record in your name. Say which missions you hold and since when: your principal confirms, and the years count.',
  ownMissions: 'Your own missions',
  noEngagement: 'No engagement is on record in your name. If you carry out missions yourself:',
  declare: 'Declare an engagement',
  declareYear: (year) => `Declare your engagement of ${year}`,
  timeline: {
    title: 'Timeline of my years of engagement',
    text: (years) =>
      `One bar for each school and school year: solid where the engagement is confirmed, hatched where requested, dashed where contested. One mark for each training or meeting. ${years.join('; ')}.`,
    year: (label, value) => `${label}: ${value}`,
    table: 'The years as a table',
    yearColumn: 'School year',
    value: 'It counts for',
    days: 'Days counted',
    families: 'Families',
    engagements: 'Engagements',
    events: 'Trainings and meetings',
    legend:
      'Solid: confirmed. Hatched: requested. Dashed: contested. Triangle: training or meeting, solid where attested, hollow where declared.',
    undrawn: (from) => `The years before ${from} are in the table.`,
    values: {
      whole: 'one year',
      half: 'half a year',
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
