import { textsOf } from '../all/declaration.ts';
import type { feature } from './feature.ts';

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    history: {
      'project-joined': 'Association à un projet de l’établissement',
      'project-left': 'Fin de l’association à un projet de l’établissement',
    },
    audit: {
      'project-saved': 'Projet de l’établissement enregistré',
      'project-removed': 'Projet de l’établissement retiré',
    },
    menu: { school: { projects: 'Projets' } },
  }),
  en: () => ({
    history: {
      'project-joined': 'Associated to a project of the school',
      'project-left': 'No longer associated to a project of the school',
    },
    audit: {
      'project-saved': 'Project of the school saved',
      'project-removed': 'Project of the school removed',
    },
    menu: { school: { projects: 'Projects' } },
  }),
});
