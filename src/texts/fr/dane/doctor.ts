import { plural } from '../grammar/page-phrases.ts';

const number = (value: number) => value.toLocaleString('fr-FR');

/** `/dane/settings/doctor`: the last look of the service at itself. */
export const doctorPage = {
  title: 'Santé du service',
  link: 'Ce que le service a vérifié de lui-même cette nuit.',
  lede: 'Chaque nuit, le service vérifie ce qui doit tenir de toutes ses données : chaque acte a sa ligne, chaque badge son entrée au journal, rien n’est daté d’après maintenant.',
  none: 'Aucune vérification n’a encore été faite. La première a lieu la nuit prochaine, entre minuit et une heure.',
  looked: (from: string, to: string) => `Dernière vérification : du ${from} au ${to}.`,
  sound: (requested: number) => `Rien ne contredit les ${requested} invariants vérifiés.`,
  broken: (count: number) =>
    count === 1 ? 'Un invariant ne tient pas.' : `${count} invariants ne tiennent pas.`,
  under: 'La vérification est en cours : les lignes d’hier sont remplacées une à une.',
  columns: { holds: 'Ce qui doit tenir', looked: 'Regardés', found: 'Contraires', todo: 'À faire' },
  nothing: 'aucun',
  unread: (count: number) =>
    count === 1
      ? 'Un invariant n’a pas pu être regardé jusqu’au bout.'
      : `${count} invariants n’ont pas pu être regardés jusqu’au bout.`,
  failed: 'pas regardé jusqu’au bout',
  failedTodo: 'Il n’a pas pu être regardé jusqu’au bout : lancez la commande ci-dessous.',
  number,
  more: (count: number) => `et ${number(count)} ${plural(count, 'autre', 'autres')}`,
  command: 'Pour vérifier maintenant, signatures comprises, sur la machine du service :',
  back: 'Revenir aux réglages',
};
