import type { accountTexts as fr } from '../fr/account.ts';

/** Signing in and out, sessions, and what was just done. */
export const accountTexts: typeof fr = {
  spaces: { my: 'My space', school: 'My school', dane: 'DANE' },
  spacesNavigation: 'My spaces',
  enter: 'My space',
  signedInAs: (name) => `Signed in: ${name}`,
  signOut: 'Sign out',
  sessionsLink: 'My sessions',
  done: {
    'session-ended': 'That session is closed.',
    'headship-declared': 'Noted: you head this school.',
    saved: 'Saved.',
    'criteria-adopted': 'The new version is adopted.',
    revoked: 'The badge is revoked. Its page and the status list say so.',
    imported: 'The import is done.',
    present: 'Recorded: you are there.',
    'sheet-opened': 'The sheet is ready.',
    'sheet-closed': 'The sheet is closed.',
    deleted: 'Deleted.',
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
      'no-address': 'Your identity provider gave no e-mail address.',
      'address-not-verified': 'Your identity provider has not verified your address.',
      'unknown-address': 'Your address belongs to no person on record.',
      'already-linked': 'This address is already linked to another account.',
    },
  },
  sessions: {
    title: 'My sessions',
    lede: 'A session closes by itself after two hours without activity, and after twelve hours at the latest.',
    since: 'Opened on',
    seen: 'Last activity',
    by: 'Through',
    end: 'Close',
    current: 'This one',
    endOne: (moment) => `Close that of ${moment}`,
    everywhere: 'Sign me out everywhere',
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
