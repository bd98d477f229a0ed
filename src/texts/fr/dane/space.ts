import { featureTexts } from '../../features.ts';
import { count, plural } from '../grammar/page-phrases.ts';
import { auditTexts } from './audit.ts';
import { daneBadgeTexts } from './badges.ts';
import { daneConfirmationTexts } from './confirmations.ts';
import { daneCoverageTexts } from './coverage.ts';
import { criteriaWorkshopTexts } from './criteria-workshop.ts';
import { daneDataTexts } from './data.ts';
import { daneDecisionTexts } from './decisions.ts';
import { doctorPage } from './doctor.ts';
import { clockLeftoverText, invariantTexts } from './invariants.ts';
import { daneJobTexts } from './jobs.ts';
import { daneNewYearTexts } from './new-year.ts';
import { danePendingAcceptanceTexts } from './pending-acceptances.ts';
import { peopleTexts } from './people.ts';
import { correctionTexts } from './reissue.ts';
import { retentionTexts } from './retention.ts';
import { ruleBuilderTexts } from './rule-builder.ts';
import { daneSchoolTexts } from './schools.ts';

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
    ...featureTexts('fr', office).menu.dane,
    home: 'Aujourd’hui',
    decisions: 'Décisions',
    coverage: 'Couverture',
    newYear: 'Rentrée',
    schools: 'Établissements',
    people: 'Personnes',
    doubts: 'Connexions à rattacher',
    badges: 'Badges',
    criteria: 'Critères',
    events: 'Événements',
    imports: 'Imports',
    exports: 'Exports',
    audit: 'Journal des actes',
    settings: 'Réglages',
  },
  home: {
    lede: 'Ce qui vous attend.',
    nothing: 'Rien ne vous attend.',
    atRest: (total: number): string => plural(total, 'Une file est vide', `${total} files sont vides`),
    gathered: (total: number): string =>
      `${count(total, 'message attend', 'messages attendent')} demain matin, 7 h : leurs destinataires ont déjà reçu celui du jour.`,
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
    campaign: (answered: number, requested: number, closes: string) =>
      `${count(answered, 'réponse', 'réponses')} sur ${count(requested, 'demande', 'demandes')}, close le ${closes}`,
    allCampaigns: 'Toutes les campagnes',
  },
  /** Reasons why one item of a batch was left unchanged. */
  skipped: {
    'own-award': 'laissés : personne ne décide de son propre badge',
    'agent-no-more': `laissés : qui l’avait décidé n’est plus agent de la ${office}`,
    'not-met': 'laissés : les critères ne sont plus remplis',
    'award-declined-or-revoked': 'laissés : déjà refusés par leur titulaire, ou révoqués',
    'award-refused': 'laissés : refusés entre-temps par un agent',
    'decision-waiting': 'laissés : la décision d’un collègue attend',
    'award-exists': 'laissés : attribués entre-temps',
    'to-look-at': 'laissés : à regarder d’abord',
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
  decisions: daneDecisionTexts(office),
  jobs: daneJobTexts,
  schools: daneSchoolTexts,
  unanswered: danePendingAcceptanceTexts,
  criteria: criteriaWorkshopTexts(office),
  badges: daneBadgeTexts(office),
  ruleBuilder: ruleBuilderTexts(office),
  corrections: correctionTexts,
  people: peopleTexts(office),
  retention: retentionTexts,
  doctor: doctorPage,
  invariants: invariantTexts,
  clockLeftovers: clockLeftoverText,
  ...daneCoverageTexts,
  confirmations: daneConfirmationTexts(office),
  data: daneDataTexts(office),
  audit: auditTexts(office),
  newYear: daneNewYearTexts(office),
});
