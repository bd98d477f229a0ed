import { plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { SupportKind, SupportState } from './feature.ts';

/** The kinds of support, on pages and in mails. */
export const supportKindTexts: Readonly<Record<SupportKind, string>> = {
  'local-authority': 'Relation avec la collectivité',
  technical: 'Accompagnement technique (serveurs)',
  proximity: 'Accompagnement de proximité',
  'local-training': 'Formation d’initiative locale (FIL)',
};

/** What people ask the office, and its answers: the asker's pages, the school's and the office's. */
export const supportTexts = (office: string) => ({
  title: `Demander à la ${office}`,
  lede: `La ${office} aide les référents et les chefs d’établissement. Vous demandez ici, elle répond ici ; un courriel vous prévient.`,
  ask: 'Demander un accompagnement',
  kinds: supportKindTexts,
  kindHelps: {
    'local-authority': 'Équipement, réseau, actions autorisées, prestataires : parler avec la collectivité.',
    technical: 'AMON, IACA, KoXo… : une mission sur un serveur vous bloque.',
    proximity: 'Un projet mené avec la collectivité, à suivre de près.',
    'local-training': 'Une formation pour votre équipe, dans votre établissement.',
  } satisfies Readonly<Record<SupportKind, string>>,
  states: {
    open: 'Attend une réponse',
    planned: 'Rendez-vous prévu',
    answered: 'Répondue',
    closed: 'Close',
    withdrawn: 'Retirée',
  } satisfies Readonly<Record<SupportState, string>>,
  plannedOn: (day: string) => `Prévu le ${day}`,
  list: 'Mes demandes',
  none: 'Vous n’avez encore rien demandé.',
  columns: {
    title: 'Objet',
    kind: 'Nature',
    school: 'Établissement',
    by: 'Demandé par',
    since: 'Demandé le',
    state: 'État',
  },
  someone: 'une personne qui n’est plus enregistrée',
  form: {
    heading: 'Demander un accompagnement',
    kind: 'De quoi s’agit-il ?',
    uai: 'Pour quel établissement ?',
    title: 'Objet',
    titleHelp: 'Quelques mots. Votre chef d’établissement voit l’objet et l’état de la demande.',
    text: 'Votre demande',
    textHelp:
      'Ce qui se passe, ce que vous avez essayé, ce qu’il vous faut. Aucun mot de passe, aucun nom d’élève.',
    send: 'Envoyer la demande',
    noSchool: `Le service ne vous connaît encore aucun établissement. Déclarez d’abord votre engagement : la ${office} saura d’où vient la demande.`,
    declare: 'Déclarer un engagement',
  },
  one: {
    asked: (kind: string, school: string) => `${kind} · ${school}`,
    words: 'Échanges',
    you: 'Vous',
    office: (name: string) => `${name}, ${office}`,
    said: (name: string, moment: string) => `${name}, le ${moment}`,
    add: 'Ajouter un mot',
    addHelp: `La ${office} est prévenue, et la demande attend de nouveau sa réponse.`,
    send: 'Envoyer',
    end: { withdraw: 'Retirer la demande', close: 'Clore la demande' },
    endText: {
      withdraw: 'Vous n’en avez plus besoin ? Retirez-la.',
      close: 'C’est réglé ? Vous pouvez clore la demande ; un mot de plus la rouvrira.',
    },
    closed: 'Cette demande est close. Un mot de plus la rouvre.',
    withdrawn: 'Cette demande est retirée. Vous pouvez en faire une autre.',
    back: 'Toutes mes demandes',
  },
  school: {
    title: `Demandes à la ${office}`,
    lede: `Ce que l’établissement demande à la ${office}, et où cela en est. Le texte reste entre la personne qui demande et la ${office}.`,
    none: 'Aucune demande n’a été faite pour cet établissement.',
    own: 'Lire et compléter',
    waiting: (many: number): string =>
      plural(
        many,
        `Une demande de l’établissement attend la réponse de la ${office}.`,
        `${many} demandes de l’établissement attendent la réponse de la ${office}.`,
      ),
  },
  dane: {
    title: 'Demandes d’accompagnement',
    lede: 'Celles qui attendent une réponse d’abord, la plus ancienne en tête.',
    none: 'Personne n’a encore rien demandé. Référents et chefs d’établissement demandent depuis leur espace : chaque demande s’affiche ici, et un courriel vous prévient.',
    noneFound: 'Aucune demande ne correspond. Élargissez la recherche.',
    text: 'Personne, établissement ou commune',
    kind: 'Nature',
    state: 'État',
    record: 'Voir la fiche',
    answer: 'Votre réponse',
    answerHelp: 'Elle s’affiche dans l’espace de la personne, qui reçoit un courriel.',
    planned: 'Prévu le',
    plannedHelp: 'Si vous fixez un jour : une visite, un appel, une formation.',
    send: 'Répondre',
    sendAndClose: 'Répondre et clore',
    close: 'Clore sans un mot',
    closeText: 'La demande est réglée autrement ?',
    back: 'Toutes les demandes',
    settled: 'Cette demande est retirée : il n’y a plus rien à répondre.',
  },
});

/** Said on the page that follows an act. */
export const supportDoneTexts = (office: string) => ({
  'support-asked': `Votre demande est envoyée. La ${office} y répondra ici, et un courriel vous préviendra.`,
  'support-answered': 'Votre mot est envoyé.',
  'support-closed': 'La demande est close.',
  'support-withdrawn': 'La demande est retirée.',
});

/** The names of its tables in an export. */
export const supportTableTexts = {
  support_request: 'Demandes d’accompagnement',
};
