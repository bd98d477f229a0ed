import { textsOf } from '../../domain/features/declaration.ts';
import type { feature } from './feature.ts';

/** Badges in a digital wallet. */
const walletTexts = {
  /** How a wallet names what it takes. */
  badge: 'Badge numérique de l’engagement',
  title: 'Mettre ce badge dans mon portefeuille numérique',
  lede: (badge: string) => `« ${badge} » peut aussi se garder dans une application de votre téléphone.`,
  what: 'Qu’est-ce qu’un portefeuille numérique ?',
  whatText:
    'C’est une application qui garde des attestations signées et les montre quand vous le décidez, sans passer par ce site. Sans elle, rien ne vous manque : le fichier du badge et son adresse suffisent.',
  prepare: 'Préparer le code',
  again: 'Préparer un autre code',
  changes:
    'Le badge sera signé à nouveau pour votre portefeuille. Un identifiant de sa clé y figurera, et on le lira aussi dans le badge publié. L’adresse du badge et sa vérification restent les mêmes.',
  askPin: 'Demander aussi un code à six chiffres',
  askPinText:
    'Utile si quelqu’un peut photographier votre écran. Toutes les applications ne savent pas le demander.',
  make: 'Préparer le code QR',
  waits: 'Votre badge attend votre portefeuille',
  scan: 'Lisez ce code avec votre application de portefeuille.',
  qrAlt: 'Code QR à lire avec un portefeuille numérique',
  open: 'Ouvrir mon portefeuille sur cet appareil',
  pin: 'Dans l’application, saisissez le code',
  until: (moment: string) => `Le code sert une fois, jusqu’au ${moment}.`,
  lost: 'Le code a été montré dans une autre page, ou votre portefeuille l’a déjà lu. Vous pouvez en préparer un autre.',
  withdraw: 'Retirer cette proposition',
  taken: (moment: string) => `Pris dans un portefeuille le ${moment}.`,
  leave: 'Délier le badge de ce portefeuille',
  leaveText:
    'Le badge sera signé à nouveau, sans la clé du portefeuille. La copie qui s’y trouve n’est pas effacée : elle n’est plus à jour.',
  notOpen: 'Seul un badge accepté, visible et encore valable peut être mis dans un portefeuille.',
  link: 'Mettre dans mon portefeuille numérique',
  takeTitle: 'Un badge attend votre portefeuille',
  takeLede: 'Ce code sert une fois, à la personne qui l’a préparé.',
};

/** Said on the page that follows an act. */
const walletDoneTexts = {
  'wallet-offer-withdrawn': 'La proposition est retirée : le code ne sert plus.',
  'wallet-left': 'Le badge est délié du portefeuille.',
};

/** The names of its tables in an export. */
const walletTableTexts = {
  wallet_offer: 'Portefeuilles numériques',
};

/** Badges in a digital wallet. */
const walletTextsEn: typeof walletTexts = {
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
const walletDoneTextsEn: typeof walletDoneTexts = {
  'wallet-offer-withdrawn': 'The offer is withdrawn: the code no longer serves.',
  'wallet-left': 'The badge is untied from the wallet.',
};

/** The names of its tables in an export. */
const walletTableTextsEn: typeof walletTableTexts = {
  wallet_offer: 'Digital wallets',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: walletTexts,
    done: walletDoneTexts,
    tables: walletTableTexts,
    history: {
      'wallet-offered': 'Badge proposé à un portefeuille numérique',
      'wallet-offer-withdrawn': 'Proposition à un portefeuille retirée',
      'wallet-taken': 'Badge mis dans un portefeuille numérique',
      'wallet-left': 'Badge délié de son portefeuille',
    },
  }),
  en: () => ({
    page: walletTextsEn,
    done: walletDoneTextsEn,
    tables: walletTableTextsEn,
    history: {
      'wallet-offered': 'Badge offered to a digital wallet',
      'wallet-offer-withdrawn': 'Offer to a wallet withdrawn',
      'wallet-taken': 'Badge put into a digital wallet',
      'wallet-left': 'Badge untied from its wallet',
    },
  }),
});
