/** Badges in a digital wallet. */
export const walletTexts = {
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
export const walletDoneTexts = {
  'wallet-offer-withdrawn': 'La proposition est retirée : le code ne sert plus.',
  'wallet-left': 'Le badge est délié du portefeuille.',
};

/** The names of its tables in an export. */
export const walletTableTexts = {
  wallet_offer: 'Portefeuilles numériques',
};
