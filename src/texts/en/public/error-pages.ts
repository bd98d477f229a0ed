import type { errorPageTexts as french } from '../../fr/public/error-pages.ts';

/** The error pages: each says what happened, then how to go on. */
export const errorPageTexts = {
  kinds: {
    'bad-request': {
      title: 'This request could not be read',
      text: 'A field is missing or has not the expected form.',
      next: 'Go back, correct it and send it again.',
    },
    'signed-out': {
      title: 'You are no longer signed in',
      text: 'Your session closed before this arrived. Nothing was recorded.',
      next: 'Go back to copy what you had written, sign in, then send it again.',
    },
    'other-account': {
      title: 'You are signed in with another account',
      text: 'This form was opened with another account than the one signed in now. Nothing was recorded.',
      next: 'What was typed is kept for an hour in this browser, for the person who opened the form: they find it again by signing in.',
    },
    'not-allowed': {
      title: 'This page is not open to you',
      text: 'Your account gives no access to this page.',
      next: 'Sign in with another account, or write to the issuer.',
    },
    'not-found': {
      title: 'There is nothing at this address',
      text: 'This address does not exist, or what it names is not public. A badge is visible only if its holder wished so.',
      next: 'Check the address letter by letter. If a person gave you this link, ask them whether their badge is public.',
    },
    refused: {
      title: 'This could not be done',
      text: 'What you ask for does not go with what is recorded. Nothing has changed.',
      next: 'Go back to the page before, reload it, then try again.',
    },
    'method-not-allowed': {
      title: 'This address is not used that way',
      text: 'The page exists, but not for this kind of request.',
      next: 'Open it through a link rather than a form.',
    },
    gone: {
      title: 'This badge was erased',
      text: 'Its holder asked for their data to be erased. The badge is no longer valid, and this page will not come back.',
      next: 'If you hold a copy of this badge, verification will report it revoked.',
    },
    'record-gone': {
      title: 'This record has been withdrawn',
      text: 'The person who made it has withdrawn it. It is no longer valid, and this page will not come back.',
      next: 'If you have a copy of this record, verification will call it revoked. Ask the person for the address of their badges.',
    },
    'paper-not-found': {
      title: 'No document has this address',
      text: 'This service made no document at this address, or has erased it since.',
      next: 'Compare the address with the one on the paper, sign by sign. If it is right, nothing confirms this paper: ask the school it names for a current one.',
    },
    'key-gone': {
      title: 'This key was declared compromised',
      text: 'It signs nothing any more and is no longer published. The badges it signed must be signed again.',
      next: 'For a badge signed by this key, ask its holder for the new version.',
    },
    'too-large': {
      title: 'This file is too large',
      text: 'A badge fits in a few hundred kilobytes.',
      next: 'Send the badge alone, as you received it, rather than a photograph or an archive.',
    },
    'too-many': {
      title: 'Too many requests in a short time',
      text: 'The service protects its availability for everyone.',
      next: 'Wait a minute, then try again.',
    },
    unexpected: {
      title: 'The service met an error',
      text: 'It is ours. It was recorded, without personal data.',
      next: 'Try again in a moment. If it lasts, write to the issuer and quote the reference below.',
    },
    unavailable: {
      title: 'The service is briefly unavailable',
      text: 'Badges already issued stay valid.',
      next: 'Try again in a few minutes.',
    },
  },
  notFoundInside: {
    title: 'This page does not exist, or no longer',
    text: 'What it showed may have been withdrawn, deleted or dealt with meanwhile, in another tab or by somebody else.',
    next: 'Go back to your space: its lists are up to date. If you expected a badge, it is visible only if its holder wanted it to be.',
  },
  status: (status) => `Error ${status}`,
  requestId: 'Reference',
  home: 'Go to the home page',
  verify: 'Verify a badge',
} satisfies typeof french;
