import { textsOf } from '../../domain/features/declaration.ts';
import { plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature, MeetingState } from './feature.ts';
import { meetingMailTexts, meetingMailTextsEn } from './texts-mails.ts';

/** The title of the event that is recorded where a meeting was held. */
export const schoolMeetingTitle = (school: string) => `Rencontre annuelle dans l’établissement : ${school}`;

/** The yearly meeting of the office in a school: the principal's pages, and the office's. */
const schoolMeetingTexts = (office: string) => ({
  title: 'Rencontre annuelle',
  lede: `Une fois par an, la ${office} vient dans l’établissement et fait le point avec le chef d’établissement : projets menés, difficultés rencontrées, perspectives.`,
  list: 'Les rencontres',
  none: 'Aucune rencontre n’a encore été demandée.',
  ask: 'Demander la rencontre',
  waitsHere: {
    principal: `La ${office} vous propose un jour pour la rencontre annuelle.`,
    dane: 'À vous de fixer un jour, ou d’accepter celui qui est proposé.',
  },
  columns: { asked: 'Demande', school: 'Établissement', state: 'État', day: 'Jour' },
  states: {
    asked: 'Demandée',
    proposed: 'Jour proposé',
    planned: 'Prévue',
    held: 'Tenue',
    cancelled: 'Annulée',
  } satisfies Readonly<Record<MeetingState, string>>,
  askedOn: (day: string) => `Demandée le ${day}`,
  someone: 'une personne qui n’est plus enregistrée',
  askedBy: (name: string, day: string) => `Demandée par ${name} le ${day}.`,
  proposedBy: {
    principal: (day: string) => `Le chef d’établissement propose le ${day}.`,
    dane: (day: string) => `La ${office} propose le ${day}.`,
  },
  turnOf: {
    principal: 'C’est au chef d’établissement de répondre.',
    dane: `C’est à la ${office} de répondre.`,
  },
  plannedOn: (day: string) => `Prévue le ${day}.`,
  form: {
    uai: 'Établissement',
    day: 'Jour souhaité',
    dayHelp: 'Si vous en avez un. L’autre partie l’accepte, ou en propose un autre.',
    words: 'De quoi parler',
    wordsHelp: 'Une phrase ou deux.',
    send: 'Envoyer la demande',
  },
  day: {
    heading: 'Le jour',
    accept: (day: string) => `Accepter le ${day}`,
    other: 'Un autre jour',
    propose: 'Proposer ce jour',
    settle: 'Fixer ce jour',
  },
  cancel: 'Annuler la rencontre',
  cancelText: 'La rencontre n’aura pas lieu ? L’autre partie en est prévenue.',
  note: 'Noter que la rencontre a eu lieu',
  correct: 'Corriger le compte rendu',
  takeBack: 'Retirer le compte rendu',
  takeBackText:
    'Un compte rendu noté par erreur ? Le retirer l’efface, avec l’événement et les présences. La rencontre redevient « prévue ».',
  record: {
    title: 'Compte rendu de la rencontre',
    lede: {
      principal: `Les présences que vous notez valent feuille locale (preuve 1). La ${office} peut les compléter.`,
      dane: 'Les présences que vous notez valent liste de l’organisateur (preuve 3).',
    },
    day: 'Tenue le',
    projects: 'Projets menés',
    difficulties: 'Difficultés rencontrées',
    prospects: 'Perspectives',
    notesHelp:
      'Des faits sur l’établissement. Rien sur la santé ni sur un congé, aucun jugement sur une personne.',
    present: 'Référents présents',
    presentHelp: 'Ceux qui ont un engagement dans l’établissement. Cochez seulement qui était là.',
    nobody: 'Aucun référent n’a d’engagement en cours dans l’établissement.',
    closed: {
      undated: 'Cette rencontre se note quand son jour est fixé.',
      noted: `La ${office} a noté cette rencontre, et elle seule corrige ses notes.`,
      cancelled: 'Cette rencontre est annulée : il n’y a rien à noter.',
    },
    toMeeting: 'Voir la rencontre',
    save: 'Enregistrer le compte rendu',
  },
  held: {
    heading: 'Compte rendu',
    on: (day: string) => `Rencontre tenue le ${day}.`,
    by: {
      principal: (name: string, day: string) => `Noté par ${name}, pour l’établissement, le ${day}.`,
      dane: (name: string, day: string) => `Noté par ${name}, pour la ${office}, le ${day}.`,
    },
    present: 'Référents présents',
    nobody: 'Aucun référent noté.',
    empty: 'Rien de noté.',
    print: 'Cette page s’imprime telle quelle : le menu et les boutons restent à l’écran.',
    event: 'Voir l’événement',
  },
  back: 'Toutes les rencontres',
  dane: {
    title: 'Rencontres dans les établissements',
    of: (school: string) => `Rencontre annuelle : ${school}`,
    ledes: {
      open: 'Celles qui restent à tenir, la plus ancienne demande en tête.',
      held: 'Celles qui se sont tenues, avec leur compte rendu.',
      cancelled: 'Celles qui ont été annulées.',
    },
    which: 'Montrer',
    open: 'À tenir',
    none: {
      open: 'Aucune rencontre n’est à tenir. Demandez-en une ci-dessous.',
      held: 'Aucune rencontre n’est encore notée comme tenue.',
      cancelled: 'Aucune rencontre n’a été annulée.',
    },
    figure: (total: number): string =>
      plural(total, 'rencontre dont le jour est à fixer', 'rencontres dont le jour est à fixer'),
  },
});

/** Said on the page that follows an act. */
const schoolMeetingDoneTexts = {
  'meeting-asked': 'Votre demande de rencontre est envoyée.',
  'meeting-moved': 'Le jour est enregistré. L’autre partie en est prévenue.',
  'meeting-cancelled': 'La rencontre est annulée.',
  'meeting-held': 'Le compte rendu est enregistré.',
  'meeting-taken-back': 'Le compte rendu est retiré.',
};

/** The yearly meeting of the office in a school. */
const schoolMeetingTextsEn = (office: string): ReturnType<typeof schoolMeetingTexts> => ({
  title: 'Yearly meeting',
  lede: `Once a year the ${office} comes to the school and takes stock with the principal: projects carried out, difficulties met, prospects.`,
  list: 'The meetings',
  none: 'No meeting was asked for yet.',
  ask: 'Ask for the meeting',
  waitsHere: {
    principal: `The ${office} proposes a day for the yearly meeting.`,
    dane: 'It is for you to set a day, or to accept the one that is proposed.',
  },
  columns: { asked: 'Request', school: 'School', state: 'State', day: 'Day' },
  states: {
    asked: 'Asked for',
    proposed: 'Day proposed',
    planned: 'Planned',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  askedOn: (day) => `Asked for on ${day}`,
  someone: 'somebody who is no longer on record',
  askedBy: (name, day) => `Asked for by ${name} on ${day}.`,
  proposedBy: {
    principal: (day) => `The principal proposes ${day}.`,
    dane: (day) => `The ${office} proposes ${day}.`,
  },
  turnOf: {
    principal: 'The principal is to answer.',
    dane: `The ${office} is to answer.`,
  },
  plannedOn: (day) => `Planned on ${day}.`,
  form: {
    uai: 'School',
    day: 'Day wished for',
    dayHelp: 'If you have one. The other side accepts it, or proposes another.',
    words: 'What to talk about',
    wordsHelp: 'A sentence or two.',
    send: 'Send the request',
  },
  day: {
    heading: 'The day',
    accept: (day) => `Accept ${day}`,
    other: 'Another day',
    propose: 'Propose this day',
    settle: 'Set this day',
  },
  cancel: 'Cancel the meeting',
  cancelText: 'The meeting will not take place? The other side is told.',
  note: 'Note that the meeting was held',
  correct: 'Correct the record',
  takeBack: 'Take the record back',
  takeBackText:
    'A record noted by mistake? Taking it back deletes it, with the event and the attendances. The meeting is “planned” again.',
  record: {
    title: 'Record of the meeting',
    lede: {
      principal: `The attendances that you note count as a local sheet (proof 1). The ${office} may complete them.`,
      dane: 'The attendances that you note count as the organiser’s list (proof 3).',
    },
    day: 'Held on',
    projects: 'Projects carried out',
    difficulties: 'Difficulties met',
    prospects: 'Prospects',
    notesHelp: 'Facts about the school. Nothing about health or leave, no judgment on a person.',
    present: 'RUPN who were there',
    presentHelp: 'Those with an engagement at the school. Tick only who was there.',
    nobody: 'No RUPN has an engagement under way at the school.',
    closed: {
      undated: 'This meeting is noted once its day is agreed.',
      noted: `The ${office} has noted this meeting, and it alone corrects its notes.`,
      cancelled: 'This meeting is cancelled: there is nothing to note.',
    },
    toMeeting: 'See the meeting',
    save: 'Save the record',
  },
  held: {
    heading: 'Record',
    on: (day) => `Meeting held on ${day}.`,
    by: {
      principal: (name, day) => `Noted by ${name}, for the school, on ${day}.`,
      dane: (name, day) => `Noted by ${name}, for the ${office}, on ${day}.`,
    },
    present: 'RUPN who were there',
    nobody: 'No RUPN noted.',
    empty: 'Nothing noted.',
    print: 'This page prints as it is: menu and buttons stay on the screen.',
    event: 'See the event',
  },
  back: 'All meetings',
  dane: {
    title: 'Meetings in schools',
    of: (school) => `Yearly meeting: ${school}`,
    ledes: {
      open: 'Those still to be held, the oldest request on top.',
      held: 'Those that were held, with their record.',
      cancelled: 'Those that were cancelled.',
    },
    which: 'Show',
    open: 'To be held',
    none: {
      open: 'No meeting is to be held. Ask for one below.',
      held: 'No meeting is noted as held yet.',
      cancelled: 'No meeting was cancelled.',
    },
    figure: (total) => pluralEn(total, 'meeting whose day is to be set', 'meetings whose day is to be set'),
  },
});

/** Said on the page that follows an act. */
const schoolMeetingDoneTextsEn: typeof schoolMeetingDoneTexts = {
  'meeting-asked': 'Your request for a meeting is sent.',
  'meeting-moved': 'The day is recorded. The other side is told.',
  'meeting-cancelled': 'The meeting is cancelled.',
  'meeting-held': 'The record is saved.',
  'meeting-taken-back': 'The record is taken back.',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: schoolMeetingTexts(office),
    done: schoolMeetingDoneTexts,
    audit: {
      'meeting-asked': 'Rencontre demandée',
      'meeting-moved': 'Rencontre déplacée',
      'meeting-cancelled': 'Rencontre annulée',
      'meeting-held': 'Rencontre tenue',
      'meeting-corrected': 'Compte rendu de rencontre corrigé',
      'meeting-taken-back': 'Compte rendu de rencontre repris',
    },
    mails: { meeting: meetingMailTexts() },
    errors: {
      'meeting-waits': () =>
        'Une rencontre est déjà demandée ou prévue dans cet établissement. Ouvrez-la, ou annulez-la d’abord.',
      'meeting-settled': () =>
        'Cette rencontre n’attend plus : elle a été tenue, annulée, ou changée entre-temps.',
      'meeting-not-engaged': () =>
        'Une personne cochée n’avait pas d’engagement dans l’établissement ce jour-là. Décochez-la, ou corrigez le jour.',
    },
    menu: { dane: { meetings: 'Rencontres' }, school: { meetings: 'Rencontre annuelle' } },
  }),
  en: (office) => ({
    page: schoolMeetingTextsEn(office),
    done: schoolMeetingDoneTextsEn,
    audit: {
      'meeting-asked': 'Meeting asked for',
      'meeting-moved': 'Meeting moved',
      'meeting-cancelled': 'Meeting cancelled',
      'meeting-held': 'Meeting held',
      'meeting-corrected': 'Minutes of a meeting corrected',
      'meeting-taken-back': 'Minutes of a meeting taken back',
    },
    mails: { meeting: meetingMailTextsEn() },
    errors: {
      'meeting-waits': () =>
        'A meeting is asked for or planned in this school already. Open it, or cancel it first.',
      'meeting-settled': () =>
        'This meeting no longer waits: it was held, cancelled, or changed in the meantime.',
      'meeting-not-engaged': () =>
        'Somebody ticked had no engagement at the school on that day. Untick them, or correct the day.',
    },
    menu: { dane: { meetings: 'Meetings' }, school: { meetings: 'Yearly meeting' } },
  }),
});
