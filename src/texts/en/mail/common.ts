import { featureTexts } from '../../features.ts';
import type { mailTexts as fr } from '../../fr/mail/common.ts';
import { byOffice } from '../../office.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';
import { count } from '../grammar/page-phrases.ts';
import { accountMails } from './account.ts';
import { badgeMails } from './badges.ts';

type Texts = ReturnType<typeof fr>;

const REASONS: Readonly<Record<Parameters<Texts['footer']['reason']>[0][number], string>> = {
  'confirmation-request': 'you head a school',
  'confirmation-reminder': 'you head a school',
  award: 'a digital badge was awarded to you or to your school',
  decision: 'an engagement, or a proposed mission, concerns you',
  contest: 'a contested engagement concerns you',
  support: 'a request for support, or a meeting in a school, concerns you',
  invitation: 'an invitation to an event is addressed to you',
  message: 'you are a digital referent, and this message is addressed to referents',
  account: 'an account was linked to your record',
};

const segments = (many: number) => count(many, 'engagement waits', 'engagements wait');
const onDay = (from: string) => toDay(from) ?? from;

/** The words of the mails that the service writes, in English. */
export const mailTexts = byOffice(
  (office: string): Texts => ({
    subjects: {
      'confirmation-request': 'A request for confirmation awaits you',
      'confirmation-reminder': 'Reminder: a request for confirmation awaits you',
      award: 'A recognition awaits you',
      decision: 'A decision was taken on your engagement',
      contest: 'Your answer is awaited about an engagement',
      support: 'A request for support waits for an answer',
      account: 'An account gives access to your record',
    },
    greeting: (name = 'First name Name') => `Hello ${name},`,
    letter: {
      subject: (many) => `${many} pieces of news from the ${office}`,
      gathered: (many) =>
        `Here are ${many} pieces of news in one message: as a rule, the service writes only once a day.`,
    },
    confirmation: {
      waiting: (many, school) => `${segments(many)} for your confirmation: ${school}.`,
      stillWaiting: (many, school) => `${segments(many)} still for your confirmation: ${school}.`,
      choices: 'You can confirm, confirm with a reservation, or contest with a reason.',
      others: (many) => `and ${count(many, 'other person', 'other people')}`,
      closes: (campaign, day) => `The campaign “${campaign}” ends on ${onDay(day)}.`,
      withoutAnswer: (day) =>
        `Thirty days after the request, from ${onDay(day)} on, the ${office} may confirm in your place, on documents.`,
      proposals: (many, school) =>
        many === 1
          ? `A teacher proposes a change of their engagement, and you decide: ${school}.`
          : `${many} changes of engagements are proposed to you, and you decide: ${school}.`,
      proposalSubject: 'A change of engagement is proposed to you',
      renewalSubject: 'Engagements are to be renewed',
      toRenew: (many, school) =>
        many === 1
          ? `An engagement without an end is to be renewed for this school year. Is it still running? ${school}.`
          : `${many} engagements without an end are to be renewed for this school year. Are they still running? ${school}.`,
      renewalChoices: 'One click renews those that go on. For another, say its last day.',
      open: 'See the requests and answer',
    },
    ...badgeMails(office),
    account: accountMails(office),
    ...featureTexts('en', office).mails,
    draft: {
      subjects: {
        waiting: 'A version of the criteria is to be read',
        adopted: 'Your version of the criteria is adopted',
        sentBack: 'Your version of the criteria is sent back to you',
      },
      waiting: (from) =>
        `A version of the criteria is proposed to you, to judge badges from ${onDay(from)} on.`,
      what: 'Read it: you can adopt it, or send it back with a word.',
      adopted: 'Another person adopted the version of the criteria that you had proposed.',
      sentBack:
        'Another person sends back the version of the criteria that you had proposed, with these words:',
      open: 'Read this version',
    },
    decision: {
      decided: (school, from) => `A decision was taken on your engagement (${school}, since ${onDay(from)}).`,
      states: {
        confirmed: () => 'Your principal confirmed this engagement.',
        'confirmed-with-reservation': () =>
          'Your principal confirmed this engagement with a reservation. Your page says which.',
        'confirmed-by-dane': (issuer) =>
          `This engagement is confirmed on documents by ${withArticle(issuer)}.`,
        contested: () => 'Your principal contests this engagement. Your page says why.',
      },
      outcomes: {
        maintained: (issuer) =>
          `The contest is maintained by ${withArticle(issuer)}: the engagement does not count. The decision is final.`,
        lifted: (issuer) => `The contest is lifted: the engagement is confirmed by ${withArticle(issuer)}.`,
        partial: (issuer) =>
          `The contest is lifted in part: a part of the engagement is confirmed by ${withArticle(issuer)}, the rest remains contested and does not count. Your page shows both.`,
      },
      roles: {
        'role-lost': (role) =>
          `The role “${role}” passes to another person: your engagement is divided on that day. The rest is unchanged and remains confirmed.`,
        'role-given': (role) => `The role “${role}” is confirmed to you. Your page says from which day on.`,
        'role-refused': (role) =>
          `The role “${role}” is not in it: another person holds it already, and a school has only one at a time.`,
      },
      counts:
        'Its duration counts in your years of engagement as soon as it reaches the threshold of the criteria.',
      contestable: 'It does not count for now. You can answer on your page.',
      uncounted: 'It does not count for now.',
      contestedInFile: 'This engagement is recorded as contested.',
      open: 'Open my page',
    },
    change: {
      of: (school) => `It is about your engagement: ${school}.`,
      ends: (day) => `It ends on ${onDay(day)}. Its confirmation stays.`,
      missions: (day) =>
        `Your missions change from ${onDay(day)} on. What came before remains confirmed as it is.`,
      correction: 'It was corrected. Your page shows what was recorded and what is now.',
      moved: (school) => `It was recorded at the wrong school. The right one: ${school}.`,
      refused: 'The change that you proposed is refused: your engagement remains as it is.',
      reason: (reason) => `Reason: ${reason}`,
      disagree:
        'If this is not exact, speak to the person who decided, or propose a correction on your page.',
    },
    footer: {
      reason: (kinds, issuer) =>
        `This message comes from the service of digital badges “${issuer}”. You receive it because ${kinds.map((kind) => REASONS[kind]).join(', and because ')}.`,
      choose: 'Choose the messages that you receive',
      question: (address) => `A question? Write to ${address}.`,
    },
  }),
);
