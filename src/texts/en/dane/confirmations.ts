import type { daneConfirmationTexts as fr } from '../../fr/dane/confirmations.ts';

/** Confirmation requests that wait for the DANE, from declarations and from campaigns. */
export const daneConfirmationTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'Requests to confirm on documents',
  lede: 'The principal has not answered for 30 days, or declared the engagement. You may confirm yourself, on documents.',
  none: 'No request waits for your decision.',
  byHead: `declared by the head of the school: only the ${office} can answer`,
  settle: 'Settle the double holder',
  unreachable: 'Schools where nobody is told',
  unreachableText:
    'Requests wait there, and no principal is known with an address. Add them; until then the requests come to you after 30 days.',
  addHead: 'Add the principal',
  documentsLink: 'Engagements confirmed on documents outside a campaign',
  documentsNone: 'No engagement was confirmed on documents outside a campaign yet.',
  campaigns: 'Campaigns',
  one: (name) => `The engagement of ${name}`,
  confirmOne: 'Confirm this engagement on documents',
  renewOne: 'Renew this engagement on documents',
  renewLede:
    'This engagement goes on, but nobody has confirmed it this year. You can renew it where the school has no known head, or where its head has not answered for 30 days. The engagement stays the same, with any reservation.',
  back: 'All requests',
  link: 'Every request to confirm on documents, with or without a campaign',
});
