import { textsOf } from '../../domain/features/declaration.ts';
import { plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature, SupportKind, SupportState } from './feature.ts';
import { supportMailTexts, supportMailTextsEn } from './texts-mails.ts';

/** The kinds of support, on pages and in mails. */
const supportKindTexts: Readonly<Record<SupportKind, string>> = {
  'local-authority': 'Relation avec la collectivité',
  technical: 'Accompagnement technique (serveurs)',
  proximity: 'Accompagnement de proximité',
  'local-training': 'Formation d’initiative locale (FIL)',
};

/** What people ask the office, and its answers: the asker's pages, the school's and the office's. */
const supportTexts = (office: string) => ({
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
const supportDoneTexts = (office: string) => ({
  'support-asked': `Votre demande est envoyée. La ${office} y répondra ici, et un courriel vous préviendra.`,
  'support-answered': 'Votre mot est envoyé.',
  'support-closed': 'La demande est close.',
  'support-withdrawn': 'La demande est retirée.',
});

/** The names of its tables in an export. */
const supportTableTexts = {
  support_request: 'Demandes d’accompagnement',
};

/** What people ask the office, and its answers. */
const supportTextsEn = (office: string): ReturnType<typeof supportTexts> => ({
  title: `Ask the ${office}`,
  lede: `The ${office} helps RUPN and principals. You ask here, it answers here; a mail tells you.`,
  ask: 'Ask for support',
  kinds: {
    'local-authority': 'Relation with the local authority',
    technical: 'Technical support (servers)',
    proximity: 'Support on the spot',
    'local-training': 'Training on local initiative (FIL)',
  },
  kindHelps: {
    'local-authority':
      'Equipment, network, authorised actions, contractors: talking with the local authority.',
    technical: 'AMON, IACA, KoXo…: a mission on a server is stuck.',
    proximity: 'A project with the local authority that needs somebody near.',
    'local-training': 'A training for your team, in your school.',
  },
  states: {
    open: 'Waits for an answer',
    planned: 'A day is planned',
    answered: 'Answered',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  plannedOn: (day) => `Planned on ${day}`,
  list: 'My requests',
  none: 'You have not asked for anything yet.',
  columns: {
    title: 'Subject',
    kind: 'Kind',
    school: 'School',
    by: 'Asked by',
    since: 'Asked on',
    state: 'State',
  },
  someone: 'somebody who is no longer on record',
  form: {
    heading: 'Ask for support',
    kind: 'What is it about?',
    uai: 'For which school?',
    title: 'Subject',
    titleHelp: 'A few words. Your principal sees the subject and the state of the request.',
    text: 'Your request',
    textHelp: 'What happens, what you tried, what you need. No password, no pupil’s name.',
    send: 'Send the request',
    noSchool: `The service knows no school of yours yet. Declare your engagement first: the ${office} will know where the request comes from.`,
    declare: 'Declare an engagement',
  },
  one: {
    asked: (kind, school) => `${kind} · ${school}`,
    words: 'Exchange',
    you: 'You',
    office: (name) => `${name}, ${office}`,
    said: (name, moment) => `${name}, on ${moment}`,
    add: 'Add a word',
    addHelp: `The ${office} is told, and the request waits for its answer again.`,
    send: 'Send',
    end: { withdraw: 'Withdraw the request', close: 'Close the request' },
    endText: {
      withdraw: 'You no longer need it? Withdraw it.',
      close: 'It is settled? Close it. One more word opens it again.',
    },
    closed: 'This request is closed. One more word opens it again.',
    withdrawn: 'This request is withdrawn. You may make another one.',
    back: 'All my requests',
  },
  school: {
    title: `Requests to the ${office}`,
    lede: `What the school asks the ${office}, and where it stands. The text stays between the asker and the ${office}.`,
    none: 'No request was made for this school.',
    own: 'Read and add',
    waiting: (many) =>
      pluralEn(
        many,
        `A request of the school waits for the ${office}’s answer.`,
        `${many} requests of the school wait for the ${office}’s answer.`,
      ),
  },
  dane: {
    title: 'Requests for support',
    lede: 'Those that wait for an answer first, the oldest on top.',
    none: 'Nobody has asked for anything yet. RUPN and principals ask from their space: each request is shown here, and an e-mail tells you.',
    noneFound: 'No request matches. Widen the search.',
    text: 'Person, school or town',
    kind: 'Kind',
    state: 'State',
    record: 'See the record',
    answer: 'Your answer',
    answerHelp: 'It is shown in the person’s space, and a mail tells them.',
    planned: 'Planned on',
    plannedHelp: 'If you set a day: a visit, a call, a training.',
    send: 'Answer',
    sendAndClose: 'Answer and close',
    close: 'Close without a word',
    closeText: 'Is it settled in another way?',
    back: 'All requests',
    settled: 'This request is withdrawn: there is nothing left to answer.',
  },
});

/** Said on the page that follows an act. */
const supportDoneTextsEn = (office: string): ReturnType<typeof supportDoneTexts> => ({
  'support-asked': `Your request is sent. The ${office} will answer here, and a mail will tell you.`,
  'support-answered': 'Your word is sent.',
  'support-closed': 'The request is closed.',
  'support-withdrawn': 'The request is withdrawn.',
});

/** The names of its tables in an export. */
const supportTableTextsEn: typeof supportTableTexts = {
  support_request: 'Requests for support',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: supportTexts(office),
    done: supportDoneTexts(office),
    tables: supportTableTexts,
    history: {
      'support-asked': 'Accompagnement demandé',
      'support-answered': 'Demande d’accompagnement : un mot ajouté',
      'support-ended': 'Demande d’accompagnement close',
      'support-moved': 'Demande d’accompagnement suivie dans l’établissement qui reprend',
    },
    mails: { support: { kinds: supportKindTexts, ...supportMailTexts(office) } },
    errors: {
      'support-full': () =>
        'Vous avez atteint la limite : dix demandes ouvertes, quarante messages par demande. Terminez d’abord celles qui sont réglées.',
    },
    menu: {
      my: { support: `Demander à la ${office}` },
      dane: { support: 'Accompagnement' },
      school: { support: `Demandes à la ${office}` },
    },
  }),
  en: (office) => ({
    page: supportTextsEn(office),
    done: supportDoneTextsEn(office),
    tables: supportTableTextsEn,
    history: {
      'support-asked': 'Support asked for',
      'support-answered': 'Request for support: a word added',
      'support-ended': 'Request for support ended',
      'support-moved': 'Request for support moved to the school that takes over',
    },
    mails: { support: { kinds: supportTextsEn(office).kinds, ...supportMailTextsEn(office) } },
    errors: {
      'support-full': () =>
        'You have reached the limit: ten open requests, forty messages in each. Close what is settled, then try again.',
    },
    menu: {
      my: { support: `Ask the ${office}` },
      dane: { support: 'Support' },
      school: { support: `Requests to the ${office}` },
    },
  }),
});
