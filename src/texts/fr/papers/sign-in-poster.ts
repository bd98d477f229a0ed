import { paperTexts } from './phrases.ts';

/** Words of the sign-in sheet of an event. */
export const posterTexts = {
  runningHead: 'Feuille de présence',
  title: (event: string) => `Feuille de présence : ${event}`,
  days: (from: string, to: string | undefined) =>
    to === undefined || to === from
      ? `Le ${paperTexts.day(from)}`
      : `Du ${paperTexts.day(from)} au ${paperTexts.day(to)}`,
  lead: 'Vous participez à cet événement : signalez votre présence.',
  caption: 'Scannez ce code avec votre téléphone, ou ouvrez cette adresse :',
  alternative: (address: string) => `Code QR de l’adresse ${address}`,
  note: 'Vous vous identifiez dans les 15 minutes, puis votre présence est enregistrée comme signée sur papier. Sans téléphone, signez la feuille de l’organisateur.',
};
