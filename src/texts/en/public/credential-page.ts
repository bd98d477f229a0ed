import type { credentialPageTexts as french } from '../../fr/public/credential-page.ts';
import { withArticle } from '../grammar/names.ts';
import { and, count } from '../grammar/page-phrases.ts';

/** The words of the page of an issued badge. */
export const credentialPageTexts = (office: string) =>
  ({
    description: (name, issuer, awarded) =>
      `“${name}”, a digital badge issued by ${withArticle(issuer)} ${awarded}. Anyone can verify it.`,
    delivered: (issuer, awarded, to) =>
      `${['Issued', to].filter(Boolean).join(' ')} by ${withArticle(issuer)}, ${awarded}`,
    toPerson: (name) => `to ${name}`,
    toSchool: (name) => `to ${name}`,
    validUntil: (day) => `Valid until ${day}`,
    personIs: (name, title) => `${name} is ${withIndefinite(title)}`,
    personWas: (name, title) => `${name} was ${withIndefinite(title)}`,
    schoolHas: (name, title) => `${name}: ${title}`,
    hiddenName: 'This badge belongs to a person who chose not to be named.',
    seal: 'Authentic and valid',
    checkedNow: 'verified just now',
    figures: 'In figures',
    about: {
      person:
        'An RUPN (référent pour les ressources et usages pédagogiques numériques) leads digital practice in a French secondary school, a mission given by the ministry of education.',
      issuer: (academy = 'académie') =>
        `the office for digital education of the ${academy}, the regional education authority`,
      delivered: (issuer, about) => `This badge is issued by ${withArticle(issuer)}, ${about}.`,
    },
    missionsHeld: (schools, period) =>
      [['Missions carried', schools.length > 0 ? `at ${and(schools)}` : ''].filter(Boolean).join(' '), period]
        .filter(Boolean)
        .join(', '),
    teamMissions: (period) => ['The team’s missions', period].filter(Boolean).join(', '),
    attested: 'Who attests it',
    confirmedAt: (schools) => `Engagement carried out at ${and(schools)}.`,
    deliveredOn: (issuer, awarded) => `Issued by ${withArticle(issuer)} ${awarded}.`,
    endsOn: (day) => `Valid until ${day}.`,
    checkedAt: (day) => `Verified on ${day}`,
    atMinute: ' at {h}:{m}',
    checkAgain: 'Verify again',
    recognisedOnce: 'What this badge said',
    /** An engagement that went on on the judged day. */
    since: (first, stood) => `since ${first}, in progress ${stood}`,
    onDay: (day) => `on ${day}`,
    inYear: (year) => `in ${year}`,
    /** An engagement that had ended. */
    until: (first, day) => `from ${first} to ${day}`,
    span: (first, last) => (first === last ? `in ${first}-${first + 1}` : `from ${first} to ${last}`),
    timeline: 'The years of engagement',
    yearValue: (value, isOpen) =>
      value === 1
        ? 'a whole year'
        : value === 0.5
          ? 'half a year'
          : isOpen
            ? 'under way at the award'
            : 'less than half a year',
    yearsTogether: ({ whole, half, short, open }) => {
      const stated = and(
        [
          [whole, 'one whole year', 'whole years'] as const,
          [half, 'half a year', 'half years'] as const,
          [short, 'less than half a year', 'years of less than half a year'] as const,
          [open, 'one year under way at the award', 'years under way at the award'] as const,
        ]
          .filter(([many]) => many > 0)
          .map(([many, one, several]) => (many === 1 ? one : `${many} ${several}`)),
      );
      return `${stated.charAt(0).toUpperCase()}${stated.slice(1)}.`;
    },
    timelineText: (years) => `One bar for each school year. ${years.join('; ')}.`,
    timelineYear: (label, value) => `${label}: ${value}`,
    timelineTable: 'The years as a table',
    year: 'School year',
    value: 'Value',
    detail: 'What the evidence says',
    decided: 'How this badge was decided',
    retained: 'What the decision had found',
    criteria: 'The criteria, and how they are met',
    byDecision: `granted by decision of the ${office}`,
    criterionMet: 'Met',
    criteriaSummary: (met, all) => `${met} of ${all} met`,
    criterionNotMet: 'Not met',
    criteriaVersion: (version) => `Judged by version ${version} of the criteria.`,
    criteriaLink: 'Read this version of the criteria',
    missions: 'In the framework of the RUPN’s missions',
    alignments: 'Alignments with other frameworks',
    checks: 'The checks made',
    checkName: (name) => `${name}:`,
    alsoSaid: 'What the badge also says',
    checksSummary: (passed, all) => `${passed} of ${all} passed`,
    manage: 'Manage this badge',
    share: 'Share',
    shareText: 'The address of this page is the badge’s own. It does not change.',
    address: 'Address of the badge',
    copyLink: 'Copy the link',
    phrase: 'A sentence ready for Tchap, an e-mail or a network',
    copyPhrase: 'Copy the sentence',
    embed: 'To paste into a web page',
    embedFrame: 'Or, to paste, a card with the verdict',
    embedLink: 'Open and verify this badge',
    embedNothing: { 'not-found': 'This badge is not public.', erased: 'This badge was erased.' },
    download: 'The badge’s files',
    downloadText: 'Each file holds the proof: it can be verified without this page.',
    print: 'Print',
    elsewhere: 'Verify elsewhere',
    elsewhereText: 'You need not take our word: other services verify this badge.',
    qr: 'QR code of this page’s address',
    qrText: 'Scan this code to open this page and verify the badge.',
    printedOn: (day) =>
      `Verified on ${day}. The state of the badge may change: the address above is what counts.`,
    technical: 'Technical detail',
    count,
  }) satisfies ReturnType<typeof french>;

/** “an established RUPN”, “an ENT and services administrator”: an acronym is said letter by letter. */
function withIndefinite(title: string): string {
  const isAcronym = /^\p{Lu}{2}/u.test(title);
  const stated = isAcronym ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  return `${(isAcronym ? /^[AEFHILMNORSX]/ : /^[aeiou]/).test(stated) ? 'an' : 'a'} ${stated}`;
}
