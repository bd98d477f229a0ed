import type { PaperKind } from '../../domain/paper/paper.ts';

/** What each paper is called: on screens, on paper and in its title. */
export const paperNames: Readonly<Record<PaperKind, string>> = {
  statement: 'Attestation d’engagement',
  'mission-letter': 'Lettre de mission',
  'review-record': 'Compte rendu du point d’étape',
  'imp-file': 'Dossier IMP de l’établissement',
};

/** How the file of a paper begins; people and days follow. */
export const paperFiles: Readonly<Record<PaperKind, string>> = {
  statement: 'attestation-engagement',
  'mission-letter': 'lettre-de-mission',
  'review-record': 'compte-rendu-point-etape',
  'imp-file': 'dossier-imp',
};
