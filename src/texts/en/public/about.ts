import { NEWCOMER_RETENTION_DAYS } from '../../../domain/access/newcomer.ts';
import {
  FACTS_RETENTION_SCHOOL_YEARS,
  LONGEST_HOLD_DAYS,
  REVIEW_NOTES_RETENTION_YEARS,
} from '../../../domain/retention.ts';
import { UPTIME_DAYS_NEEDED } from '../../../domain/time/confirmed-uptime-days.ts';
import { MOST_MESSAGES_A_DAY } from '../../../features/messages/feature.ts';
import { type AboutFacts, type AboutSection, mailTo } from '../../about.ts';
import type { aboutTexts as french } from '../../fr/public/about.ts';
import { count } from '../grammar/page-phrases.ts';

/** Personal data, legal notices and help. */
export const aboutTexts = (office: string): ReturnType<typeof french> => ({
  unset: (setting: string) => `[to be stated by the operator: setting ${setting}]`,
  privacy: {
    link: 'Personal data',
    title: 'Personal data',
    description: 'What this service records, why, for how long, who sees it, and how to use your rights.',
    lede: 'What this service records about you, why, for how long, and what you may ask.',
    sections: (facts: AboutFacts): readonly AboutSection[] => [
      {
        title: 'Who answers for it',
        text: [
          `Controller: ${facts.operator}, ${facts.address}.`,
          'The data protection officer answers every question about your data:',
        ],
        links: [mailTo(facts.dpo)],
      },
      {
        title: 'Why',
        text: [
          'A task in the public interest (GDPR, article 6.1.e): recognising the engagement of the digital coordinators of schools. The service records that engagement, has the principal confirm it, prepares the factual file for the proposal on the bonus, proposes badges by published criteria, and lets anyone verify them.',
          'No machine decides anything: a person grants each badge. The public page of a badge exists only if its holder accepts it.',
        ],
      },
      {
        title: 'What is recorded',
        list: [
          'your name, your professional e-mail addresses, your role;',
          'your engagements: school, dates, missions, confirmation, or contest and its reason;',
          'trainings and meetings attended, contributions, progress reviews and their notes;',
          'your badges, what you chose to show of them, and papers printed about you;',
          'your sign-ins: the identifier that the sign-in service gives, the time, the browser.',
        ],
        text: [
          `These data come from you, from your principal, from the files of the ${office} and from the sign-in service. The NUMEN is never read; no mark, ranking or amount is recorded.`,
        ],
      },
      {
        title: 'Who sees it',
        list: [
          'you: all of it;',
          'your principal: your engagement in their school, and what confirms it;',
          `the ${office}: what is needed to decide on badges, answer your requests and keep the register;`,
          'the referents of your school, and those of your département if you agree (off until you choose it, in “Directory”): your name, your school, your confirmed missions and roles, your address;',
          `the ${office} may write to the referents, at most ${MOST_MESSAGES_A_DAY} times a day; your choice of mails stops it, and nothing tells who opened a message;`,
          'everyone: the page of a badge that you accepted, and your public profile if you make one; nothing more than what you show there;',
          `the host, on behalf of the controller: ${facts.hosting}.`,
        ],
      },
      {
        title: 'For how long',
        list: [
          `your engagement and what belongs to it (attendances, contributions, progress reviews, classes entered for a project): ${FACTS_RETENTION_SCHOOL_YEARS} school years after that of the last recorded fact, then the service deletes them by itself; or until the erasure that you request and the ${office} carries out;`,
          `this deletion is announced to the ${office}, which sees the names and numbers; it then waits for ${UPTIME_DAYS_NEEDED} days on which the service runs, and can be held back for at most ${LONGEST_HOLD_DAYS} days, with a reason;`,
          `the text of a progress review: ${REVIEW_NOTES_RETENTION_YEARS} years;`,
          'the register of badges, kept to what is necessary: as long as a badge can be verified;',
          'what an import replaced, so that it can be undone: thirty days; a form that came after your session had ended: one hour;',
          'a session: twelve hours at most, two without activity; an uploaded file: one hour;',
          `what a person says whom the service does not know yet, and an invitation to an unknown address: ${NEWCOMER_RETENTION_DAYS} days;`,
          `the log of acts: who did what and when, by identifiers without names, by which road (of a command, the system’s user who gave it), with the reasons that the acting person wrote in words (a revocation, a refusal, a suspension): ${facts.auditYears === undefined ? 'as long as the service' : count(facts.auditYears, 'year', 'years')}.`,
        ],
      },
      {
        title: 'Your rights',
        text: [
          'Sign in, then “My data”: you read everything, download it, ask for a correction or for erasure. You take a badge out of sight at any time, from “My badges”. You may also object to the processing or ask for its restriction, by writing to the officer.',
          'An erased badge is revoked; its number stays in the revocation list, with nothing that says whose it was. A copy that others have downloaded cannot be taken back.',
          'Without a satisfactory answer, you may complain to the CNIL, the French data protection authority.',
        ],
        links: [
          { href: '/my/data', label: 'My data' },
          { href: 'https://www.cnil.fr/en/plaintes', label: 'Complain to the CNIL' },
        ],
      },
      {
        title: 'Cookies',
        text: [
          'Only those that the service needs: the session, the sign-in under way (fifteen minutes), your first request (two hours), the chosen language, the confirmation of what you have just done. No audience measurement, no tracker, nothing asked of another site.',
        ],
      },
    ],
  },
  legal: {
    link: 'Legal notice',
    title: 'Legal notice',
    description: 'Who publishes this service, who hosts it, and under which licences.',
    lede: 'Who publishes this service, and who hosts it.',
    sections: (facts: AboutFacts): readonly AboutSection[] => [
      {
        title: 'Publisher',
        text: [
          `${facts.operator}, ${facts.address}.`,
          `Director of publication: ${facts.publicationDirector}.`,
        ],
        links: [mailTo(facts.help)],
      },
      { title: 'Host', text: [`${facts.hosting}.`] },
      {
        title: 'Badges',
        text: [
          `Badges are issued by ${facts.issuer}. Each has a signature; the keys that verify it are published.`,
        ],
        links: [{ href: '/issuer', label: 'Who issues these badges' }],
      },
      {
        title: 'Licences',
        text: [
          'The service is free software, Jalon, under the MIT licence. Names and addresses of schools come from the directory of the French ministry of education, under the Licence Ouverte 2.0.',
        ],
      },
      {
        title: 'Personal data and accessibility',
        links: [
          { href: '/privacy', label: 'Personal data' },
          { href: '/accessibility', label: 'Accessibility' },
        ],
      },
    ],
  },
  siteMap: {
    link: 'Site map',
    title: 'Site map',
    description: 'All public pages of the service, and the way into the spaces.',
    lede: 'All pages that anyone can read, and where to enter your space.',
    sections: (): readonly AboutSection[] => [
      {
        title: 'The badges',
        links: [
          { href: '/', label: 'Home' },
          { href: '/badges', label: 'The badges and their criteria' },
          { href: '/verify', label: 'Verify a badge' },
          { href: '/referentiel/rupn/v1', label: 'The framework of missions' },
          { href: '/issuer', label: 'Who issues these badges' },
        ],
      },
      {
        title: 'The spaces',
        text: ['For digital referents, principals and the digital office.'],
        links: [
          { href: '/my', label: 'My space' },
          { href: '/sign-in', label: 'Sign in' },
        ],
      },
      {
        title: 'The service',
        links: [
          { href: '/help', label: 'Help' },
          { href: '/privacy', label: 'Personal data' },
          { href: '/legal', label: 'Legal notice' },
          { href: '/accessibility', label: 'Accessibility' },
        ],
      },
      {
        title: 'For programs',
        links: [{ href: '/api/docs', label: 'The interface and its documentation' }],
      },
    ],
  },
  help: {
    link: 'Help',
    title: 'Help',
    description:
      'Verifying a badge, receiving yours, confirming an engagement: where to begin, and whom to write to.',
    lede: 'Where to begin, by what you came to do.',
    sections: (facts: AboutFacts): readonly AboutSection[] => [
      {
        title: 'Somebody sent you a badge',
        text: [
          'Open its link: the page first says whether it is authentic and still valid, then what it recognises. You have a file or a picture? Put it on the verification page; you can also verify it on your device, without sending it. Of a badge of another issuer, it says what it could verify.',
          `A digital coordinator (RUPN) helps colleagues use digital tools, advises the principal and runs the digital services of the school. The ${office} is the office for digital education of the académie.`,
        ],
        links: [
          { href: '/verify', label: 'Verify a badge' },
          { href: '/badges', label: 'What each badge recognises' },
        ],
      },
      {
        title: 'You are a teacher',
        list: [
          'Sign in with your professional account, then declare your missions: your principal receives the request and confirms it.',
          'Your space says how far each badge is, and what is still missing.',
          'A granted badge is visible to you alone. You choose to show it or not, with or without your name, and you may change your mind.',
          'Something is wrong? “My data”, then “Have it corrected”.',
        ],
        links: [
          { href: '/space', label: 'Open my space' },
          { href: '/referentiel/rupn/v1', label: 'The missions of the framework' },
        ],
      },
      {
        title: 'You head a school',
        list: [
          'Sign in: the engagements to confirm are waiting. You confirm, with a reservation where needed, or contest and say why.',
          'You print the mission letter, the progress review and the factual file for the bonus. It contains no rate and no amount. You propose; the recteur decides.',
          'The split of missions is read at a glance, person by person.',
        ],
        links: [{ href: '/space', label: 'Open the space of my school' }],
      },
      {
        title: 'You cannot find it',
        text: ['Write to us, and say which page you opened and what you were looking for.'],
        links: [mailTo(facts.help)],
      },
    ],
  },
});
