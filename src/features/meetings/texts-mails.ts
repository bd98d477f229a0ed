import { toDay as toDayEn } from '../../texts/en/grammar/day.ts';
import { toDay } from '../../texts/fr/grammar/day.ts';
import type { MeetingState } from './feature.ts';

/** Mails about the yearly meeting in a school. */
export const meetingMailTexts = () => ({
  subjects: {
    asked: 'Rencontre annuelle : une demande',
    proposed: 'Rencontre annuelle : un jour est proposé',
    planned: 'Rencontre annuelle : le jour est fixé',
    held: 'Rencontre annuelle : le compte rendu est là',
    cancelled: 'Rencontre annuelle : elle est annulée',
  } satisfies Readonly<Record<MeetingState, string>>,
  of: (school: string) => `Il s’agit de la rencontre annuelle : ${school}.`,
  states: {
    asked: () => 'Elle est demandée. Le jour reste à fixer.',
    proposed: (day: string) =>
      `Le jour proposé : le ${toDay(day) ?? day}. Vous pouvez l’accepter, ou en proposer un autre.`,
    planned: (day: string) => `Elle est prévue le ${toDay(day) ?? day}.`,
    held: (day: string) =>
      `Elle s’est tenue le ${toDay(day) ?? day}. Son compte rendu se lit sur le service.`,
    cancelled: () => 'Elle est annulée.',
  } satisfies Readonly<Record<MeetingState, (day: string) => string>>,
  open: 'Ouvrir la page de la rencontre',
});

const onDay = (day: string) => toDayEn(day) ?? day;

/** Mails about the yearly meeting in a school. */
export const meetingMailTextsEn = (): ReturnType<typeof meetingMailTexts> => ({
  subjects: {
    asked: 'Yearly meeting: a request',
    proposed: 'Yearly meeting: a day is proposed',
    planned: 'Yearly meeting: the day is fixed',
    held: 'Yearly meeting: the minutes are there',
    cancelled: 'Yearly meeting: it is cancelled',
  },
  of: (school) => `It is about the yearly meeting: ${school}.`,
  states: {
    asked: () => 'It is asked for. The day is still to be fixed.',
    proposed: (day) => `The proposed day: ${onDay(day)}. You can accept it, or propose another.`,
    planned: (day) => `It is planned for ${onDay(day)}.`,
    held: (day) => `It was held on ${onDay(day)}. Its minutes can be read on the service.`,
    cancelled: () => 'It is cancelled.',
  },
  open: 'Open the page of the meeting',
});
