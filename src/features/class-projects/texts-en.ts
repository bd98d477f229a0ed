import { count } from '../../texts/en/grammar/page-phrases.ts';
import type {
  classProjectDoneTexts as doneTexts,
  classProjectTexts as fr,
  classProjectTableTexts as tableTexts,
} from './texts-fr.ts';

/** The office's projects for classes. */
export const classProjectTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'Projects for classes',
  lede: `Every year the ${office} runs projects in which classes take part. Enter yours, without any pupil’s name.`,
  none: `The ${office} offers no project at present.`,
  open: 'Open',
  over: 'Your past projects',
  until: (day) => `Classes are entered until ${day}.`,
  closed: 'No more classes are entered.',
  audience: (texts) => `For whom: ${texts}`,
  more: 'More about it',
  moreOf: (title) => `More about it: ${title}`,
  entered: (classes, many, school) => `Entered: ${classes} (${count(many, 'class', 'classes')}), ${school}.`,
  enter: 'Enter classes',
  enterOf: (title) => `Enter classes: ${title}`,
  form: {
    uai: 'School',
    classes: 'Classes',
    classesHelp: 'Their names or levels: 5e B, 4e. No pupil’s name.',
    count: 'Number of classes',
    send: 'Enter',
    noSchool: 'The service knows no school of yours yet. Declare your engagement first.',
  },
  withdraw: 'Withdraw the classes',
  withdrawOf: (title) => `Withdraw the classes: ${title}`,
  contribute: 'Add this project to my contributions',
  contributeOf: (title) => `Add this project to my contributions: ${title}`,
  dane: {
    lede: 'What RUPN can join with classes, and who takes part.',
    none: 'No project is offered yet.',
    add: 'Offer a project',
    change: 'Change the project',
    title: 'Title',
    url: 'Link',
    audience: 'Who may take part',
    audienceHelp: 'One sentence: “Classes of cycle 3”.',
    joinsUntil: 'Classes are entered until',
    state: 'State',
    states: { open: 'Open', closed: 'No more entries', ended: 'Taken off' },
    who: 'Who takes part',
    sum: (classes, schools) =>
      `${count(classes, 'class', 'classes')} in ${count(schools, 'school', 'schools')}.`,
    nobody: 'Nobody has entered a class yet.',
    school: 'School',
    classes: 'Classes',
    count: 'Number',
    by: 'Entered by',
    end: 'No longer offer this project',
    again: 'Offer this project again',
    event: 'Create the event of the project',
    eventText: 'An event of kind EV-PROJ lets you note the attendances of RUPN.',
    back: 'All projects',
  },
});

/** Said on the page that follows an act. */
export const classProjectDoneTexts: typeof doneTexts = {
  'class-project-saved': 'The project is saved.',
  'classes-entered': 'Your classes are entered.',
  'classes-withdrawn': 'The classes are withdrawn.',
};

/** The names of its tables in an export. */
export const classProjectTableTexts: typeof tableTexts = {
  class_participation: 'Classes entered for a project',
};
