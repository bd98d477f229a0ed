// The texts of a new feature, made from its name.

export const textsFile = ({ one, many, label, plural, table }) => `
import { textsOf } from '../../domain/features/declaration.ts';
import type { feature } from './feature.ts';

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: {
      title: 'Fiches « ${plural} »',
      lede: 'Les fiches « ${plural} » des personnes engagées dans l’établissement.',
      ofAllSchools: 'Les fiches « ${plural} » de tous les établissements.',
      none: 'Aucune fiche n’est enregistrée.',
      noPeople: 'Personne n’est engagé dans l’établissement : aucune fiche ne peut être ajoutée.',
      add: 'Ajouter une fiche',
      person: 'Personne',
      school: 'Établissement',
      remove: 'Retirer',
      removeOf: (description: string, name: string) => \`Retirer la fiche « \${description} », \${name}\`,
      form: { personId: 'Pour qui', description: 'Description', since: 'Depuis le' },
    },
    done: {
      '${one}-added': 'La fiche est enregistrée.',
      '${one}-removed': 'La fiche est retirée.',
    },
    tables: { ${table}: 'Fiches « ${plural} »' },
    history: {
      '${one}-added': 'Fiche « ${label} » enregistrée',
      '${one}-removed': 'Fiche « ${label} » retirée',
    },
    menu: {
      school: { ${many}: 'Fiches « ${plural} »' },
      dane: { ${many}: 'Fiches « ${plural} »' },
    },
  }),
  en: () => ({
    page: {
      title: '${capital(plural)}',
      lede: '${capital(plural)} of the people engaged at the school.',
      ofAllSchools: '${capital(plural)} of all schools.',
      none: 'Nothing is recorded.',
      noPeople: 'No one is engaged at the school, so nothing can be added.',
      add: 'Add to the list',
      person: 'Person',
      school: 'School',
      remove: 'Remove',
      removeOf: (description, name) => \`Remove “\${description}”, \${name}\`,
      form: { personId: 'For whom', description: 'Description', since: 'Since' },
    },
    done: {
      '${one}-added': '${capital(label)} recorded.',
      '${one}-removed': '${capital(label)} removed.',
    },
    tables: { ${table}: '${capital(plural)}' },
    history: {
      '${one}-added': '${capital(label)} recorded',
      '${one}-removed': '${capital(label)} removed',
    },
    menu: { school: { ${many}: '${capital(plural)}' }, dane: { ${many}: '${capital(plural)}' } },
  }),
});
`;

const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;
