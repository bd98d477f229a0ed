import { TAKE_BACK_MINUTES } from '../../domain/award/batch.ts';
import type { ProposalSummary } from '../../domain/award/proposal.ts';
import { correctionTexts } from './corrections.ts';
import { criteriaWorkshopTexts } from './criteria-workshop.ts';
import { cautionTexts } from './dane-cautions.ts';
import { daneConfirmationTexts } from './dane-confirmations.ts';
import { daneCoverageTexts } from './dane-coverage.ts';
import { daneDataTexts } from './dane-data.ts';
import { daneWishTexts } from './dane-wishes.ts';
import { dataRequestTexts } from './data-requests.ts';
import { count, figure, plural, yearsInWords } from './page-words.ts';
import { peopleTexts } from './people.ts';

/** The pages of /dane. */
export const daneTexts = (office: string) => ({
  title: `L’espace de la ${office}`,
  description: `Décisions, personnes, critères : l’espace de travail de la ${office}.`,
  sectionsNavigation: `Rubriques de la ${office}`,
  /** The entries of the navigation; each has pages of its own. */
  entries: {
    decide: 'À décider',
    schools: 'Établissements',
    people: 'Personnes',
    files: 'Événements et fichiers',
    rules: 'Critères et réglages',
  },
  sections: {
    home: 'Aujourd’hui',
    decisions: 'Décisions',
    coverage: 'Couverture',
    meetings: 'Rencontres',
    campaigns: 'Campagnes',
    support: 'Accompagnement',
    contests: 'Contestations',
    people: 'Personnes',
    doubts: 'Connexions à rattacher',
    requests: 'Demandes sur les données',
    criteria: 'Critères',
    events: 'Événements',
    wishes: 'Formations souhaitées',
    classProjects: 'Projets pour les classes',
    imports: 'Imports',
    exports: 'Exports',
    settings: 'Réglages',
  },
  home: {
    lede: 'Ce qui vous attend.',
    nothing: 'Rien ne vous attend.',
    /** Words after each figure. */
    figures: {
      decisions: (total: number): string =>
        plural(total, 'badge proposé à décider', 'badges proposés à décider'),
      contributions: (total: number): string =>
        plural(total, 'contribution à valider', 'contributions à valider'),
      changes: (total: number): string =>
        plural(total, 'changement d’engagement proposé', 'changements d’engagement proposés'),
      withoutRupn: (total: number): string =>
        plural(total, 'établissement sans référent·e', 'établissements sans référent·e'),
      silent: (total: number): string =>
        plural(total, 'demande à confirmer sur pièces', 'demandes à confirmer sur pièces'),
      clashes: (total: number): string => plural(total, 'conflit de rôle', 'conflits de rôle'),
      contests: (total: number): string => plural(total, 'contestation à décider', 'contestations à décider'),
      requests: (total: number): string =>
        plural(total, 'demande sur des données', 'demandes sur des données'),
      headships: (total: number): string =>
        plural(total, 'déclaration de direction à vérifier', 'déclarations de direction à vérifier'),
      support: (total: number): string =>
        plural(total, 'demande d’accompagnement sans réponse', 'demandes d’accompagnement sans réponse'),
      endorsements: (total: number): string =>
        plural(
          total,
          'soutien de badge qui n’est plus montré',
          'soutiens de badges qui ne sont plus montrés',
        ),
      doubts: (total: number): string => plural(total, 'connexion à rattacher', 'connexions à rattacher'),
    },
    campaigns: 'Les campagnes ouvertes',
    noCampaign: 'Aucune campagne n’est ouverte.',
    campaign: (answered: number, asked: number, closes: string) =>
      `${count(answered, 'réponse', 'réponses')} sur ${count(asked, 'demande', 'demandes')}, close le ${closes}`,
    allCampaigns: 'Toutes les campagnes',
  },
  /** Reasons why one item of a batch was left unchanged. */
  skipped: {
    'own-award': 'laissés : personne ne décide de son propre badge',
    'agent-no-more': `laissés : qui l’avait décidé n’est plus agent de la ${office}`,
    'not-met': 'laissés : les critères ne sont plus remplis',
    'award-declined-or-revoked': 'laissés : déjà refusés par leur titulaire, ou révoqués',
    'award-over': 'laissés : ils auraient déjà pris fin',
    'unknown-person': 'laissés : la personne n’existe plus',
    'no-criteria-in-force': 'laissés : aucun critère en vigueur ce jour-là',
    'day-to-come': 'laissés : jugés à un jour qui n’est pas encore vécu',
  },
  /** Messages for an address of the DANE's space whose subject does not exist. */
  missing: {
    title: 'Il n’y a rien à cette adresse',
    texts: {
      decisions:
        'Cette proposition ou ce travail n’existe pas. Une proposition disparaît quand les critères ne sont plus remplis.',
      people:
        'Cette fiche ou ce badge n’existe pas. La fiche a pu être fusionnée avec une autre, ou effacée.',
      criteria: 'Cette version n’existe pas, ou ne peut plus être retirée.',
    },
    links: {
      decisions: 'Revenir aux badges proposés',
      people: 'Chercher une personne',
      criteria: 'Revenir aux critères',
    },
  },
  decisions: {
    title: 'Les badges proposés',
    lede: (total: number) =>
      total === 0
        ? 'Aucun badge n’attend de décision.'
        : `${count(total, 'badge attend', 'badges attendent')} votre décision. Les critères sont remplis ; une personne décide.`,
    filtered: (total: number) =>
      total === 0
        ? 'Aucun badge proposé ne correspond à ce filtre.'
        : `${count(total, 'badge proposé correspond', 'badges proposés correspondent')} à ce filtre.`,
    name: 'Nom de la personne ou de l’établissement',
    tickAll: (total: number) => `Tout cocher sur cette page (${total})`,
    judge: 'Juger tout le monde maintenant',
    judging: 'Un jugement est en cours.',
    judgedAt: (moment: string) => `Dernier jugement : ${moment}.`,
    judgedDetail: 'Voir le détail',
    neverJudged:
      'Personne n’a encore été jugé. Lancez un jugement : il compare les faits de chacun aux critères en vigueur, et n’attribue rien.',
    allDecided: 'Un nouveau jugement propose les badges dont les critères sont remplis depuis.',
    empty: 'Élargissez le filtre, ou lancez un nouveau jugement.',
    badge: 'Badge',
    department: 'Département',
    uai: 'Établissement',
    select: 'Choisir',
    selectOne: (recipient: string, badge: string) => `Choisir : ${badge}, ${recipient}`,
    recipient: 'Pour',
    facts: 'En bref',
    judgedOn: 'Jugé le',
    summary: ({ duration, families, trainingHours, members }: ProposalSummary) =>
      [
        duration === undefined ? '' : yearsInWords(duration),
        members === undefined ? '' : count(members, 'membre', 'membres'),
        count(families, 'famille', 'familles'),
        `${figure(trainingHours)} h de formation`,
      ]
        .filter(Boolean)
        .join(' · '),
    decide: 'Décider des badges choisis',
    reason: 'Motif',
    reasonHelp: (most: number) =>
      `Nécessaire pour refuser. ${most} caractères au plus. Il se relit sur la fiche de la personne, dans l’espace de la ${office}.`,
    grant: 'Attribuer les badges choisis',
    refuse: 'Refuser les badges choisis',
    grantAll: (total: number) => `Attribuer les ${total} badges de ce filtre`,
    refuseAll: (total: number) => `Refuser les ${total} badges de ce filtre`,
    cautions: cautionTexts,
    filterFaulty: 'Ce filtre ne peut pas être lu : rien n’est choisi. Corrigez-le ci-dessus, ou videz-le.',
    batch: {
      title: {
        grant: (total: number) => `Attribuer ${count(total, 'badge', 'badges')} ?`,
        refuse: (total: number) => `Refuser ${count(total, 'badge', 'badges')} ?`,
      },
      lede: {
        grant: 'Voici ce que cette décision ferait. Rien n’est encore attribué.',
        refuse:
          'Ces badges ne seront plus proposés cette année scolaire. Un refus se lève badge par badge, depuis la proposition. Rien n’est encore refusé.',
      },
      changed:
        'Depuis la page précédente, d’autres badges attendent, ou n’attendent plus. Relisez avant de confirmer.',
      own: 'Votre propre badge est dans cette liste : il sera laissé de côté, une autre personne en décidera.',
      moreToLook: (more: number) => `Et ${count(more, 'autre', 'autres')}.`,
      wait: `La décision attendra ${TAKE_BACK_MINUTES} minutes avant d’être appliquée : jusque-là, vous pourrez la reprendre en entier.`,
      confirm: {
        grant: (total: number) => `Confirmer : attribuer ${total === 1 ? 'ce badge' : `ces ${total} badges`}`,
        refuse: (total: number) => `Confirmer : refuser ${total === 1 ? 'ce badge' : `ces ${total} badges`}`,
      },
    },
    underWay: {
      title: 'Décisions en cours',
      line: {
        grant: (total: number, by: string) => `${by} attribue ${count(total, 'badge', 'badges')}.`,
        refuse: (total: number, by: string) => `${by} refuse ${count(total, 'badge', 'badges')}.`,
      },
      waits: (moment: string) => `Rien n’est fait avant le ${moment}.`,
      progress: (done: number, total: number) => `${done} sur ${total}.`,
      see: 'Voir, ou reprendre cette décision',
    },
    decided: 'Ce qui a été décidé',
    decidedBefore: 'Décidé auparavant',
    decisions: {
      granted: (moment: string, by: string) => `Attribué le ${moment} par ${by}.`,
      refused: (moment: string, by: string) => `Refusé le ${moment} par ${by}.`,
      reopened: (moment: string, by: string) => `Proposition rouverte le ${moment} par ${by}.`,
    },
    because: (reason: string) => `Motif : ${reason}`,
    reopen: 'Rouvrir la proposition',
    back: 'Revenir aux badges proposés',
    byDecision: {
      title: (person: string) => `Attribuer un badge par décision : ${person}`,
      lede: `La ${office} peut attribuer un badge sans que tous les critères soient remplis, ou de nouveau après un refus ou une révocation. Le motif est nécessaire, et le badge dira qu’il a été attribué par décision.`,
      own: `Personne ne décide de son propre badge. Une autre personne de la ${office} doit le faire.`,
      see: 'Voir ce qui est rempli',
      met: 'Tous les critères de ce badge sont remplis.',
      notMet: 'Tous les critères ne sont pas remplis. Voici lesquels.',
      toProposal: 'Ce badge est proposé : décider de la proposition',
      before: {
        declined: 'La personne a refusé ce badge.',
        revoked: 'Ce badge a été révoqué.',
        standing: 'La personne a déjà ce badge.',
      },
      reasonHelp: (most: number) =>
        `Pourquoi ce badge est attribué. ${most} caractères au plus. Il se relit sur la fiche de la personne.`,
      button: (badge: string) => `Attribuer « ${badge} » par décision`,
    },
    one: (badge: string, recipient: string) => `${badge} : ${recipient}`,
    metNow: 'Jugés à l’instant, tous les critères sont remplis.',
    notMetNow: 'Jugés à l’instant, les critères ne sont plus tous remplis. Voici pourquoi.',
    wholeRecord: 'Tout le dossier de la personne',
    grantOne: 'Attribuer ce badge',
    refuseOne: 'Refuser ce badge',
  },
  jobs: {
    titles: {
      'propose-awards': 'Examen de tous les dossiers',
      'decide-proposals': 'Décision sur des badges',
      'try-criteria': 'Essai d’autres critères',
      'measure-coverage': 'Relevé de la couverture',
      'measure-coverage-day': 'Relevé de la couverture d’un jour',
      'ask-confirmations': 'Envoi des demandes de confirmation',
      'check-import': 'Examen d’un import avant annulation',
      'undo-import': 'Annulation d’un import',
      're-sign': 'Nouvelle signature des badges à corriger',
      'revoke-many': 'Révocation de plusieurs badges',
    },
    work: {
      title: 'Vos travaux',
      line: (title: string, said: string) => `${title} : ${said}`,
      goesOn: (done: number, total: number) => `${done} sur ${total}.`,
      waits: (moment: string) => `commence le ${moment}.`,
      over: 'terminé.',
      stopped: 'arrêté.',
      see: 'Voir',
      again: 'Relire l’avancement',
      none: 'Aucun travail n’est en cours.',
      back: 'Revenir à ce qui vous attend',
    },
    progress: 'Avancement',
    underway: (done: number, total: number) => `En cours : ${done} sur ${total}.`,
    finished: (moment: string) => `Terminé le ${moment}.`,
    waits: (total: number, moment: string) =>
      `Cette décision porte sur ${count(total, 'badge', 'badges')}. Elle sera appliquée le ${moment} ; rien n’est fait avant.`,
    stoppedAsking: (moment: string) =>
      `Envoi arrêté le ${moment}. Ce qui n’était pas parti ne part pas ; la campagne peut reprendre plus tard.`,
    stopAsking: 'Arrêter l’envoi',
    takenBack: (moment: string) =>
      `Décision reprise le ${moment}. Ce qui n’était pas fait attend de nouveau.`,
    revocationTakenBack: (moment: string) =>
      `Révocation reprise le ${moment}. Les badges qu’elle n’a pas atteints restent valables.`,
    undoingStopped: (moment: string) =>
      `Annulation arrêtée le ${moment}. Ce qui est annulé le reste ; le reste est tel que l’import l’a écrit.`,
    stopUndoing: 'Arrêter l’annulation',
    left: {
      'ask-confirmations': 'demandes non parties',
      'undo-import': 'fiches laissées telles quelles',
      'revoke-many': 'badges laissés valables',
    },
    takeBack: 'Reprendre cette décision',
    startNow: 'Appliquer maintenant',
    stop: 'Arrêter, et reprendre ce qui n’est pas fait',
    moreDecided: (more: number) => `Et ${count(more, 'autre badge', 'autres badges')}.`,
    mayLeave: 'Vous pouvez quitter cette page : le travail continue, et rien ne se perd.',
    decidedOn: 'Badges concernés',
    nextProposal: 'Décider de la proposition suivante',
    toQueue: 'Aller aux badges proposés',
    toCoverage: 'Aller à la couverture',
    toCampaign: 'Aller à la campagne',
    toImport: 'Voir l’import',
    toRevocations: 'Choisir d’autres badges à révoquer',
    toCorrections: 'Voir ce qui reste à corriger',
    outcomes: {
      proposed: 'badges proposés',
      granted: 'badges attribués',
      refused: 'badges refusés',
      issued: 'badges signés',
      're-signed': 'badges signés de nouveau',
      'to-decide': 'badges laissés à votre décision',
      'taken-back': 'badges laissés dans la file',
      revoked: 'badges révoqués',
      replaced: 'badges attribués à la place',
      'already-revoked': 'laissés : déjà révoqués',
      'unknown-credential': 'laissés : ces badges n’existent plus',
      measured: 'établissements relevés',
      asked: 'demandes adressées à un chef d’établissement',
      'asked-without-principal': 'demandes d’établissements sans chef connu : importez ces personnes',
      'asked-before': 'demandes déjà faites',
    },
  },
  criteria: criteriaWorkshopTexts(office),
  corrections: correctionTexts,
  people: peopleTexts(office),
  requests: dataRequestTexts,
  ...daneCoverageTexts(office),
  confirmations: daneConfirmationTexts(office),
  data: daneDataTexts(office),
  wishes: daneWishTexts,
});
