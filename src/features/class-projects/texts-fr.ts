import { count } from '../../texts/fr/grammar/page-phrases.ts';

/** The office's projects for classes: its own page, and the RUPN's. */
export const classProjectTexts = (office: string) => ({
  title: 'Projets pour les classes',
  lede: `La ${office} mène chaque année des projets auxquels des classes participent. Inscrivez les vôtres, sans aucun nom d’élève.`,
  none: `La ${office} ne propose aucun projet pour le moment.`,
  open: 'Ouverts aux inscriptions',
  over: 'Vos projets passés',
  until: (day: string) => `Inscriptions jusqu’au ${day}.`,
  closed: 'Les inscriptions sont closes.',
  audience: (texts: string) => `Pour qui : ${texts}`,
  more: 'En savoir plus',
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
export const classProjectDoneTexts = {
  'class-project-saved': 'Le projet est enregistré.',
  'classes-entered': 'Vos classes sont inscrites.',
  'classes-withdrawn': 'L’inscription est retirée.',
};

/** The names of its tables in an export. */
export const classProjectTableTexts = {
  class_participation: 'Classes inscrites à un projet',
};
