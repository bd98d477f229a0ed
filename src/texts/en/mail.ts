import type { MailKind } from '../../domain/mail.ts';
import type { MailTexts } from '../fr/mail.ts';
import { toDay } from './day.ts';
import { count, withArticle } from './page-words.ts';

const REASONS: Readonly<Record<MailKind, string>> = {
  'confirmation-request': 'you are the principal of a school',
  'confirmation-reminder': 'you are the principal of a school',
  award: 'a digital badge was granted to you or to your school',
  decision: 'you declared an engagement',
  contest: 'you are concerned by a contested engagement',
};

const segments = (many: number) => count(many, 'engagement waits', 'engagements wait');

/** The words of the mails that the service writes. */
export const mailTexts = {
  subjects: {
    'confirmation-request': 'A request for confirmation is waiting for you',
    'confirmation-reminder': 'Reminder: a request for confirmation is waiting for you',
    award: 'A recognition is waiting for you',
    decision: 'A decision was taken on your page',
    contest: 'An exchange is waiting for your answer',
  },
  greeting: 'Hello,',
  confirmation: {
    waiting: (many) => `${segments(many)} for your confirmation in your school.`,
    stillWaiting: (many) => `${segments(many)} still for your confirmation in your school.`,
    choices: 'You may confirm, confirm with a reservation, or contest and say why.',
    withoutAnswer: 'Thirty days after the request, the DANE may confirm in your place, on documents.',
    open: 'Open the page of my school',
  },
  award: {
    ofPerson: (name, issuer) => `A digital badge is granted to you by ${withArticle(issuer)}: “${name}”.`,
    ofSchool: (name, issuer) =>
      `A digital badge is granted to your school by ${withArticle(issuer)}: “${name}”.`,
    criteria: 'The criteria, and how they are met:',
    byDecision: 'It is granted by a decision of its own.',
    voluntary:
      'The choice is yours: accept this badge, or decline it without giving a reason. Nothing is compulsory. Until you accept it, its page is not public.',
    voluntaryForSchool:
      'You choose for your school: accept this badge, or decline it without giving a reason. Nothing is compulsory. Until you accept it, its page is not public.',
    shown:
      'Once accepted, its public page will show the badge, who issued it, when, and how the criteria are met. You choose whether your name stands there in full, as initials or not at all, and whether your schools do. You can hide it again.',
    shownOfSchool:
      'Once accepted, its public page will show the badge, who issued it, when, and how the criteria are met. It names no member of the team. You can hide it again.',
    download:
      'You can then download the badge from that page: an image (PNG or SVG) or a proof file (JSON or JWT).',
    open: 'Accept or decline this badge',
  },
  decision: {
    decided: (school, from) =>
      `A decision was taken on your engagement (${school}, since ${toDay(from) ?? from}).`,
    states: {
      confirmed: () => 'Your principal confirmed this engagement.',
      'confirmed-with-reservation': () =>
        'Your principal confirmed this engagement with a reservation. Your page says which.',
      'confirmed-by-dane': (issuer) => `This engagement is confirmed on documents by ${withArticle(issuer)}.`,
      contested: () => 'This engagement is contested. Your page says for what reason.',
    },
    counts: 'It counts among your years of engagement from now on.',
    contestable: 'It does not count for now. You can answer on your page.',
    open: 'Open my page',
  },
  contest: {
    waits: 'A contested engagement waits for an answer or a decision.',
    where: 'Reasons and answers are read on the service only, after signing in.',
    open: 'Read and answer',
  },
  footer: {
    reason: (kind, issuer) =>
      `This message comes from the digital badge service “${issuer}”. You receive it because ${REASONS[kind]}.`,
    choose: 'Choose the messages you receive',
    question: (address) => `A question? Write to ${address}.`,
  },
} satisfies MailTexts;
