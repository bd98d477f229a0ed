import type { schoolPaperTexts as fr } from '../../fr/school/papers.ts';
import { publicPaperTexts } from '../public/paper.ts';

/** Papers that a principal prints, and the public page that confirms each. */
export const schoolPaperTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'Documents to print',
  lede: 'Each document fixes the facts of the day. It carries a code: whoever reads it can check on a public page that these facts are on record.',
  noRate: 'No document suggests a rate or an amount: the recteur decides on the IMP.',
  kinds: {
    statement: {
      name: 'Statement of engagement',
      text: 'For the IMP file: period, missions, trainings, progress reviews. Facts only.',
    },
    'mission-letter': {
      name: 'Mission letter',
      text: 'The missions, the actions allowed, the means and the review planned.',
    },
    'review-record': {
      name: 'Record of the progress review',
      text: 'What was noted at the last review of the year.',
    },
    'imp-file': {
      name: 'IMP file of the school',
      text: 'The split of missions, then the statement of each person.',
    },
  },
  school: 'For the school',
  people: 'By person',
  person: 'Person',
  nobody: 'Nobody has a confirmed engagement that year: there is nothing to print.',
  make: 'Prepare',
  makeOf: (kind, name) => `Prepare: ${kind}, ${name}`,
  openMade: (day) => `Open (${day})`,
  openOf: (kind, name, day) => `Open: ${kind}, ${name}, of ${day}`,
  again: 'Make again',
  againOf: (kind, name) => `Make again: ${kind}, ${name}`,
  noReview: 'no record this year',
  made: 'Documents prepared',
  noneMadeYet: 'No document is prepared yet.',
  noneMade: 'No document is prepared yet. Choose one above.',
  kind: 'Document',
  about: 'For',
  madeOn: 'Prepared on',
  open: 'Open',
  pdf: 'PDF',
  pdfOf: (kind, name) => `Open the PDF: ${kind}, ${name}`,
  companion: {
    name: 'Document that accompanies the mission letter',
    link: 'Accompanying document',
    text: 'Each mission letter is made with the document that accompanies it: the framework, the school’s organisation, the authorised actions with their procedure sheets, means, recognition and support.',
  },
  check: 'Verification page',
  checkOf: (kind, name) => `Verification page: ${kind}, ${name}`,
  public: publicPaperTexts(office),
});
