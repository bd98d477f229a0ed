import { toDay as toDayEn } from '../../texts/en/grammar/day.ts';
import { toDay } from '../../texts/fr/grammar/day.ts';

/** Mails about a request for support. */
export const supportMailTexts = (office: string) => ({
  about: (kind: string, school: string) => `${kind} : ${school}.`,
  waits: `Une demande adressée à la ${office} attend une réponse.`,
  answer: 'Lire et répondre',
  answeredSubject: 'Une réponse à votre demande d’accompagnement',
  answered: `La ${office} a répondu à votre demande d’accompagnement.`,
  planned: (day: string) => `Le jour prévu : le ${toDay(day) ?? day}.`,
  closed: 'La demande est close. Si quelque chose manque, ajoutez un mot : elle se rouvrira.',
  open: 'Lire la réponse',
});

const onDay = (day: string) => toDayEn(day) ?? day;

/** Mails about a request for support. */
export const supportMailTextsEn = (office: string): ReturnType<typeof supportMailTexts> => ({
  about: (kind, school) => `${kind}: ${school}.`,
  waits: `A request to the ${office} waits for an answer.`,
  answer: 'Read and answer',
  answeredSubject: 'An answer to your request for support',
  answered: `The ${office} answered your request for support.`,
  planned: (day) => `The planned day: ${onDay(day)}.`,
  closed: 'The request is closed. If something is missing, add a word: it will open again.',
  open: 'Read the answer',
});
