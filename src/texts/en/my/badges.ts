import type { myBadgeTexts as fr, renewalTexts as french } from '../../fr/my/badges.ts';
import { byOffice } from '../../office.ts';
import { and, count, figure, plural } from '../grammar/page-phrases.ts';

export const renewalTexts: typeof french = byOffice((office) => ({
  newer: (awarded, until) =>
    until === undefined
      ? `This badge was renewed ${awarded}: see the new one`
      : `This badge was renewed ${awarded}, until ${until}: see the new one`,
  older: (awarded) => `It follows the badge awarded ${awarded}`,
  from: (day) => `Renewable from ${day}: where the criteria are met, the ${office} decides on a new badge.`,
  now: `Renewable from now on: where the criteria are met, the ${office} decides on a new badge.`,
  missing: 'See what is met today, and what is missing',
}));

type Badges = ReturnType<typeof fr>;

const units: Badges['units'] = {
  years: (value) => plural(value, 'year', 'years'),
  halfYears: (value) => plural(value, 'half-year', 'half-years'),
  hours: () => 'h',
  families: (value) => plural(value, 'family', 'families'),
  missions: (value) => plural(value, 'mission', 'missions'),
  trainings: (value) => plural(value, 'training', 'trainings'),
  contributions: (value) => plural(value, 'contribution', 'contributions'),
  members: (value) => plural(value, 'member', 'members'),
  roles: (value) => plural(value, 'holder', 'holders'),
  meetings: (value) => plural(value, 'meeting', 'meetings'),
  decisions: (value) => plural(value, 'decision', 'decisions'),
  conditions: (value) => plural(value, 'condition', 'conditions'),
};

/** A figure with its unit: "12 h"; a part of a year in words: "half a year", "2 and a half years". */
export const measure: Badges['measure'] = (value, unit) => {
  if (unit !== 'years' || value % 1 === 0) return `${figure(value)} ${units[unit](value)}`;
  const whole = Math.floor(value);
  if (whole === 0) return 'half a year';
  return whole === 1 ? 'one and a half years' : `${figure(whole)} and a half years`;
};

/** `/my/badges`: progress, and the holder's actions on a badge. */
export const myBadgeTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'My badges',
  lede: `For each badge, what is met and what is missing. The service finds; the ${office} decides; you accept or decline.`,
  today: (day) => `As of ${day}.`,
  unfold: 'Open a badge to see each criterion.',
  mine: 'The badges granted to me',
  none: 'No badge has been granted to you so far.',
  progress: 'Where I stand',
  uncounted: (requested, contested) => {
    const parts = [
      ...(requested > 0
        ? [`${count(requested, 'engagement waits', 'engagements wait')} for a confirmation`]
        : []),
      ...(contested > 0 ? [`${count(contested, 'engagement is', 'engagements are')} contested`] : []),
    ];
    return `${and(parts)}: they do not count until it is decided. Each criterion says what they would add.`;
  },
  states: {
    private: 'to accept or decline',
    accepted: 'accepted',
    declined: 'declined',
    hidden: 'kept for you',
    revoked: 'revoked',
    suspended: 'suspended',
    unsigned: 'granted, soon signed',
    ended: 'come to its end',
  },
  grantedOn: (day) => `Granted on ${day}`,
  open: {
    private: (name) => `Answer: accept or decline “${name}”`,
    accepted: (name) => `Manage and share “${name}”`,
    ended: (name) => `Manage and share “${name}”`,
    hidden: (name) => `Choose who sees “${name}”`,
    declined: (name) => `See “${name}”`,
    revoked: (name) => `See why “${name}” is revoked`,
    suspended: (name) => `See why “${name}” is suspended`,
    unsigned: (name) => `See “${name}”`,
  },
  metAnd: {
    private: 'All criteria are met, and the badge was granted to you: it waits for your answer.',
    accepted: 'All criteria are met, and the badge was granted to you.',
    hidden: 'All criteria are met, and the badge was granted to you. You keep it for yourself.',
    declined: 'All criteria are met. You declined this badge.',
    revoked: 'All criteria are met, but this badge was revoked.',
    suspended: 'All criteria are met, but this badge is suspended.',
    unsigned: 'All criteria are met, and the badge was granted to you: it will be signed soon.',
    ended: `All criteria are met. The badge has come to its end: the ${office} decides on its renewal.`,
  },
  metHeldBySchool: 'Every criterion is met, and the badge was granted to the school.',
  metWaits: `All criteria are met. The ${office} decides.`,
  next: {
    byTime: (day) => `On ${day}, if your mission continues`,
    ifConfirmed: 'Met as soon as your waiting engagements are confirmed',
    lacking: (complement) => `Next step: ${complement}`,
    acts: { engagement: 'Declare an engagement', contribution: 'Add a contribution' },
  },
  byTime: (day) => `If your confirmed engagements go on, time alone will meet these criteria on ${day}.`,
  notByTime: 'Time alone will not do: what is missing below is needed.',
  notByTimeBut: (dated, missing) =>
    `It will meet ${dated === 1 ? 'one' : figure(dated)} of the ${figure(missing)} conditions that are missing, on the day said below.`,
  byTimeOne: (day) => `If your confirmed engagements go on, time alone will meet this condition on ${day}`,
  byTimeOfSchool: (day) =>
    `If the team’s confirmed engagements go on, time alone will meet this condition on ${day}`,
  familyCounts: (days) =>
    `A family counts once a member has held one of its missions for ${days} days of the year`,
  ifConfirmed: (figures) => `If what is requested or contested were confirmed: ${figures}`,
  waived: (years, before) =>
    `Before ${before}, a year or half a year of engagement counts as reviewed: ${years.join(', ')}`,
  met: 'Met',
  notMet: 'Missing',
  found: (found, required, unit) => {
    if (found === required) return measure(found, unit);
    if (found > required)
      return `${measure(found, unit)}; ${figure(required)} ${plural(required, 'is', 'are')} enough`;
    return found % 1 === 0
      ? `${figure(found)} of ${measure(required, unit)}`
      : `${measure(found, unit)}, of ${measure(required, unit)}`;
  },
  measure,
  units,
  bar: (requirement, figures) => `${requirement}: ${figures}`,
  barText: 'The bar is full where the criterion is met; the figure says how much was found.',
  table: 'The detail as a table',
  tableOf: (name) => `: ${name}`,
  requirement: 'Criterion',
  foundColumn: 'Found',
  requiredColumn: 'Required',
  missingColumn: 'What is missing',
  nothing: 'Nothing',
  used: 'Facts taken into account',
  criteriaLink: (name) => `Read the criteria of “${name}”`,
  one: {
    forSchool: (school) => `Badge of the school: ${school}`,
    declinedText: `You declined this badge. Its address answers that nothing is there. Only the ${office} can grant it again.`,
    hiddenText: 'This badge is kept for you: its public address answers that nothing is there.',
    revokedText: (day, reason) => `This badge was revoked on ${day}. Public reason: ${reason}`,
    erasedText: 'This badge was erased with the data of its holder.',
    choose: 'What the public page shows',
    names: {
      none: {
        label: 'No name',
        text: 'The page says what is recognised, not whose it is: school years, never days.',
      },
      initials: { label: 'My initials', text: 'Such as C. D.' },
      full: { label: 'My full name', text: 'In full, on the page and in the files of the badge.' },
    },
    schoolNamed: 'The badge names the school: it is the school’s own.',
    previewNotice:
      'Preview: this is the page as others would see it with this choice. This choice is not saved yet, and this address is open to you alone.',
    previewHidden:
      'Preview: this is the page as others would see it if you showed it. With this choice, it stays closed to them.',
    previewInstead:
      'Download, share and verify will open on the public page, once the badge is accepted with this choice.',
    previewBack: 'Back to my choice',
    save: 'Save this choice',
    declineTitle: (name) => `Decline “${name}”?`,
    declineText: `The badge stays out of sight and is not offered to you again, unless the ${office} decides so and says why. Your record and your other badges do not suffer.`,
    notToDecline: {
      accepted: 'This badge is accepted already: it can no longer be declined. You can hide it at any time.',
      ended: 'This badge was accepted: it can no longer be declined. You can hide it at any time.',
      hidden: 'This badge is accepted already, and hidden: nobody sees it.',
      declined: 'You declined this badge already. Nobody sees it.',
      revoked: 'This badge is revoked: there is nothing left to decline.',
      suspended: 'This badge is suspended. You will be able to answer once the suspension has ended.',
      unsigned: 'This badge is not signed yet.',
      erased: 'This badge was erased.',
    },
    backToBadge: 'Back to the badge',
    declineConfirm: 'Yes, decline this badge',
    hide: 'Hide this badge',
    show: { unlisted: 'Show it to those I give the link to', public: 'Show it to everyone' },
    keep: 'No, back to the badge',
    publicPage: 'Open the public page',
    embed: 'To paste into a web page',
    filesText: 'Each file holds the proof: it can be verified without this site.',
    validUntil: (day) => `Valid until ${day}`,
  },
});
