import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn } from '../../texts/en/grammar/page-phrases.ts';
import { count } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';

/** The office's projects for classes: its own page, and the RUPN's. */
const classProjectTexts = (office: string) => ({
  title: 'Projets pour les classes',
  lede: `La ${office} mène chaque année des projets auxquels des classes participent. Inscrivez les vôtres, sans aucun nom d’élève.`,
  none: `La ${office} ne propose aucun projet pour le moment.`,
  open: 'Ouverts aux inscriptions',
  over: 'Vos projets passés',
  until: (day: string) => `Inscriptions jusqu’au ${day}.`,
  closed: 'Les inscriptions sont closes.',
  audience: (texts: string) => `Pour qui : ${texts}`,
  moreOf: (title: string) => `En savoir plus : ${title}`,
  entered: (classes: string, many: number, school: string) =>
    `Inscrites : ${classes} (${count(many, 'classe', 'classes')}), ${school}.`,
  enter: 'Inscrire des classes',
  enterOf: (title: string) => `Inscrire des classes : ${title}`,
  form: {
    uai: 'Établissement',
    classes: 'Classes',
    classesHelp: 'Leurs noms ou leurs niveaux : 5e B, 4e. Aucun nom d’élève.',
    count: 'Nombre de classes',
    send: 'Inscrire',
    noSchool: 'Le service ne vous connaît encore aucun établissement. Déclarez d’abord votre engagement.',
  },
  withdraw: 'Retirer l’inscription',
  withdrawOf: (title: string) => `Retirer l’inscription : ${title}`,
  contribute: 'Ajouter ce projet à mes contributions',
  contributeOf: (title: string) => `Ajouter ce projet à mes contributions : ${title}`,
  dane: {
    lede: 'Ce que les référents peuvent rejoindre avec des classes, et qui participe.',
    none: 'Aucun projet n’est encore proposé.',
    add: 'Proposer un projet',
    change: 'Modifier le projet',
    title: 'Titre',
    url: 'Lien',
    audience: 'Qui peut participer',
    audienceHelp: 'Une phrase : « Les classes de cycle 3 ».',
    joinsUntil: 'Inscriptions jusqu’au',
    state: 'État',
    states: { open: 'Ouvert', closed: 'Inscriptions closes', ended: 'Retiré' },
    who: 'Qui participe',
    sum: (classes: number, schools: number) =>
      `${count(classes, 'classe', 'classes')} dans ${count(schools, 'établissement', 'établissements')}.`,
    nobody: 'Personne ne s’est encore inscrit.',
    school: 'Établissement',
    classes: 'Classes',
    count: 'Nombre',
    by: 'Inscrites par',
    end: 'Ne plus proposer ce projet',
    again: 'Proposer de nouveau ce projet',
    event: 'Créer l’événement du projet',
    eventText: 'Un événement de nature EV-PROJ permet de noter les présences des référents.',
    back: 'Tous les projets',
  },
});

/** Said on the page that follows an act. */
const classProjectDoneTexts = {
  'class-project-saved': 'Le projet est enregistré.',
  'classes-entered': 'Vos classes sont inscrites.',
  'classes-withdrawn': 'L’inscription est retirée.',
};

/** The names of its tables in an export. */
const classProjectTableTexts = {
  class_participation: 'Classes inscrites à un projet',
};

/** The office's projects for classes. */
const classProjectTextsEn = (office: string): ReturnType<typeof classProjectTexts> => ({
  title: 'Projects for classes',
  lede: `Every year the ${office} runs projects in which classes take part. Enter yours, without any pupil’s name.`,
  none: `The ${office} offers no project at present.`,
  open: 'Open',
  over: 'Your past projects',
  until: (day) => `Classes are entered until ${day}.`,
  closed: 'No more classes are entered.',
  audience: (texts) => `For whom: ${texts}`,
  moreOf: (title) => `More about it: ${title}`,
  entered: (classes, many, school) =>
    `Entered: ${classes} (${countEn(many, 'class', 'classes')}), ${school}.`,
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
      `${countEn(classes, 'class', 'classes')} in ${countEn(schools, 'school', 'schools')}.`,
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
const classProjectDoneTextsEn: typeof classProjectDoneTexts = {
  'class-project-saved': 'The project is saved.',
  'classes-entered': 'Your classes are entered.',
  'classes-withdrawn': 'The classes are withdrawn.',
};

/** The names of its tables in an export. */
const classProjectTableTextsEn: typeof classProjectTableTexts = {
  class_participation: 'Classes entered for a project',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: classProjectTexts(office),
    done: classProjectDoneTexts,
    tables: classProjectTableTexts,
    history: {
      'classes-entered': 'Classes inscrites à un projet',
      'classes-withdrawn': 'Inscription de classes retirée',
    },
    audit: {
      'class-project-made': 'Projet pour les classes créé',
      'class-project-changed': 'Projet pour les classes modifié',
    },
    errors: {
      'project-closed': () => 'Les inscriptions à ce projet sont closes : elles ne changent plus ici.',
    },
    menu: {
      my: { classProjects: 'Projets pour les classes' },
      dane: { classProjects: 'Projets pour les classes' },
    },
  }),
  en: (office) => ({
    page: classProjectTextsEn(office),
    done: classProjectDoneTextsEn,
    tables: classProjectTableTextsEn,
    history: {
      'classes-entered': 'Classes entered for a project',
      'classes-withdrawn': 'Classes withdrawn from a project',
    },
    audit: {
      'class-project-made': 'Project for classes created',
      'class-project-changed': 'Project for classes changed',
    },
    errors: {
      'project-closed': () => 'No more classes are entered for this project: nothing changes here any more.',
    },
    menu: { my: { classProjects: 'Projects for classes' }, dane: { classProjects: 'Projects for classes' } },
  }),
});
