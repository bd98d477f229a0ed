import type { Role } from '../../../domain/engagement/mission.ts';
import type {
  Confirmation,
  ContributionKind,
  EventKind,
  ProofLevel,
  ReviewKind,
} from '../../../domain/records.ts';
import { byOffice } from '../../office.ts';

export const roleLabels = byOffice(
  (office: string): Readonly<Record<Role, string>> => ({
    'contact-dane': `contact pour la ${office}`,
    'contact-collectivite': 'contact pour la collectivité',
    'administrateur-ent': 'administrateur de l’ENT',
    'referent-usages-ent': 'référent pour les usages de l’ENT',
    'referent-service': 'référent d’un service en ligne',
    'referent-site': 'référent du site web',
    'referent-tablettes': 'référent des tablettes',
  }),
);

/** One contribution, several contributions. */
export const contributionLabels: Readonly<
  Record<ContributionKind, { readonly one: string; readonly many: string }>
> = {
  session: { one: 'prise en main animée', many: 'prises en main animées' },
  project: { one: 'projet', many: 'projets' },
  showcase: { one: 'valorisation', many: 'valorisations' },
  'training-given': { one: 'formation animée', many: 'formations animées' },
  mentoring: { one: 'tutorat', many: 'tutorats' },
  resource: { one: 'ressource', many: 'ressources' },
};

export const eventKindLabels: Readonly<Record<EventKind, string>> = {
  'EV-PAF': 'Formation du plan académique',
  'EV-FIL': 'Formation d’initiative locale',
  'EV-RENC': 'Rencontre annuelle des référents',
  'EV-CV': 'Classe virtuelle de fin d’année',
  'EV-ETAB': 'Rencontre annuelle dans l’établissement',
  'EV-PROJ': 'Projet de classe',
  'EV-ACC': 'Accompagnement technique ou de proximité',
};

export const confirmationLabels = (office: string): Readonly<Record<Confirmation, string>> => ({
  requested: 'confirmation demandée',
  confirmed: 'confirmé par le chef d’établissement',
  'confirmed-with-reservation': 'confirmé avec réserve par le chef d’établissement',
  'confirmed-by-dane': `confirmé par la ${office}, sur pièces`,
  contested: 'contesté',
});

export const proofLabels: Readonly<Record<ProofLevel, string>> = {
  0: 'déclarée, sans pièce',
  1: 'feuille de présence locale',
  2: 'attestation',
  3: 'liste de l’organisateur',
};

export const reviewKindLabels: Readonly<Record<ReviewKind, string>> = {
  review: 'point d’étape',
  'self-report': 'bilan écrit',
};
