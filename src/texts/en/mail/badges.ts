import type { badgeMails as fr } from '../../fr/mail/badges.ts';
import { suspensionCauses } from '../dane/suspension-causes.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';

type BadgeMails = ReturnType<typeof fr>;

/** Mails about a badge that its holder already knows. */
const lifeMails = (office: string): BadgeMails['life'] => ({
  subjects: {
    suspended: 'Your digital badge is suspended',
    resumed: 'Your digital badge is valid again',
    revoked: 'Your digital badge is revoked',
    'signed-anew': 'Your digital badge was signed again',
    'ends-in-six-months': 'Your digital badge can soon be renewed',
    unanswered: 'A digital badge waits for your answer',
    'ends-in-a-month': 'Your digital badge ends in a month',
  },
  suspended: (name, issuer) => `Your badge “${name}” is suspended by ${withArticle(issuer)}.`,
  cause: (cause, reason) => `${suspensionCauses[cause]}. Public reason: ${reason}`,
  suspendedMeans: `A suspension is not a revocation. While it lasts, whoever verifies the badge reads that it is suspended. It will be given back to you as it is, or revoked with a reason. If you do not agree, or have a document to show, write to the ${office}.`,
  resumed: (name, issuer) => `The suspension of your badge “${name}” is lifted by ${withArticle(issuer)}.`,
  resumedMeans:
    'It is valid again, at the same address. The files that you downloaded verify as before. You have nothing to do.',
  revoked: (name, issuer) =>
    `Your badge “${name}” is revoked by ${withArticle(issuer)}. It is no longer valid.`,
  reason: (reason) => `Public reason: ${reason}`,
  revokedMeans: `What is recorded of your engagement is not touched. If you think that this is an error, write to the ${office}.`,
  signedAnew: (name, issuer) =>
    `Your badge “${name}” was just signed again by ${withArticle(issuer)}, because the key that had signed it may have fallen into other hands. That key is worth nothing any more.`,
  signedAnewMeans:
    'You have lost nothing: your badge says the same, at the same address. Its page, and the links and QR codes that lead there, verify as before.',
  signedAnewAct:
    'Yet the files that were downloaded before this day (image, file of the badge, certificate) and the copy in your digital wallet no longer verify. If you gave some away, download them again from the page of your badge and replace them.',
  ends: (name, until) => `Your badge “${name}” is valid until ${toDay(until) ?? until}.`,
  renewable: (day) =>
    `It can be renewed from ${toDay(day) ?? day} on: a new badge, if it is awarded to you, will take its place.`,
  endsMeans: `Its page, in your space, says whether the criteria of today are met and what is missing. If they are, the ${office} decides. After its end, the old badge remains authentic: it says what was recognised, and until when.`,
  unanswered: (name, issuer, at) =>
    `The badge “${name}”, awarded by ${withArticle(issuer)} on ${toDay(at) ?? at}, still waits for your answer.`,
  unansweredMeans:
    'You decide: accept it, or decline it without giving a reason. Until you accept it, it has no public page.',
  unansweredOnce: 'The service will not mention it again of its own accord.',
  open: 'See this badge',
});

/** Mails about a badge: a new one, one that was signed again, and one whose state changed. */
export const badgeMails = (office: string): BadgeMails => ({
  award: {
    ofPerson: (name, issuer) => `A digital badge is awarded to you by ${withArticle(issuer)}: “${name}”.`,
    ofSchool: (name, issuer) =>
      `A digital badge is awarded to your school by ${withArticle(issuer)}: “${name}”.`,
    what: 'A digital badge is a signed statement, which anyone can verify online.',
    criteria: 'The criteria, and how they are met:',
    byDecision: 'It is awarded by a decision of its own.',
    voluntary:
      'You decide: accept this badge, or decline it without giving a reason. Nothing is compulsory. Until you accept it, it has no public page.',
    voluntaryForSchool:
      'You decide for your school: accept this badge, or decline it without giving a reason. Nothing is compulsory. Until you accept it, it has no public page.',
    shown:
      'When you accept it, you choose who sees it: you alone, those to whom you give the link, or everyone. Its page shows the badge, who issued it, when, and how the criteria are met. You choose whether your name stands there in full, as initials or not at all, and whether your schools do. You can change your mind at any time.',
    shownOfSchool:
      'When you accept it, you choose who sees it: you alone, those to whom you give the link, or everyone. Its page shows the badge, who issued it, when, and how the criteria are met. It names no member of the team. You can change your mind at any time.',
    share:
      'Once the badge is published, you can share and download it: link, image, certificate, QR code, mail signature.',
    open: 'See the badge and choose',
  },
  correction: {
    subject: 'Your digital badge was corrected',
    signedAgain: (name, issuer) => `Your badge “${name}” was just signed again by ${withArticle(issuer)}.`,
    why: 'The first signature said something other than what is established:',
    reasons: {
      'email-identifier':
        'a digest of your e-mail address stood there without your asking for it; it is gone. You can ask for it on the page of the badge.',
      holder: 'the name in the badge was not the one of today.',
      title: 'the title of the badge did not say which year it is about.',
      contributions:
        'contributions that nobody had validated were called recognised. Those that the criteria count are now called “declared by the person”; the others are gone.',
      evidence:
        'what it said of your years or of its criteria was not exact: a year without a required review, for instance, passed for a year with one.',
      figures: 'a figure or a date of your engagement was not the established one.',
      dates: 'a date of the badge was not the right one.',
      words: 'the words of a principal that it showed are not those that you chose to show.',
    },
    unchanged:
      'Your badge remains valid, at the same address, and the day of its award does not change. You have nothing to do.',
    copies: 'If you downloaded or shared a file of it, replace it by the one that the page now offers.',
    open: 'See this badge',
  },
  life: lifeMails(office),
});
