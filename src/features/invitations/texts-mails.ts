import { toDay as toDayEn } from '../../texts/en/grammar/day.ts';
import { toDay, toHour } from '../../texts/fr/grammar/day.ts';

/** Mails about an invitation to an event. */
export const invitationMailTexts = (office: string) => ({
  invited: (event: string, from: string, to: string) =>
    `La ${office} vous invite : « ${event} », ${
      from === to ? `le ${toDay(from) ?? from}` : `du ${toDay(from) ?? from} au ${toDay(to) ?? to}`
    }.`,
  place: (place: string) => `Lieu : ${place}.`,
  times: (from: string, to: string) => `De ${toHour(from)} à ${toHour(to)}.`,
  link: 'La classe virtuelle',
  calendar: 'L’ajouter à mon agenda',
  answer: 'Dites si vous venez. Vous pouvez changer de réponse jusqu’à ce jour-là.',
  open: 'Répondre à l’invitation',
  subject: (event: string, day: string) => `Invitation : ${event}, le ${toDay(day) ?? day}`,
  reminderSubject: (event: string, day: string) =>
    `Rappel, votre réponse est attendue : ${event}, le ${toDay(day) ?? day}`,
  cancelledSubject: (event: string) => `Invitation annulée : ${event}`,
  cancelled: (event: string, day: string) =>
    `L’invitation à « ${event} », le ${toDay(day) ?? day}, est annulée. Vous n’avez rien à faire.`,
});

const onDay = (day: string) => toDayEn(day) ?? day;

/** Mails about an invitation to an event. */
export const invitationMailTextsEn = (office: string): ReturnType<typeof invitationMailTexts> => ({
  invited: (event, from, to) =>
    `The ${office} invites you: “${event}”, ${from === to ? `on ${onDay(from)}` : `from ${onDay(from)} to ${onDay(to)}`}.`,
  place: (place) => `Place: ${place}.`,
  times: (from, to) => `From ${from} to ${to}.`,
  link: 'The virtual class',
  calendar: 'Add it to my calendar',
  answer: 'Say whether you come. You can change your answer until that day.',
  open: 'Answer the invitation',
  subject: (event, day) => `Invitation: ${event}, on ${onDay(day)}`,
  reminderSubject: (event, day) => `Reminder, your answer is awaited: ${event}, on ${onDay(day)}`,
  cancelledSubject: (event) => `Invitation cancelled: ${event}`,
  cancelled: (event, day) =>
    `The invitation to “${event}”, on ${onDay(day)}, is cancelled. You have nothing to do.`,
});
