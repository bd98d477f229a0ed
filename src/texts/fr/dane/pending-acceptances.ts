import { count } from '../grammar/page-phrases.ts';

/** The badges that wait for their holders, and the reminder. */
export const danePendingAcceptanceTexts = {
  title: 'Les badges sans réponse',
  figure: (late: number): string =>
    late === 1
      ? 'badge dont le titulaire n’a jamais répondu'
      : 'badges dont les titulaires n’ont jamais répondu',
  lede: (total: number) =>
    total === 0
      ? 'Aucun badge n’attend la réponse de son titulaire.'
      : `${count(total, 'badge attend la réponse de son', 'badges attendent la réponse de leur')} titulaire, qui accepte ou refuse.`,
  late: (late: number) => `Jamais répondu, passé le délai : ${count(late, 'badge', 'badges')}.`,
  never: 'Le service ne relance personne de lui-même.',
  after: (days: number) => `Le service relance chaque titulaire une fois, ${days} jours après la signature.`,
  toSettings: 'Régler ce délai',
  holder: 'Titulaire',
  badge: 'Badge',
  awardedOn: 'Attribué le',
  reminded: 'Relance',
  noMailer: 'Ce service n’envoie pas de courriels.',
  notYet: 'pas encore',
  notReached: 'aucun courriel : pas d’adresse, ou pas voulu',
  act: 'Relancer',
  remind: 'Relancer maintenant',
  remindOne: (holder: string) => `Relancer maintenant : ${holder}`,
  setting: {
    title: 'Relancer qui n’a pas répondu',
    help: 'Un badge signé attend que son titulaire l’accepte ou le refuse. Passé ce délai, le service le relance par courriel, une seule fois. Ceux qui attendent déjà depuis plus longtemps sont relancés aussi ; qui ne veut pas de ces courriels n’en reçoit pas.',
    days: 'Relancer après',
    never: 'Jamais',
    afterDays: (days: number) => `${days} jours`,
    save: 'Enregistrer ce délai',
    link: 'Voir les badges sans réponse',
  },
};
