import type { PageTexts } from '../../texts/fr/pages.ts';
import type { walletDoneTexts as doneTexts, walletTableTexts as tableTexts } from './texts-fr.ts';

/** Badges in a digital wallet. */
export const walletTexts: PageTexts['wallet'] = {
  badge: 'Digital badge of an engagement',
  title: 'Put this badge into my digital wallet',
  lede: (badge) => `“${badge}” can also be kept in an application of your telephone.`,
  what: 'What is a digital wallet?',
  whatText:
    'An application that keeps signed statements and shows them when you decide so, without this site. You lack nothing without one: the file of the badge and its address are enough.',
  prepare: 'Prepare the code',
  again: 'Prepare another code',
  changes:
    'The badge will be signed again for your wallet. An identifier of its key will stand in it, and can be read in the published badge too. The address of the badge and its verification stay the same.',
  askPin: 'Ask for a code of six digits too',
  askPinText:
    'Useful where somebody may photograph your screen. Not every application knows how to ask for it.',
  make: 'Prepare the QR code',
  waits: 'Your badge waits for your wallet',
  scan: 'Read this code with your wallet application.',
  qrAlt: 'QR code to be read with a digital wallet',
  open: 'Open my wallet on this device',
  pin: 'In the application, type the code',
  until: (moment) => `The code serves once, until ${moment}.`,
  lost: 'The code was shown on another page, or your wallet has read it already. You can prepare another one.',
  withdraw: 'Withdraw this offer',
  taken: (moment) => `Taken into a wallet on ${moment}.`,
  leave: 'Untie the badge from this wallet',
  leaveText:
    'The badge will be signed again, without the key of the wallet. The copy in it is not deleted: it is no longer up to date.',
  notOpen: 'Only a badge that is accepted, visible and still valid can be put into a wallet.',
  link: 'Put into my digital wallet',
  takeTitle: 'A badge waits for your wallet',
  takeLede: 'This code serves once, for the person who prepared it.',
};

/** Said on the page that follows an act. */
export const walletDoneTexts: typeof doneTexts = {
  'wallet-offer-withdrawn': 'The offer is withdrawn: the code no longer serves.',
  'wallet-left': 'The badge is untied from the wallet.',
};

/** The names of its tables in an export. */
export const walletTableTexts: typeof tableTexts = {
  wallet_offer: 'Digital wallets',
};
