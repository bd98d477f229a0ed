import type { PaperKind } from '../../../domain/paper/types.ts';
import { companionName, paperNames } from '../papers/names.ts';
import { publicPaperTexts } from '../public/paper.ts';

const kinds: Readonly<Record<PaperKind, { readonly name: string; readonly text: string }>> = {
  statement: {
    name: paperNames.statement,
    text: 'Pour le dossier IMP : période, missions, formations, points d’étape. Des faits seulement.',
  },
  'mission-letter': {
    name: paperNames['mission-letter'],
    text: 'Les missions, les actions autorisées, les moyens et le point d’étape prévu.',
  },
  'review-record': {
    name: paperNames['review-record'],
    text: 'Ce qui a été noté au dernier point d’étape de l’année.',
  },
  'imp-file': {
    name: paperNames['imp-file'],
    text: 'La répartition des missions, puis l’attestation de chaque personne.',
  },
};

/** Papers that a principal prints, and the public page that confirms each. */
export const schoolPaperTexts = (office: string) => ({
  title: 'Les documents à imprimer',
  lede: 'Chaque document fixe les faits du jour. Il porte un code : quiconque le lit peut vérifier sur une page publique que ces faits sont bien enregistrés.',
  noRate: 'Aucun document ne propose de taux ni de montant : le recteur décide de l’IMP.',
  kinds,
  school: 'Pour l’établissement',
  people: 'Par personne',
  person: 'Personne',
  nobody: 'Personne n’a d’engagement confirmé cette année-là : il n’y a rien à imprimer.',
  make: 'Préparer',
  makeOf: (kind: string, name: string) => `Préparer : ${kind}, ${name}`,
  openMade: (day: string) => `Ouvrir (${day})`,
  openOf: (kind: string, name: string, day: string) => `Ouvrir : ${kind}, ${name}, du ${day}`,
  again: 'Refaire',
  againOf: (kind: string, name: string) => `Refaire : ${kind}, ${name}`,
  noReview: 'aucun compte rendu cette année',
  made: 'Documents préparés',
  noneMadeYet: 'Aucun document n’est encore préparé.',
  noneMade: 'Aucun document n’est encore préparé. Choisissez-en un ci-dessus.',
  kind: 'Document',
  about: 'Pour',
  madeOn: 'Préparé le',
  open: 'Ouvrir',
  pdf: 'PDF',
  pdfOf: (kind: string, name: string) => `Ouvrir le PDF : ${kind}, ${name}`,
  companion: {
    name: companionName,
    link: 'Document d’accompagnement',
    text: 'Chaque lettre de mission est préparée avec son document d’accompagnement : le référentiel, l’organisation de l’établissement, les actions autorisées et leurs fiches de procédure, les moyens, la reconnaissance et l’accompagnement.',
  },
  check: 'Page de vérification',
  checkOf: (kind: string, name: string) => `Page de vérification : ${kind}, ${name}`,
  public: publicPaperTexts(office),
});
