import { classProjectDoneTexts } from '../../../features/class-projects/texts-en.ts';
import { contestDoneTexts } from '../../../features/contests/texts-en.ts';
import { dataRequestDoneTexts } from '../../../features/data-requests/texts-en.ts';
import { networkDoneTexts } from '../../../features/directory/texts-en.ts';
import { endorsementDoneTexts } from '../../../features/endorsements/texts-en.ts';
import { invitationDoneTexts } from '../../../features/invitations/texts-en.ts';
import { schoolMeetingDoneTexts } from '../../../features/meetings/texts-en.ts';
import { missionsProposedDoneTexts } from '../../../features/mission-proposals/texts-en.ts';
import { profileDoneTexts } from '../../../features/public-profiles/texts-en.ts';
import { supportDoneTexts } from '../../../features/support/texts-en.ts';
import { daneWishDoneTexts } from '../../../features/wished-trainings/texts-en.ts';
import { yearlyReportDoneTexts } from '../../../features/yearly-reports/texts-en.ts';
import { achievementEndorsementDoneTexts } from '../../../standards/achievement-endorsements/texts-en.ts';
import { hostDoneTexts } from '../../../standards/host/texts-en.ts';
import { badgeRecordDoneTexts } from '../../../standards/badge-records/texts-en.ts';
import { walletDoneTexts } from '../../../standards/wallets/texts-en.ts';
import type { accountTexts as fr } from '../../fr/account/pages.ts';
import { carryOverDoneTexts } from '../dane/carry-over.ts';
import { retentionDoneTexts } from '../dane/retention.ts';
import { exportDeviceTexts } from '../my/export-labels.ts';
import { schoolRecordDoneTexts } from '../school/records.ts';
import { newcomersDoneTexts } from './newcomers.ts';

/** Signing in and out, sessions, and messages after an action. */
export const accountTexts = (office: string): ReturnType<typeof fr> => ({
  spaces: { my: 'My space', school: 'My school', dane: office },
  spacesNavigation: 'My spaces',
  enter: 'My space',
  signedInAs: (name) => `Signed in: ${name}`,
  signOut: 'Sign out',
  messagesLink: 'My e-mail preferences',
  sessionsLink: 'My sessions',
  done: {
    ...supportDoneTexts(office),
    ...schoolMeetingDoneTexts,
    ...invitationDoneTexts,
    ...networkDoneTexts,
    ...classProjectDoneTexts,
    ...contestDoneTexts(office),
    ...walletDoneTexts,
    ...endorsementDoneTexts,
    ...achievementEndorsementDoneTexts,
    ...badgeRecordDoneTexts,
    ...dataRequestDoneTexts(office),
    ...retentionDoneTexts,
    ...hostDoneTexts,
    ...schoolRecordDoneTexts,
    ...profileDoneTexts,
    ...missionsProposedDoneTexts,
    ...newcomersDoneTexts,
    ...carryOverDoneTexts,
    ...daneWishDoneTexts,
    ...yearlyReportDoneTexts(office),
    'session-ended': 'That session is closed.',
    'headship-declared': 'Noted: you head this school.',
    'engagement-decided': 'Your decision is recorded.',
    'engagements-confirmed': 'The ticked requests are confirmed.',
    'change-proposed': 'Your proposal is sent. Nothing changes before the decision.',
    'sharing-saved': 'The sharing of the missions is saved.',
    'change-withdrawn': 'Your proposal is withdrawn.',
    'engagement-ended': 'The engagement ends on the chosen day.',
    'missions-changed': 'The missions change on the chosen day.',
    'missions-wait': 'The missions change on the chosen day; what follows waits to be confirmed.',
    'engagement-corrected': 'The engagement is corrected.',
    'change-refused': 'The proposal is refused. The person is told.',
    'departure-saved': 'The departure is recorded: this person’s engagements end on that day.',
    'engagement-entered': 'The engagement is entered.',
    'review-entered': 'Recorded.',
    'record-removed': 'It is removed. The audit keeps what was recorded.',
    'contribution-entered': 'The contribution is entered and validated.',
    'contributions-validated': 'The chosen contributions are validated.',
    'validation-taken-back': 'The validation is taken back.',
    'headship-withdrawn':
      'Your declaration is taken back: you are no longer recorded as the head of this school.',
    'declaration-withdrawn': 'The declaration is taken back.',
    'declaration-checked': 'The declaration is checked: it stands.',
    'engagement-changed': 'Your declaration is changed.',
    'badge-choice-saved': 'Your choice is recorded: the page of the badge follows it.',
    'contribution-added': 'Your contribution is added.',
    'contribution-changed': 'Your contribution is changed.',
    'contribution-removed': 'Your contribution is taken back.',
    'messages-chosen': 'Your choice of messages is recorded.',
    'attendance-saved': 'The attendance is recorded.',
    'attendance-removed': 'The attendance is taken back.',
    'event-saved': 'The event is recorded.',
    'token-revoked': 'The token is revoked: it opens nothing any more.',
    'settings-saved': 'The settings are recorded.',
    'doubt-settled': 'The sign-in is settled.',
    'person-changed': 'The record is corrected.',
    'person-added': 'The person is added.',
    'school-added': 'The school is added.',
    'school-changed': 'The school is corrected.',
    'school-closed': 'The school is closed. The engagements under way end there on that day.',
    'school-reopened': 'The closure is taken back: the school is open.',
    'person-erased': 'The data of this person are erased.',
    'paper-made': 'The document is ready.',
    'proposal-reopened': 'The proposal waits again for a decision.',
    'criteria-withdrawn': 'The version is withdrawn. It will not come into force.',
    'award-granted': 'The badge is granted by decision.',
    'people-merged': 'The two records are one. Its current address stands at its head.',
    'criteria-drafted': 'The proposal is sent: somebody else will read it through.',
    'draft-sent-back': 'The proposal is sent back, with your word.',
    'draft-withdrawn': 'Your proposal is withdrawn.',
    'criteria-adopted': 'The new version is adopted.',
    'badge-draft-kept': 'The draft is kept.',
    'badge-draft-dropped': 'The draft is deleted.',
    'holder-reminded': 'The reminder leaves by mail.',
    suspended: 'The badge is suspended. Its page and the status list say so.',
    resumed: 'The suspension has ended: the badge is valid again.',
    revoked: 'The badge is revoked. Its page and the status list say so.',
    'campaign-closed': 'The campaign is closed.',
    'campaign-cancelled': 'The campaign is cancelled.',
    imported: 'The import is done.',
    'columns-matched': 'The columns are remembered, and the file was read again with them.',
    'columns-forgotten': 'This match is forgotten.',
    present: 'Recorded: you are there.',
    'sheet-opened': 'The sheet is ready.',
    'sheet-closed': 'The sheet is closed.',
    'engagement-declared': 'Your engagement is recorded. The principal is asked to confirm it.',
    'engagement-declared-to-dane': `Your engagement is recorded. You head this school: the ${office} will decide.`,
    'engagement-withdrawn': 'That engagement is withdrawn.',
    'badge-declined': 'This badge is declined. Nobody will see it.',
    'badge-hidden': 'This badge is hidden.',
    'badge-shown': 'This badge can be seen at its address.',
    'confirmed-on-documents': 'The chosen engagements are confirmed on documents.',
  },
  typed: {
    kept: 'You had been signed out: nothing was recorded. What you typed is kept for an hour. Sign in again, and you will find it in the same form.',
    back: 'Here is what you had typed. Nothing is recorded yet: read it again, then send it.',
    notYours: {
      title: 'This form is not yours',
      text: 'What this browser keeps was typed by another person, or more than an hour ago. Only that person can have it back, by signing in here.',
    },
    none: {
      title: 'Nothing to give back',
      text: 'This browser keeps no form. What you have sent since is recorded; a form is kept for an hour.',
    },
  },
  signIn: {
    title: 'Sign in',
    description: `For agents: digital leads, principals, the ${office}.`,
    lede: 'Sign in with your professional account. Seeing and verifying a badge needs no account.',
    tooWeak:
      'Signing in was refused: your identity provider did not vouch for the level of authentication that this service requires. Begin again with a stronger one (two factors); if your account offers none, write to those who keep your accounts.',
    failed: 'Signing in did not succeed: it was interrupted, or took too long. Begin again.',
    none: 'No identity provider is set up on this service. Nobody can sign in for now; badges can still be verified.',
    privacy:
      'The service receives your name, your professional address and, depending on the provider, the schools where you work. It never reads your NUMEN.',
    providers: {
      proconnect: {
        name: 'ProConnect',
        text: 'The account of public agents, with your professional address.',
      },
      fim: { name: 'Académie account', text: 'Your académie user name and password.' },
      local: {
        name: 'Demonstration accounts',
        text: 'Choose the person whose place you want to take. All of them are invented.',
      },
    },
  },
  doubt: {
    title: 'We do not know yet who you are',
    text: `Your request has gone to the ${office}, who will link it with your record. Sign in again in a few days.`,
    reasons: {
      'no-address': () => 'Your identity provider gave no e-mail address.',
      'address-not-verified': (address: string) =>
        `Your identity provider has not verified the address ${address}.`,
      'unknown-address': (address: string) => `The address ${address} belongs to no person on record.`,
      'already-linked': (address: string) => `The address ${address} is already linked to another account.`,
    },
  },
  leaving: {
    title: 'You have signed out of this service',
    here: 'Your session of this service is closed.',
    everywhere: 'All your sessions of this service are closed, on all your devices.',
    text: (provider: string) =>
      `Your session at “${provider}” is left: it ends on the next page, which opens by itself.`,
    goOn: (provider: string) => `Also end my session at “${provider}”`,
  },
  sessions: {
    title: 'My sessions',
    lede: 'A session closes by itself after two hours without activity, and after twelve hours at the latest.',
    since: 'Opened on',
    seen: 'Last activity',
    device: 'Device',
    unknownDevice: 'Unknown',
    devices: exportDeviceTexts,
    by: 'Through',
    end: 'Close',
    current: 'This one',
    endOne: (moment) => `Close that of ${moment}`,
    everywhere: 'Sign me out everywhere',
  },
  messages: {
    title: 'My e-mail preferences',
    lede: 'The service seldom writes. Choose what you want to receive; everything stays on your pages.',
    wanted: 'I want to receive',
    language: 'Language of e-mails',
    languages: { fr: 'French', en: 'English' },
    kinds: {
      'confirmation-request': 'A request to confirm an engagement',
      'confirmation-reminder': 'The reminder of a request, after 15 and 30 days',
      award: 'A badge awarded to me',
      decision: 'A decision on my engagement, a proposed mission or the answer to one',
      support: `An exchange with the ${office}: a request for support, the meeting in the school`,
      invitation: 'An invitation to a meeting or a virtual class',
      message: `A message of the ${office} to the referents`,
      contest: 'An exchange that waits for my answer',
    },
  },
  headship: {
    title: 'My schools',
    lede: 'The schools you head.',
    declare: 'Do you head one of these schools?',
    ask: 'Do you head a school?',
    askText:
      'Your account says that you are a principal or a deputy. Only the head sees a school here: if you are the head, say so.',
    askLink: 'Say which school I head',
    askOther: 'Do you head another school as well?',
    declareText:
      'Your account says that you are a principal or a deputy. Only the head confirms engagements: say so here. Your declaration is recorded with its date.',
    daneKnows: (name) => `The ${office} knows ${name} as the head of this school.`,
    alsoDeclared: (name) => `${name} has already declared to head this school.`,
    willBeChecked: `If you head it, declare it all the same: the ${office} will check your declaration.`,
    declared: 'You declared it.',
    withdraw: 'Take my declaration back',
    withdrawOf: (name) => `Take my declaration back: ${name}`,
    declareOne: (name, commune) => `I head: ${name}, ${commune}`,
    none: `You head no school that the service knows. If this is wrong, write to the ${office}.`,
  },
});
