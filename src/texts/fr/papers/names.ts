import type { PaperKind } from '../../../domain/paper/types.ts';

/** Name of each paper, on screens and in the paper itself. */
export const paperNames: Readonly<Record<PaperKind, string>> = {
  statement: 'Attestation d’engagement',
  'mission-letter': 'Lettre de mission',
  'review-record': 'Compte rendu du point d’étape',
  'imp-file': 'Dossier IMP de l’établissement',
};

/** The document that accompanies a mission letter, on screens and in itself. */
export const companionName = 'Document d’accompagnement de la lettre de mission';
/** Beginning of its file name. */
export const companionFile = 'document-accompagnement';

/** Beginning of each paper's file name. The person and the day follow. */
export const paperFiles: Readonly<Record<PaperKind, string>> = {
  statement: 'attestation-engagement',
  'mission-letter': 'lettre-de-mission',
  'review-record': 'compte-rendu-point-etape',
  'imp-file': 'dossier-imp',
};
