import { textsOf } from '../../domain/features/declaration.ts';
import { plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';

/** Requests of people to the DANE about their own data. */
const dataRequestTexts = {
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

/** The message of a newcomer's request for correction, in the language of the office that reads it. */
export function nameCorrectionText(proved: string, declared: string): string {
  return `À ma première connexion, j’ai saisi un autre nom que celui de mon compte. Nom transmis par le compte, et enregistré : ${proved}. Nom que j’ai saisi : ${declared}.`;
}

/** Said on the page that follows an act. */
const dataRequestDoneTexts = (office: string) => ({
  'data-request-settled': 'La demande a reçu sa réponse.',
  'data-request-made': `Votre demande est transmise à la ${office}. Sa réponse s’affichera ici.`,
});

/** The names of its tables in an export. */
const dataRequestTableTexts = {
  data_request: 'Demandes sur mes données',
};

/** Requests of people to the DANE about their own data. */
const dataRequestTextsEn: typeof dataRequestTexts = {
  title: 'Requests about data',
  lede: 'A person asks for a correction or an erasure. Do what is needed, then answer: they will read it in their space. You have one month.',
  none: 'No request waits for an answer.',
  kinds: { rectification: 'Correction', erasure: 'Erasure' },
  made: (moment) => `Asked on ${moment}`,
  record: 'Open their record',
  answer: 'Your answer',
  retentionTitle: 'Retention',
  retention: (day, people) =>
    people === 0
      ? `The facts of a person are erased five school years after the last one. On ${day}, this concerns nobody.`
      : `The facts of a person are erased five school years after the last one. On ${day}, this concerns ${people === 1 ? 'one person' : `${people} people`}. Their badges stay.`,
  send: 'Answer and close',
};

/** Said on the page that follows an act. */
const dataRequestDoneTextsEn = (office: string): ReturnType<typeof dataRequestDoneTexts> => ({
  'data-request-settled': 'The request has its answer.',
  'data-request-made': `Your request has gone to the ${office}. Its answer will appear here.`,
});

/** The names of its tables in an export. */
const dataRequestTableTextsEn: typeof dataRequestTableTexts = {
  data_request: 'Requests about my data',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: dataRequestTexts,
    done: dataRequestDoneTexts(office),
    tables: dataRequestTableTexts,
    history: {
      'data-request-made': 'Demande sur des données',
      'data-request-settled': 'Demande sur des données réglée',
    },
    menu: { dane: { requests: 'Demandes sur les données' } },
  }),
  en: (office) => ({
    page: dataRequestTextsEn,
    done: dataRequestDoneTextsEn(office),
    tables: dataRequestTableTextsEn,
    history: {
      'data-request-made': 'Request about data',
      'data-request-settled': 'Request about data settled',
    },
    menu: { dane: { requests: 'Requests about data' } },
  }),
});
