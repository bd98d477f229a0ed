import { mailTo } from '../../about.ts';
import type { closedTexts as french } from '../../fr/account/closed.ts';

/** The words of a copy that outlives the service. */
export const closedTexts = {
  notice: (day) => `This service is closed; a badge can still be verified. This page is a copy of ${day}.`,
  how: 'How to verify a badge',
  checkedOn: (day) => `verified on ${day}`,
  title: 'Verify a badge',
  description: 'This service is closed: what of its badges can still be verified, and how.',
  lede: (day) =>
    `This service is closed; a badge can still be verified, with any verifier. These pages are a copy of ${day}.`,
  verifyLede:
    'Any verifier of Open Badges 3.0 can tell whether a badge from here is authentic. Here is how, and how far it goes.',
  sections: (day) => [
    {
      title: 'What can still be verified',
      list: [
        'the signature: any change of a badge shows;',
        'the issuer’s keys: they stay published at their address;',
        `the status: revoked or not, as it was on ${day}. Nothing can be revoked since;`,
        'the dates: your verifier compares them with today’s. A badge may have ended since the copy.',
      ],
      links: [
        { href: '/issuer', label: 'Who issued these badges, and its keys' },
        { href: '/.well-known/did.json', label: 'The keys, for a program' },
      ],
    },
    {
      title: 'How to verify',
      list: [
        'Open the badge’s page: it says what was verified, and on which day.',
        'To verify it yourself, take its JSON file there, or the image or the PDF that contains it.',
        'Give this file to a verifier of Open Badges 3.0. It reads the keys and the status of the badge at this address by itself.',
        'On your own machine, the free software Jalon does it too: jalon verify FILE.',
      ],
      links: [{ href: 'https://verifierplus.org/', label: 'VerifierPlus, an online verifier' }],
    },
    {
      title: 'What no longer exists',
      text: [
        'Nobody signs in, nothing is sent here, no badge is issued, changed or withdrawn. Only the badges that their holders had made public are copied.',
      ],
    },
  ],
  rights: (dpo) => ({
    title: 'Your rights',
    text: [
      'This service is closed: nobody signs in any more. To read your data, have it corrected or erased, or have the page of a badge removed from this copy, write to the data protection officer.',
      'Without a satisfying answer, you may turn to the CNIL, the French data protection authority.',
    ],
    links: [
      mailTo(dpo),
      { href: 'https://www.cnil.fr/fr/plaintes', label: 'Lodge a complaint with the CNIL (in French)' },
    ],
  }),
  privacyLede: (day) =>
    `What the service recorded before it closed. These pages, copied on ${day}, record nothing and set no cookie.`,
} satisfies typeof french;
