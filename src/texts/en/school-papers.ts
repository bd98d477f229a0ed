import type { schoolPaperTexts as fr } from '../fr/school-papers.ts';

/** Papers that a principal prints, and the public page that confirms each. */
export const schoolPaperTexts: typeof fr = {
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
  noReview: 'no record this year',
  made: 'Documents prepared',
  noneMade: 'No document is prepared yet. Choose one above.',
  kind: 'Document',
  about: 'For',
  madeOn: 'Prepared on',
  open: 'Open',
  pdf: 'PDF',
  pdfOf: (kind, name) => `Open the PDF: ${kind}, ${name}`,
  check: 'Verification page',
  checkOf: (kind, name) => `Verification page: ${kind}, ${name}`,
  public: {
    title: 'Verification of a document',
    description: 'This document was indeed made with the facts on record in the service.',
    genuine: 'This document was indeed made by this service.',
    madeBy: (day) => `The principal of the school made it on ${day}.`,
    unchanged: 'The facts on record for that date are still those of the document.',
    changed:
      'The facts on record for that date have changed since: ask the principal of the school for a current document.',
    facts: 'What the document says',
    name: 'Name',
    establishment: 'School',
    schoolYear: 'School year',
    period: 'Period and missions',
    trainingHours: 'Hours of training',
    hours: (figure) => `${figure} h`,
    reviews: 'Progress reviews',
    noReview: 'none that year',
    people: 'People',
    missions: 'Missions covered',
    onlyThis: 'Compare these facts with the paper you hold. This page shows nothing else.',
  },
};
