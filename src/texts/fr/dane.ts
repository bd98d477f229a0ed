import type { ProposalSummary } from '../../domain/award/proposal.ts';
import { criteriaWorkshopTexts } from './criteria-workshop.ts';
import { daneConfirmationTexts } from './dane-confirmations.ts';
import { daneCoverageTexts } from './dane-coverage.ts';
import { daneDataTexts } from './dane-data.ts';
import { dataRequestTexts } from './data-requests.ts';
import { count, figure } from './page-words.ts';
import { peopleTexts } from './people.ts';

/** The pages of /dane. */
export const daneTexts = {
  title: 'L’espace de la DANE',
  description: 'Décisions, personnes, critères : l’espace de travail de la DANE.',
  sectionsNavigation: 'Rubriques de la DANE',
  sections: {
    home: 'Aujourd’hui',
    decisions: 'Décisions',
    coverage: 'Couverture',
    campaigns: 'Campagnes',
    contests: 'Contestations',
    people: 'Personnes',
    criteria: 'Critères',
    events: 'Événements',
    imports: 'Imports',
    exports: 'Exports',
    settings: 'Réglages',
  },
  home: {
    lede: 'Ce qui vous attend.',
    decisions: (total: number) => count(total, 'badge proposé à décider', 'badges proposés à décider'),
    doubts: (total: number) => count(total, 'connexion à rattacher', 'connexions à rattacher'),
    contests: (total: number) => count(total, 'contestation à décider', 'contestations à décider'),
    requests: (total: number) => count(total, 'demande sur des données', 'demandes sur des données'),
    nothing: 'Rien ne vous attend.',
  },
  /** Why one of many was left as it was. */
  skipped: {
    'own-award': 'laissés : personne ne décide de son propre badge',
    'not-met': 'laissés : les critères ne sont plus remplis',
    'award-declined-or-revoked': 'laissés : déjà refusés par leur titulaire, ou révoqués',
    'award-over': 'laissés : ils auraient déjà pris fin',
    'unknown-person': 'laissés : la personne n’existe plus',
    'no-criteria-in-force': 'laissés : aucun critère en vigueur ce jour-là',
  },
  decisions: {
    title: 'Les badges proposés',
    lede: (total: number) =>
      total === 0
        ? 'Aucun badge n’attend de décision.'
        : `${count(total, 'badge attend', 'badges attendent')} votre décision. Les critères sont remplis ; une personne décide.`,
    judge: 'Juger tout le monde maintenant',
    judging: 'Un jugement est en cours.',
    judgedAt: (moment: string) => `Dernier jugement : ${moment}.`,
    judgedDetail: 'Voir le détail',
    neverJudged:
      'Personne n’a encore été jugé. Lancez un jugement : il compare les faits de chacun aux critères en vigueur, et n’attribue rien.',
    empty: 'Aucun badge proposé ne correspond. Élargissez le filtre, ou lancez un nouveau jugement.',
    badge: 'Badge',
    department: 'Département',
    uai: 'UAI de l’établissement',
    select: 'Choisir',
    selectOne: (recipient: string, badge: string) => `Choisir : ${badge}, ${recipient}`,
    recipient: 'Pour',
    facts: 'En bref',
    judgedOn: 'Jugé le',
    summary: ({ duration, families, trainingHours, members }: ProposalSummary) =>
      [
        duration === undefined ? '' : count(duration, 'an', 'ans'),
        members === undefined ? '' : count(members, 'membre', 'membres'),
        count(families, 'famille', 'familles'),
        `${figure(trainingHours)} h de formation`,
      ]
        .filter(Boolean)
        .join(' · '),
    decide: 'Décider des badges choisis',
    reason: 'Motif',
    reasonHelp: 'Nécessaire pour refuser. Il reste dans le registre de la DANE.',
    grant: 'Attribuer les badges choisis',
    refuse: 'Refuser les badges choisis',
    grantAll: (total: number) => `Attribuer les ${total} badges de ce filtre`,
    one: (badge: string, recipient: string) => `${badge} : ${recipient}`,
    metNow: 'Jugés à l’instant, tous les critères sont remplis.',
    notMetNow: 'Jugés à l’instant, les critères ne sont plus tous remplis. Voici pourquoi.',
    wholeRecord: 'Tout le dossier de la personne',
    grantOne: 'Attribuer ce badge',
    refuseOne: 'Refuser ce badge',
  },
  jobs: {
    titles: {
      'propose-awards': 'Juger tout le monde',
      'decide-proposals': 'Décider des badges',
      'try-criteria': 'Essayer d’autres critères',
      'measure-coverage': 'Relever la couverture',
      'ask-confirmations': 'Demander les confirmations',
    },
    progress: 'Avancement',
    underway: (done: number, total: number) => `En cours : ${done} sur ${total}.`,
    finished: (moment: string) => `Terminé, ${moment}.`,
    mayLeave: 'Vous pouvez quitter cette page : le travail continue, et rien ne se perd.',
    toQueue: 'Aller aux badges proposés',
    toCoverage: 'Aller à la couverture',
    toCampaign: 'Aller à la campagne',
    outcomes: {
      proposed: 'badges proposés',
      granted: 'badges attribués',
      refused: 'badges refusés',
      issued: 'badges signés',
      measured: 'établissements relevés',
      asked: 'demandes adressées à un chef d’établissement',
      'asked-without-principal': 'demandes d’établissements sans chef connu : importez ces personnes',
      'asked-before': 'demandes déjà faites',
    },
  },
  criteria: criteriaWorkshopTexts,
  people: peopleTexts,
  requests: dataRequestTexts,
  ...daneCoverageTexts,
  confirmations: daneConfirmationTexts,
  data: daneDataTexts,
};
