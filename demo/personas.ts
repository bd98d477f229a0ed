import type { Bilingual } from '../src/domain/engagement/mission.ts';
import type { Profile } from '../src/domain/records.ts';
import { type FullName, toEmail } from './names.ts';

/** A person of the demonstration whose pages are worth seeing. */
export interface DemoPersona {
  readonly email: string;
  /** The profile with which this person uses the service. */
  readonly kind: Profile;
  readonly what: Bilingual;
}

interface Character extends FullName {
  readonly kind: Profile;
  readonly what: Bilingual;
}

/** Named people, by their part: an archetype, `group#member`, `principal:archetype` or `dane#n`. The first
 *  person who lives an archetype gets the name. */
export const PERSONAS: Readonly<Record<string, Character>> = {
  guide: {
    givenName: 'Hélène',
    familyName: 'Marceau',
    kind: 'rupn',
    what: {
      fr: 'Six années, cinq familles, 36 h de formation : remplit les critères de RUPN passeur·se.',
      en: 'Six years, five families, 36 h of training: meets the criteria of RUPN guide.',
    },
  },
  established: {
    givenName: 'Karim',
    familyName: 'Delorme',
    kind: 'rupn',
    what: {
      fr: 'Quatre années dans le même établissement : remplit les critères de RUPN confirmé·e.',
      en: 'Four years at the same school: meets the criteria of Established RUPN.',
    },
  },
  hoursShort: {
    givenName: 'Claire',
    familyName: 'Aubertin',
    kind: 'rupn',
    what: {
      fr: 'Il lui manque 2 h de formation pour RUPN confirmé·e, et rien d’autre.',
      en: 'Lacks 2 h of training for Established RUPN, and nothing else.',
    },
  },
  interrupted: {
    givenName: 'Sylvain',
    familyName: 'Couturier',
    kind: 'rupn',
    what: {
      fr: 'Deux années, deux ans d’arrêt, deux années : l’interruption n’efface rien.',
      en: 'Two years, a gap of two, two years: an interruption erases nothing.',
    },
  },
  moved: {
    givenName: 'Nadia',
    familyName: 'Lagrange',
    kind: 'rupn',
    what: {
      fr: 'A changé d’établissement un 1er février : 153 + 150 jours font une année entière.',
      en: 'Changed schools on 1 February: 153 + 150 days make a whole year.',
    },
  },
  guideHoursExpired: {
    givenName: 'Régis',
    familyName: 'Verdier',
    kind: 'rupn',
    what: {
      fr: 'Des formations de 2021-22 ont expiré : il lui manque 6 h pour RUPN passeur·se.',
      en: 'Trainings of more than five years ago have expired: 6 h are missing for RUPN guide.',
    },
  },
  communicator: {
    givenName: 'Solène',
    familyName: 'Truchot',
    kind: 'rupn',
    what: {
      fr: 'Contact de la DANE, deux projets valorisés : remplit les critères de Communicant·e numérique.',
      en: 'Contact of the DANE, two projects shown: meets the criteria of Digital communicator.',
    },
  },
  lateStart: {
    givenName: 'Théo',
    familyName: 'Gauthey',
    kind: 'rupn',
    what: {
      fr: 'A commencé le 5 janvier 2026 : une demi-année en 2025-26, l’autre est en cours.',
      en: 'Began on a 5 January: half a year last year, the other half is under way.',
    },
  },
  contested: {
    givenName: 'Mireille',
    familyName: 'Sauvageot',
    kind: 'rupn',
    what: {
      fr: 'Son engagement est contesté : aucun jour ne compte.',
      en: 'The engagement is contested: no day counts.',
    },
  },
  becameAgent: {
    givenName: 'Odile',
    familyName: 'Richardot',
    kind: 'dane',
    what: {
      fr: 'Agente de la DANE et ancienne RUPN : ne décide jamais pour elle-même.',
      en: 'A DANE agent and former RUPN: never decides for herself.',
    },
  },
  'dane#0': {
    givenName: 'Pascal',
    familyName: 'Vuillemin',
    kind: 'dane',
    what: {
      fr: 'Agent de la DANE : décide des badges proposés et tient les fichiers.',
      en: 'DANE agent: decides on the badges proposed and keeps the files.',
    },
  },
  'principal:teamAhead': {
    givenName: 'Véronique',
    familyName: 'Chambard',
    kind: 'principal',
    what: {
      fr: 'Cheffe d’un établissement dont l’équipe est complète : son badge d’équipe de l’an dernier attend sa réponse.',
      en: 'Head of a school with a complete team: its team badge of last year waits for her answer.',
    },
  },
  'principal:contactClash': {
    givenName: 'Denis',
    familyName: 'Philibert',
    kind: 'principal',
    what: {
      fr: 'Deux enseignants veulent être le contact de la DANE : à départager avant de confirmer.',
      en: 'Two teachers want to be the contact of the DANE: to settle before confirming.',
    },
  },
  'principal:askedBeforeSecondReminder': {
    givenName: 'Joëlle',
    familyName: 'Simonnot',
    kind: 'principal',
    what: {
      fr: 'Une demande attend sa réponse depuis plus de trente jours.',
      en: 'A request has waited for an answer for more than thirty days.',
    },
  },
  'principal:teamWithoutMeeting': {
    givenName: 'Fabrice',
    familyName: 'Noirot',
    kind: 'principal',
    what: {
      fr: 'Il ne manque à son équipe que la rencontre annuelle dans l’établissement.',
      en: 'The team lacks only the annual meeting in the school.',
    },
  },
  deputy: {
    givenName: 'Aurélie',
    familyName: 'Bressan',
    kind: 'principal',
    what: {
      fr: 'Adjointe : le ministère la dit « DIR » comme la cheffe. Ne voit rien avant de déclarer qu’elle dirige.',
      en: 'A deputy, whom the ministry calls “DIR” like the head. Sees nothing before declaring to be the head.',
    },
  },
};

/** The people whose pages are worth seeing, for the home page and the sign-in of the demonstration. */
export const demoPersonas: readonly DemoPersona[] = Object.values(PERSONAS).map(
  ({ kind, what, ...name }) => ({
    email: toEmail(name),
    kind,
    what,
  }),
);
