import { plural } from '../../texts/fr/grammar/page-phrases.ts';

/** Requests of people to the DANE about their own data. */
export const dataRequestTexts = {
  title: 'Demandes sur les données',
  lede: 'Une personne demande une correction ou un effacement. Faites ce qu’il faut, puis répondez : elle lira votre réponse dans son espace. Vous avez un mois.',
  none: 'Aucune demande n’attend de réponse.',
  kinds: { rectification: 'Correction', erasure: 'Effacement' },
  made: (moment: string) => `Demandé le ${moment}`,
  record: 'Ouvrir son dossier',
  answer: 'Votre réponse',
  send: 'Répondre et clore',
  retentionTitle: 'Conservation',
  retention: (day: string, people: number): string =>
    people === 0
      ? `Les faits d’une personne sont effacés cinq années scolaires après le dernier. Le ${day}, cela ne concerne personne.`
      : `Les faits d’une personne sont effacés cinq années scolaires après le dernier. Le ${day}, cela concerne ${plural(people, 'une personne', `${people} personnes`)}. Leurs badges restent.`,
};

/** Said on the page that follows an act. */
export const dataRequestDoneTexts = (office: string) => ({
  'data-request-settled': 'La demande a reçu sa réponse.',
  'data-request-made': `Votre demande est transmise à la ${office}. Sa réponse s’affichera ici.`,
});

/** The names of its tables in an export. */
export const dataRequestTableTexts = {
  data_request: 'Demandes sur mes données',
};
