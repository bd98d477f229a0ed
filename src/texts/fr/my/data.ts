import { personHistoryTexts } from '../dane/person-history.ts';
import { plural } from '../grammar/page-phrases.ts';
import { exportColumns } from './export-columns.ts';
import { exportCodeTexts, exportDetailTexts, exportDeviceTexts, exportTableTexts } from './export-labels.ts';

/** `/my/data`: all data about the person, and their rights. */
export const myDataTexts = (office: string) => ({
  title: 'Mes données',
  lede: 'Tout ce que le service enregistre à votre sujet, et ce que vous pouvez en demander.',
  download: 'Tout télécharger',
  downloadText:
    'Les mêmes données, en deux formes : un fichier pour un programme, une page à lire ou à imprimer.',
  json: 'Télécharger le fichier JSON',
  readable: 'Ouvrir la page à lire et à imprimer',
  rectify: 'Faire corriger',
  rectifyText: `Dites ce qui est faux et ce qui devrait s’y trouver. La ${office} corrige à la source, puis vous répond ici.`,
  rectifyMessage: 'Votre demande',
  rectifyHelp: 'Une date, un établissement, une formation absente… N’écrivez pas votre NUMEN.',
  rectifySubmit: 'Envoyer la demande de rectification',
  erase: 'Faire effacer',
  eraseText:
    'Vous pouvez demander l’effacement de vos données. Lisez d’abord ce qui s’efface et ce qui reste.',
  eraseLink: 'Demander l’effacement',
  requests: 'Mes demandes',
  noRequests: 'Vous n’avez fait aucune demande.',
  madeOn: 'Faite le',
  kind: 'Demande',
  message: 'Texte',
  answer: 'Réponse',
  waiting: `En attente de la ${office}`,
  answered: (day: string, answer: string) => `Le ${day} : ${answer}`,
  kinds: { rectification: 'rectification', erasure: 'effacement' },
  erasure: {
    title: 'Demander l’effacement de mes données',
    goes: 'Ce qui s’efface',
    goesList: [
      'Votre nom, vos adresses électroniques, vos connexions.',
      'Vos engagements, formations, points d’étape et contributions.',
      'Les badges accordés et pas encore signés.',
      'Les badges que vous gardez ici venus d’ailleurs, et les accès que vous avez ouverts à d’autres services.',
    ],
    stays: 'Ce qui reste',
    staysList: [
      'Vos badges déjà délivrés sont révoqués et leur page disparaît. Leur numéro reste dans la liste des révocations, sans rien qui dise de qui il s’agit : c’est ce qui permet à une copie d’être reconnue comme révoquée.',
      'Le journal des actes garde des identifiants sans nom.',
    ],
    final: `L’effacement est définitif. Téléchargez d’abord ce que vous voulez garder. La ${office} l’exécute après avoir vérifié votre demande.`,
    message: `Un mot pour la ${office}`,
    confirm: 'Je demande l’effacement de mes données et j’ai compris que mes badges seront révoqués.',
    confirmLegend: 'Confirmation',
    submit: 'Envoyer la demande d’effacement',
    back: 'Revenir à mes données',
  },
  export: {
    columns: exportColumns(office),
    title: 'Tout ce qui est enregistré à mon sujet',
    lede: (name: string, day: string) => `${name}, le ${day}.`,
    print: 'Cette page s’imprime telle quelle.',
    nothingIn: (tables: readonly string[]) => `Rien n’est enregistré pour : ${tables.join(', ')}.`,
    forPrograms:
      'Le fichier JSON contient en plus ce qui ne sert qu’aux programmes : numéros, empreintes, badges signés.',
    yesOrNo: { yes: 'oui', no: 'non' },
    /** « Motif : … ». */
    pair: (name: string, value: string) => (value === '' ? '' : `${name} : ${value}`),
    authors: {
      oneself: 'vous',
      somebody: 'une autre personne',
      known: {
        'sign-in': 'la première connexion',
        upkeep: 'le service',
        cli: 'la ligne de commande',
      } as Readonly<Record<string, string>>,
    },
    devices: exportDeviceTexts,
    actions: personHistoryTexts(office),
    rows: (rows: number) => plural(rows, `${rows} ligne`, `${rows} lignes`),
    row: (index: number) => `Ligne ${index}`,
    tables: exportTableTexts(office),
    codes: exportCodeTexts(office),
    details: exportDetailTexts,
  },
});
