import { toDay as toDayEn } from '../../texts/en/grammar/day.ts';
import { toDay } from '../../texts/fr/grammar/day.ts';
import { atSchool } from '../../texts/fr/grammar/school-name.ts';

/** Missions that a principal proposes: who proposes them, and where. */
interface ProposedMissions {
  readonly by: string | undefined;
  readonly place: string;
  readonly from: string;
  readonly to: string | undefined;
}

/** Mails about missions that a principal proposes. */
export const missionMailTexts = () => ({
  subject: 'Une mission vous est proposée',
  proposed: ({ by, place, from, to }: ProposedMissions) =>
    `${by === undefined ? 'Votre chef d’établissement' : `${by}, qui dirige votre établissement,`} vous propose, ${to === undefined ? `à partir du ${toDay(from) ?? from}` : `du ${toDay(from) ?? from} au ${toDay(to) ?? to}`}, ${atSchool(place)} :`,
  words: 'Son mot :',
  choice:
    'Vous êtes libre d’accepter ou de décliner, sans motif. Si vous acceptez, votre engagement est enregistré et confirmé aussitôt.',
  open: 'Lire et répondre',
  answeredSubject: 'Une réponse à votre proposition de mission',
  accepted: (school: string, from: string) =>
    `La personne à qui vous aviez proposé ces missions les accepte (${school}). Son engagement est enregistré et confirmé à partir du ${toDay(from) ?? from} :`,
  declined: (school: string) =>
    `La personne à qui vous aviez proposé ces missions les décline (${school}). Rien n’est enregistré :`,
  see: 'Voir les missions proposées',
});

const onDay = (day: string) => toDayEn(day) ?? day;

/** Mails about missions that a principal proposes. */
export const missionMailTextsEn = (): ReturnType<typeof missionMailTexts> => ({
  subject: 'A mission is proposed to you',
  proposed: ({ by, place, from, to }) =>
    `${by === undefined ? 'Your principal' : `${by}, who heads your school,`} proposes to you, ${to === undefined ? `from ${onDay(from)} on` : `from ${onDay(from)} to ${onDay(to)}`}, at ${place}:`,
  words: 'In their words:',
  choice:
    'You are free to accept or to decline, without a reason. If you accept, your engagement is recorded and confirmed at once.',
  open: 'Read and answer',
  answeredSubject: 'An answer to your proposal of a mission',
  accepted: (school, from) =>
    `The person to whom you had proposed these missions accepts them (${school}). Their engagement is recorded and confirmed from ${onDay(from)} on:`,
  declined: (school) =>
    `The person to whom you had proposed these missions declines them (${school}). Nothing is recorded:`,
  see: 'See the proposed missions',
});
