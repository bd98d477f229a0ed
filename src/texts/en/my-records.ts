import type { myRecordTexts as fr } from '../fr/my-records.ts';
import { figure } from './page-words.ts';

/** `/my/trainings` and `/my/contributions`. */
export const myRecordTexts: typeof fr = {
  trainings: {
    title: 'My trainings',
    lede: 'The trainings and meetings you attended, with their proof. A training gives hours for five school years.',
    empty:
      'No training is on record. The DANE enters them from attendance lists. If one is missing, ask for a rectification.',
    totals: (all, recent) =>
      `${figure(all)} h count today, ${figure(recent)} h of them over the last three school years.`,
    name: 'Title',
    kind: 'Kind',
    day: 'Date',
    hours: 'Hours',
    proof: 'Proof',
    counts: 'Counts',
    hoursOf: (hours) => `${figure(hours)} h`,
    tags: (tags) => `Topics: ${tags.join(', ')}`,
    counting: {
      until: (day) => `Yes, until ${day}`,
      expired: (day) => `Not since ${day}: too old`,
      proof: 'No: not enough proof, a certificate or the organiser’s list is needed',
      event: 'Yes, as the meeting of the year',
      eventProof: 'No: declared without a document',
      future: 'Not yet: it is to come',
      none: 'Without effect on badges',
    },
    rectify: 'Is one missing or wrong?',
  },
  contributions: {
    title: 'My contributions',
    lede: 'What you ran, led, shared. Some badges ask for them; the DANE validates some.',
    empty: 'No contribution is on record. Add the first one: a kind, a date and, if you have one, a link.',
    add: 'Add a contribution',
    kind: 'Kind',
    day: 'Date',
    link: 'Link',
    noLink: 'None',
    state: 'State',
    validated: 'validated by the DANE',
    notValidated: 'not validated',
    act: 'Act',
    edit: (what) => `Change: ${what}`,
    remove: (what) => `Remove: ${what}`,
    what: (kind, day) => `${kind} of ${day}`,
    addTitle: 'Add a contribution',
    editTitle: 'Change a contribution',
    kindHelp: 'What it was.',
    kindTexts: {
      session: 'You introduced colleagues to a tool or a resource.',
      project: 'You led or supported a project with a digital side.',
      showcase: 'You made known what is done: an article, a page. The link counts.',
      'training-given': 'You ran a training. The DANE validates it.',
      mentoring: 'You supported a fellow digital lead. The DANE validates it.',
      resource: 'You made a resource that is shared. The DANE validates it.',
    },
    dayHelp: 'The day it took place, or the first day.',
    linkHelp: 'The address of a page that shows it. Give no page that holds pupils’ names.',
  },
};
