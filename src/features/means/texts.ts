import { textsOf } from '../../domain/features/declaration.ts';
import { of } from '../../texts/fr/grammar/elision.ts';
import type { feature, MeansKind } from './feature.ts';

const meansKinds: Readonly<Record<MeansKind, string>> = {
  telephone: 'un téléphone',
  equipment: 'du matériel',
  office: 'un bureau',
};

const meansPage = {
  title: 'Les moyens mis à disposition',
  lede: 'Un téléphone, du matériel, un bureau : ce que l’établissement met à la disposition des référents. La lettre de mission les rappelle.',
  kinds: meansKinds,
  list: 'Moyens enregistrés',
  none: 'Aucun moyen n’est enregistré. Ajoutez le premier ci-dessous.',
  person: 'Personne',
  kind: 'Moyen',
  since: 'Depuis le',
  act: 'Retirer',
  remove: 'Retirer',
  removeOf: (kind: string, name: string) => `Retirer ${kind} ${of(name)}`,
  add: 'Ajouter un moyen',
  team: (many: number) => `Toute l’équipe (${many} personnes)`,
  noPeople: 'Personne n’est engagé dans l’établissement : aucun moyen ne peut être ajouté.',
  form: {
    personId: 'Pour qui',
    kind: 'Quoi',
    description: 'Description',
    descriptionFree: 'facultative pour un téléphone',
    descriptionHelp: 'Par exemple : bureau B12, chariot de douze tablettes.',
    since: 'Depuis le',
  },
};

const meansPageEn: typeof meansPage = {
  title: 'The means put at disposal',
  lede: 'A telephone, equipment, an office: what the school puts at the disposal of its RUPN. The mission letter recalls them.',
  kinds: { telephone: 'a telephone', equipment: 'equipment', office: 'an office' },
  list: 'Means on record',
  none: 'No means are on record. Add the first below.',
  person: 'Person',
  kind: 'Means',
  since: 'Since',
  act: 'Take back',
  remove: 'Take back',
  removeOf: (kind, name) => `Take back ${kind} of ${name}`,
  add: 'Add means',
  team: (many) => `The whole team (${many} people)`,
  noPeople: 'Nobody is engaged in the school: no means can be added.',
  form: {
    personId: 'For whom',
    kind: 'What',
    description: 'Description',
    descriptionFree: 'optional for a telephone',
    descriptionHelp: 'For example: office B12, a trolley of twelve tablets.',
    since: 'Since',
  },
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: meansPage,
    done: { 'means-added': 'Le moyen est enregistré.', 'means-removed': 'Le moyen est retiré.' },
    tables: { means: 'Moyens mis à disposition' },
    history: { 'means-saved': 'Moyen enregistré', 'means-removed': 'Moyen retiré' },
    menu: { school: { means: 'Moyens' } },
  }),
  en: () => ({
    page: meansPageEn,
    done: { 'means-added': 'The means are recorded.', 'means-removed': 'The means are taken back.' },
    tables: { means: 'Means made available' },
    history: { 'means-saved': 'Means recorded', 'means-removed': 'Means removed' },
    menu: { school: { means: 'Means' } },
  }),
});
