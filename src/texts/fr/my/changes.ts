import type { EngagementChangeKind } from '../../../domain/engagement/proposal.ts';
import { of } from '../grammar/elision.ts';
import { count, plural } from '../grammar/page-phrases.ts';

type Kinds = Readonly<Record<EngagementChangeKind, string>>;

/** Ending, changing and correcting an engagement: the same words for the teacher, the principal and the office. */
export const changeTexts = (office: string) => ({
  acts: { end: 'Mettre fin', missions: 'Changer les missions', correction: 'Corriger' } satisfies Kinds,
  actOf: (act: string, what: string) => `${act} : ${what}`,
  titles: {
    end: 'Mettre fin à un engagement',
    missions: 'Changer les missions à partir d’un jour',
    correction: 'Corriger un engagement',
  } satisfies Kinds,
  ledes: {
    end: 'L’engagement s’arrête ce jour-là. Ce qui a été fait avant reste, avec sa confirmation.',
    missions:
      'Le jour choisi partage l’engagement en deux. La première partie reste telle quelle, avec sa confirmation.',
    correction: 'Pour ce qui a été mal enregistré depuis le début. L’historique garde ce qui était écrit.',
  } satisfies Kinds,
  propose: `Vous proposez ; le chef d’établissement ou la ${office} décide. Rien ne change avant, et vous pouvez retirer votre proposition.`,
  current: 'Aujourd’hui enregistré',
  fields: {
    to: 'Dernier jour',
    toHelp: 'Le dernier jour exercé. Pour une mutation au 1er février : le 31 janvier.',
    lastDayHelp: 'Le dernier jour dans cet établissement.',
    fromMissions: 'À partir du',
    fromMissionsHelp: 'Le premier jour des nouvelles missions.',
    from: 'Premier jour',
    end: 'Dernier jour',
    endHelp: 'Laissez vide si l’engagement continue.',
    uaiHelp:
      'À corriger si l’engagement a été enregistré dans le mauvais établissement. Le chef du nouvel établissement le confirme alors, sauf si vous le confirmez sur pièces.',
    missions: 'Missions',
    missionsHelp: 'Cochez toutes celles qui sont exercées.',
    roles: 'Rôles',
    otherRoles: 'Les autres rôles',
    ticked: (what: readonly string[]) => `déjà coché : ${what.join(', ')}`,
    reason: 'Motif',
    reasonHelp:
      'Par exemple : « mutation », « nouvelle répartition ». N’écrivez ni la raison d’un congé, ni rien sur la santé.',
    reasonDocuments:
      'Le fait et la pièce sur laquelle vous vous appuyez. N’écrivez ni la raison d’un congé, ni rien sur la santé.',
    reasonIfRefused: 'nécessaire pour refuser',
    state: 'Ce qui est nouveau',
    stateHelps: {
      missions: 'La première partie garde sa confirmation.',
      correction:
        'Si la correction ajoute des jours, des missions ou des rôles, tout l’engagement se confirme de nouveau. Si elle en retire seulement, sa confirmation reste.',
      entry: 'Un engagement demandé ne compte pas encore.',
    },
    states: {
      requested: 'À confirmer par le chef d’établissement',
      confirmed: `Confirmé par la ${office}, sur pièces`,
    },
    stateTexts: {
      requested: 'La demande lui est envoyée. Ces jours comptent quand il a confirmé.',
      confirmed: 'Le motif dit sur quelles pièces. Ces jours comptent dès maintenant.',
    },
  },
  submit: {
    propose: 'Envoyer la proposition',
    decide: {
      end: 'Mettre fin à cet engagement',
      missions: 'Changer les missions',
      correction: 'Enregistrer la correction',
    } satisfies Kinds,
  },
  /** What a change does, in one sentence. */
  what: {
    end: (day: string) => `Fin le ${day}.`,
    missions: (day: string, codes: string, roles: string) =>
      `À partir du ${day} : ${codes}${roles && ` ; ${roles}`}.`,
    correction: (period: string, codes: string, roles: string) =>
      `Correction : ${period}, ${codes}${roles && ` ; ${roles}`}.`,
    moved: (to: string, from: string) => `Établissement : ${to}, au lieu de ${from}.`,
    before: (period: string, codes: string, roles: string) =>
      `Avant : ${period}, ${codes}${roles && ` ; ${roles}`}.`,
  },
  history: {
    title: 'Changements',
    proposed: (by: string, day: string) => `Proposé par ${by} le ${day}.`,
    accepted: (by: string, day: string) => `Accepté par ${by} le ${day}.`,
    refused: (by: string, day: string) => `Refusé par ${by} le ${day}.`,
    withdrawn: (day: string) => `Retiré le ${day}.`,
    decided: (by: string, day: string) => `Décidé par ${by} le ${day}.`,
    waiting: 'En attente d’une décision.',
    because: (reason: string) => `Motif : ${reason}`,
    someone: 'une personne qui n’est plus enregistrée',
  },
  mine: {
    title: 'Vos missions changent, ou vous partez ?',
    waits: 'Votre proposition attend une décision.',
    withdraw: 'Retirer ma proposition',
  },
  decide: {
    title: (name: string) => `Changement proposé par ${name}`,
    waiting: 'Changements proposés',
    lede: 'L’enseignant propose ; vous décidez. Il est averti par courriel.',
    open: 'Décider',
    openOf: (name: string) => `Décider de la proposition ${of(name)}`,
    accept: 'Accepter',
    refuse: 'Refuser',
    own: `C’est votre propre engagement : une autre personne en décide.`,
    now: 'Engagement enregistré aujourd’hui',
    asked: 'Ce qui est proposé',
    none: 'Aucune proposition n’attend.',
    count: (many: number): string => plural(many, 'changement proposé', 'changements proposés'),
  },
  person: {
    past: 'Les engagements passés',
    ending: (day: string) => `Dernier jour de ses missions ici : le ${day}.`,
    proposeOn: 'Proposer ces missions à une autre personne',
    endPapers: 'Préparer ses documents',
    leaving: 'Quitte l’établissement',
    leavingText: 'Tous ses engagements dans cet établissement s’arrêtent ce jour-là.',
    leave: 'Enregistrer le départ',
    engagements: 'Ses engagements dans cet établissement',
    settled: `La ${office} a tranché sur cet engagement : elle seule le change.`,
    contested: 'Contesté : la contestation se règle d’abord.',
    own: `Ce sont vos propres engagements : la ${office} en décide.`,
    school: 'Établissement',
  },
  dane: {
    enter: 'Saisir un engagement',
    enterTitle: (name: string) => `Saisir un engagement : ${name}`,
    enterLede: 'Pour une période que la personne n’a pas déclarée elle-même. Elle en est avertie.',
    uai: 'Établissement',
    review: 'Saisir un point d’étape ou un bilan',
    reviewTitle: (name: string) => `Point d’étape ou bilan : ${name}`,
    reviewLede: `Un point d’étape tenu avec le chef d’établissement, ou le bilan écrit que vous avez reçu : l’enregistrer en accuse réception.`,
    reviewKind: 'Nature',
    reviewKinds: { review: 'Point d’étape tenu', 'self-report': 'Bilan écrit, reçu et pris en compte' },
    reviewOn: 'Date',
    remove: 'Retirer',
    removeOf: (what: string) => `Retirer : ${what}`,
    contribution: 'Saisir une contribution',
    contributionTitle: (name: string) => `Saisir une contribution : ${name}`,
    contributionLede: 'Ce que vous saisissez ici est validé en même temps.',
    attendance: 'Saisir une présence',
    attendanceTitle: (name: string) => `Saisir une présence : ${name}`,
    attendanceLede: 'Une présence déjà saisie au même événement est remplacée.',
    event: 'Code de l’événement',
    eventHelp: 'Les derniers événements se choisissent dans la liste. Les autres sont dans « Événements ».',
    removeAttendanceOf: (event: string) => `Retirer la présence : ${event}`,
    departure: 'Quitte un établissement',
    departureTitle: (name: string) => `Départ : ${name}`,
    timeline: 'Frise des années d’engagement',
    nothingGoesOn: 'Rien à changer : aucun engagement ne continue.',
    change: 'Changer',
    own: 'C’est votre propre fiche : une autre personne y saisit, y valide et y corrige.',
  },
  /** Removing what was entered by mistake. */
  removal: {
    act: 'Retirer',
    titles: {
      engagement: 'Retirer cet engagement ?',
      attendance: 'Retirer cette présence ?',
      review: 'Retirer ce point d’étape ?',
      'self-report': 'Retirer ce bilan ?',
      contribution: 'Retirer cette contribution ?',
    },
    texts: {
      engagement:
        'Pour un engagement qui n’a jamais existé. S’il s’est terminé ou s’il est mal écrit, mettez-y fin ou corrigez-le. Il ne comptera plus ; le journal garde ce qu’il disait.',
      attendance: 'Elle ne comptera plus. Le journal garde ce qu’elle disait.',
      review: 'Il ne comptera plus, et le compte rendu de ce jour part avec lui.',
      'self-report': 'Il ne comptera plus. Le journal garde ce qu’il disait.',
      contribution: 'Elle ne comptera plus, validée ou non. Le journal garde ce qu’elle disait.',
    },
    what: 'Ce qui est enregistré',
    reasonHelp: 'L’erreur, en une phrase. N’écrivez ni la raison d’un congé, ni rien sur la santé.',
    submit: 'Retirer',
    record: (name: string) => `La fiche ${of(name)}`,
    corrections: 'Les corrections de badges',
  },
  queue: {
    title: 'Contributions à valider',
    titleValidated: 'Contributions validées',
    lede: (many: number): string =>
      many === 0
        ? 'Aucune contribution n’attend de validation.'
        : `${count(many, 'contribution attend', 'contributions attendent')} une validation.`,
    ledeValidated: 'Une validation se reprend tant qu’aucun badge ne repose sur elle.',
    which: 'Afficher',
    choices: { waiting: 'À valider', validated: 'Validées' },
    kind: 'Nature',
    name: 'Nom de la personne',
    person: 'Personne',
    day: 'Date',
    link: 'Lien',
    choose: 'Choisir',
    chooseOne: (what: string, name: string) => `Choisir : ${what}, ${name}`,
    validateOne: 'Valider',
    validate: 'Valider les contributions choisies',
    tickAll: (many: number) => `Tout cocher sur cette page (${many})`,
    none: {
      waiting: 'Celles que les référents ajoutent s’affichent ici.',
      validated: 'Aucune contribution n’est encore validée.',
    },
    empty: 'Aucune contribution ne correspond. Élargissez le filtre.',
    own: 'la vôtre : une autre personne la valide',
    left: (many: number) =>
      plural(
        many,
        'Une contribution est restée de côté : son auteur l’a changée entre-temps, ou c’est la vôtre.',
        `${many} contributions sont restées de côté : leur auteur les a changées entre-temps, ou ce sont les vôtres.`,
      ),
    takeBack: 'Reprendre la validation',
    takeBackOf: (what: string, name: string) => `Reprendre la validation : ${what}, ${name}`,
    takeBackTitle: 'Reprendre cette validation ?',
    takeBackText: 'La contribution redevient « déclarée », et son auteur peut de nouveau la modifier.',
  },
  proposals: {
    title: 'Changements d’engagement proposés',
    lede: 'Le chef d’établissement en décide d’ordinaire. Vous le pouvez aussi, par exemple quand personne ne dirige l’établissement.',
  },
});
