import { count } from './grammar/page-phrases.ts';

/** Columns matched by hand, past imports, templates and the guide for Grist. */
export const daneSheetTexts = (office: string) => ({
  event: 'Événement d’une liste Moodle',
  eventHelp:
    'Seulement pour une liste venue de Moodle : le code de l’événement que ces personnes ont suivi. Elle donne des présences avec attestation.',
  match: 'Associer les colonnes',
  matchText:
    'Une colonne n’est pas reconnue, ou pas comme il faut ? Dites une fois ce qu’elle contient : le service s’en souvient pour vos prochains fichiers.',
  matchOf: (file: string) => `Associer les colonnes : ${file}`,
  columns: {
    title: 'Associer les colonnes',
    lede: (file: string) => `Dites ce que contient « ${file} », puis quelle colonne du fichier est laquelle.`,
    kind: 'Ce fichier contient',
    choose: 'Choisir',
    legend: 'Les colonnes attendues',
    optional: 'facultative',
    unread: 'Une colonne du fichier que vous ne choisissez pas n’est pas lue.',
    noTitle: (place: number) => `colonne ${place}, sans titre`,
    save: 'Retenir ces colonnes',
    back: 'Revenir au rapport',
  },
  known: 'Les colonnes que vous avez associées',
  knownText: 'Un fichier avec les mêmes titres est lu ainsi. Une association oubliée se refait.',
  header: 'Titres du fichier',
  kindHeading: 'Lu comme',
  act: 'Actions',
  forget: 'Oublier',
  forgetOf: (titles: string) => `Oublier l’association des colonnes ${titles}`,
  history: 'Les derniers imports',
  historyText: 'Ceux qui ont changé quelque chose, faits ici, par un programme ou en ligne de commande.',
  historyNone: 'Aucun import n’a encore rien changé.',
  when: 'Quand',
  who: 'Par',
  refused: (total: number) => count(total, 'ligne refusée', 'lignes refusées'),
  refusedLine: (file: string, line: number) => `${file}, ligne ${line} :`,
  refusedAll: 'Voir toutes les lignes refusées',
  templates: 'Des modèles à remplir',
  templatesText:
    'Chaque modèle (XLSX) a une feuille avec les titres attendus, et une feuille d’exemples qui n’est pas importée.',
  gristLink: 'Tenir ces fichiers dans Grist',
  grist: {
    title: 'Tenir les fichiers dans Grist',
    lede: `Grist est un tableur partagé de la suite numérique de l’État. La ${office} peut y tenir ses huit fichiers à plusieurs, puis les importer ici.`,
    steps: [
      {
        title: 'Créer le document',
        text: 'Dans Grist, ajoutez un document, puis « Importer un fichier » : choisissez un export de ce service (XLSX). Chaque feuille devient une table, avec les bons titres.',
      },
      {
        title: 'Garder les titres',
        text: 'Le titre d’une colonne doit rester celui de l’export. Son libellé affiché peut être une des écritures usuelles : « Adresse mail » pour email, « Date de début » pour debut.',
      },
      {
        title: 'Donner un type aux colonnes',
        text: 'Les dates en « Date », les heures en « Numérique », les missions et les rôles en « Choix multiples ». Grist exporte les choix multiples séparés par des virgules : ils sont lus.',
      },
      {
        title: 'Ne rien y mettre de trop',
        text: 'Ni NUMEN, ni date de naissance, ni grade, ni montant : une ligne avec un NUMEN est refusée. Réglez qui lit et qui écrit dans « Gérer les accès ».',
      },
      {
        title: 'Exporter',
        text: 'Menu de partage, « Exporter au format Microsoft Excel (.xlsx) » : une feuille par table. Une seule table : « Exporter en CSV ».',
      },
      {
        title: 'Importer ici',
        text: 'Déposez le classeur à la page des imports. Le rapport dit ce qui changerait ; importer deux fois le même classeur ne change rien.',
      },
    ],
    decisions:
      'Ce qui a été décidé dans le service le reste : un classeur plus ancien ne défait ni une confirmation, ni la réponse à une contestation. Un nouvel export met la table à jour.',
    back: 'Aller aux imports',
    exports: 'Aller aux exports',
  },
});
