import { textsOf } from '../../domain/features/declaration.ts';
import type { feature } from './feature.ts';

const schoolProjectsPage = {
  title: 'Les projets numériques',
  lede: 'Les projets « numérique éducatif » de l’établissement, et les référents qui y sont associés. Chaque référent voit les siens ; son attestation d’engagement les rappelle.',
  list: 'Projets enregistrés',
  none: 'Aucun projet n’est enregistré. Ajoutez le premier ci-dessous.',
  noneToRead: 'Aucun projet n’est enregistré.',
  project: 'Projet',
  period: 'Période',
  members: 'Référents associés',
  nobody: 'aucun',
  act: 'Modifier ou retirer',
  edit: 'Modifier',
  editOf: (title: string) => `Modifier le projet : ${title}`,
  remove: 'Retirer',
  removeOf: (title: string) => `Retirer le projet : ${title}`,
  add: 'Ajouter un projet',
  changeOf: (title: string) => `Modifier le projet : ${title}`,
  saveNew: 'Ajouter le projet',
  saveChange: 'Enregistrer les changements',
  form: {
    title: 'Titre',
    description: 'Description',
    url: 'Adresse du projet',
    from: 'Premier jour',
    to: 'Dernier jour',
    members: 'Référents associés',
    descriptionHelp: 'Ce que le projet fait, en une ou deux phrases. Ne nommez pas d’élève.',
    urlHelp: 'Une page qui présente le projet.',
    fromHelp: 'Pour une année scolaire : le 1er septembre.',
    toHelp: 'Laissez vide si le projet continue.',
    membersHelp: 'Les personnes dont un engagement confirmé ici recouvre le projet.',
  },
  noPeople: 'Personne n’a encore d’engagement confirmé dans l’établissement : personne ne peut être associé.',
};

const schoolProjectsPageEn: typeof schoolProjectsPage = {
  title: 'The digital projects',
  lede: 'The school’s digital-education projects, and the RUPN associated to them. Each RUPN sees their own; their statement of engagement recalls them.',
  list: 'Projects on record',
  none: 'No project is on record. Add the first below.',
  noneToRead: 'No project is on record.',
  project: 'Project',
  period: 'Period',
  members: 'RUPN associated',
  nobody: 'none',
  act: 'Change or take back',
  edit: 'Change',
  editOf: (title) => `Change the project: ${title}`,
  remove: 'Take back',
  removeOf: (title) => `Take back the project: ${title}`,
  add: 'Add a project',
  changeOf: (title) => `Change the project: ${title}`,
  saveNew: 'Add the project',
  saveChange: 'Save the changes',
  form: {
    title: 'Title',
    description: 'Description',
    url: 'Address of the project',
    from: 'First day',
    to: 'Last day',
    members: 'RUPN associated',
    descriptionHelp: 'What the project does, in one or two sentences. Name no pupil.',
    urlHelp: 'A page about the project.',
    fromHelp: 'For a school year: 1 September.',
    toHelp: 'Leave empty if the project continues.',
    membersHelp: 'People with a confirmed engagement here during the project.',
  },
  noPeople: 'Nobody has a confirmed engagement at the school yet: nobody can be associated.',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: schoolProjectsPage,
    done: { 'project-saved': 'Le projet est enregistré.', 'project-removed': 'Le projet est retiré.' },
    tables: { school_project_member: 'Projets numériques de l’établissement' },
    history: {
      'project-joined': 'Association à un projet de l’établissement',
      'project-left': 'Fin de l’association à un projet de l’établissement',
    },
    audit: {
      'project-saved': 'Projet de l’établissement enregistré',
      'project-removed': 'Projet de l’établissement retiré',
    },
    errors: {
      'not-engaged-then': () =>
        'Une personne cochée n’a pas d’engagement confirmé dans l’établissement pendant ce projet. Décochez-la, ou changez les dates.',
    },
    menu: { school: { projects: 'Projets' } },
  }),
  en: () => ({
    page: schoolProjectsPageEn,
    done: { 'project-saved': 'The project is recorded.', 'project-removed': 'The project is taken back.' },
    tables: { school_project_member: 'Digital projects of the school' },
    history: {
      'project-joined': 'Associated to a project of the school',
      'project-left': 'No longer associated to a project of the school',
    },
    audit: {
      'project-saved': 'Project of the school saved',
      'project-removed': 'Project of the school removed',
    },
    errors: {
      'not-engaged-then': () =>
        'Somebody ticked has no confirmed engagement at the school during this project. Untick them, or change the days.',
    },
    menu: { school: { projects: 'Projects' } },
  }),
});
