import type { accountTexts as fr } from '../fr/account.ts';
import { exportDeviceTexts } from './my-export-words.ts';

/** Signing in and out, sessions, and what was just done. */
export const accountTexts: typeof fr = {
  spaces: { my: 'My space', school: 'My school', dane: 'DANE' },
  spacesNavigation: 'My spaces',
  enter: 'My space',
  signedInAs: (name) => `Signed in: ${name}`,
  signOut: 'Sign out',
  messagesLink: 'My e-mail preferences',
  sessionsLink: 'My sessions',
  done: {
    'session-ended': 'That session is closed.',
    'headship-declared': 'Noted: you head this school.',
    'engagement-decided': 'Your decision is recorded.',
    'engagements-confirmed': 'The ticked requests are confirmed.',
    'contest-opened': 'The engagement is contested. The teacher can answer, then the DANE decides.',
    'contest-answered': 'Your answer is recorded.',
    'contest-settled': 'The contest is decided.',
    'review-recorded': 'The progress review is recorded.',
    'paper-made': 'The document is ready.',
    saved: 'Saved.',
    'criteria-adopted': 'The new version is adopted.',
    revoked: 'The badge is revoked. Its page and the status list say so.',
    imported: 'The import is done.',
    present: 'Recorded: you are there.',
    'sheet-opened': 'The sheet is ready.',
    'sheet-closed': 'The sheet is closed.',
    deleted: 'Deleted.',
    'engagement-declared': 'Your engagement is recorded. The principal will see it and answer.',
    'engagement-withdrawn': 'That engagement is withdrawn.',
    'badge-accepted': 'This badge is accepted. It can be seen at its address, with what you chose.',
    'badge-declined': 'This badge is declined. Nobody will see it.',
    'badge-hidden': 'This badge is hidden.',
    'badge-shown': 'This badge can be seen at its address again.',
    'data-request-made': 'Your request has gone to the DANE. Its answer will appear here.',
    'confirmed-on-documents': 'The chosen engagements are confirmed on documents.',
  },
  signIn: {
    title: 'Sign in',
    description: 'For agents: digital leads, principals, the DANE.',
    lede: 'Sign in with your professional account. Seeing and verifying a badge needs no account.',
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
    text: 'Your request has gone to the DANE, who will link it with your record. Sign in again in a few days.',
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
    kinds: {
      'confirmation-request': 'A request to confirm an engagement',
      'confirmation-reminder': 'The reminder of a request, after 15 and 30 days',
      award: 'A badge awarded to me',
      decision: 'A decision on my engagement',
      contest: 'An exchange that waits for my answer',
    },
  },
  headship: {
    title: 'My schools',
    lede: 'The schools you head.',
    declare: 'Do you head one of these schools?',
    declareText:
      'Your account says that you are a principal or a deputy. Only the head confirms engagements: say so here. Your declaration is recorded with its date.',
    declareOne: (name, commune) => `I head: ${name}, ${commune}`,
    none: 'You head no school that the service knows. If this is wrong, write to the DANE.',
  },
};
