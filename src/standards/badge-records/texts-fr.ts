import { toDay } from '../../texts/fr/grammar/day.ts';
import { withArticle } from '../../texts/fr/grammar/names.ts';
import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';

/** The name and the description inside a signed record of badges. */
export const badgeRecordCredentialTexts = (total: number, issuer: string, on: string) => ({
  name: 'Relevé de badges numériques',
  description: `${count(total, 'badge délivré', 'badges délivrés')} par ${withArticle(issuer)} et ${plural(total, 'réuni', 'réunis')} le ${toDay(on) ?? on} à la demande de la personne, qui peut en avoir d’autres.`,
});

/** `/records/{id}` and `/my/record`: a person's badges in one signed document, and how they make it. */
export const badgeRecordTexts = () => ({
  titleOf: (name: string | undefined, issuer: string) =>
    [name, `Relevé de badges signé par ${withArticle(issuer)}`].filter(Boolean).join(' · '),
  nameless: 'Relevé de badges numériques',
  description: (issuer: string) =>
    `Un relevé de badges numériques signé par ${withArticle(issuer)}. Il se vérifie en entier, et badge par badge.`,
  madeOn: (total: number, day: string, issuer: string) =>
    `${count(total, 'badge délivré', 'badges délivrés')} par ${withArticle(issuer)}, ${plural(total, 'réuni', 'réunis')} dans un seul document signé, à jour au ${day}.`,
  namelessHolder: 'La personne a choisi de ne pas se nommer.',
  partial: 'Ce relevé réunit les badges que la personne montre ; elle peut en avoir d’autres.',
  path: 'Le chemin',
  pathTitle: 'Le chemin de badge en badge',
  pathText: (stops: readonly string[]) => `Les badges de ce relevé. ${stops.join(' ; ')}.`,
  ladder: 'Les niveaux, l’un après l’autre',
  themes: 'Les thèmes, à côté',
  recognisedOn: (awarded: string) => `Reconnu ${awarded}.`,
  badges: 'Les badges',
  take: 'Prendre ce relevé',
  takeText:
    'Le fichier signé se dépose dans un portefeuille, ou se vérifie partout où l’on vérifie un badge. Une copie garde le jour où elle a été prise.',
  /** Below the name, in the picture of a record. */
  counted: (total: number, day: string) =>
    `${count(total, 'badge numérique', 'badges numériques')}, au ${day}`,
  files: {
    pdf: 'Le relevé à imprimer (PDF), avec le fichier signé en pièce jointe',
    png: 'L’image qui contient le relevé (PNG)',
    svg: 'La même, pour l’agrandir (SVG)',
    json: 'Le fichier signé (JSON)',
    jws: 'Le même, pour certains logiciels (JWS)',
  },
  paper: {
    of: (name: string) => `Les badges numériques de ${name}`,
    kind: 'Relevé de badges numériques (Open Badges)',
    picture: (names: readonly string[]) => `Les badges de ce relevé : ${names.join(' ; ')}.`,
    badge: (name: string, awarded: string, end: string | undefined) =>
      `${name}, reconnu ${awarded}${end ? `, valable jusqu’au ${end}` : ''}.`,
    check: 'Vérifier ce relevé',
    caption:
      'Ce papier peut dater. Scannez le code, ou ouvrez cette adresse : elle montre le relevé d’aujourd’hui et vérifie chaque badge.',
    alternative: (address: string) => `Code QR de l’adresse ${address}`,
    note: (file: string, verify: string) =>
      `Le relevé signé est joint à ce fichier PDF (${file}). Pour le vérifier, déposez le PDF sur ${verify}`,
    attached: 'Le relevé signé, au format CLR 2.0',
  },
  own: {
    title: 'Mon relevé de badges',
    lede: 'Un seul document, signé, avec tous les badges que vous avez acceptés et la façon dont ils se suivent. Il n’existe que si vous le faites, et vous le retirez quand vous voulez.',
    shown: 'Votre relevé est à cette adresse, connue de vous seul tant que vous ne la donnez pas :',
    empty:
      'Aucun badge ne peut plus figurer dans votre relevé : son adresse répond comme si elle n’existait pas. Montrez un badge, ou retirez-le.',
    address: 'Adresse de mon relevé',
    see: 'Voir mon relevé comme tout le monde le voit',
    kept: 'Un badge que vous acceptez, cachez ou perdez change le relevé : il est signé de nouveau à la même adresse.',
    none: 'Aucun de vos badges ne peut encore y figurer. Acceptez d’abord un badge.',
    toBadges: 'Mes badges',
    make: 'Faire mon relevé',
    change: 'Changer mon relevé',
    names: 'Comment le relevé vous nomme',
    namesHelp:
      'Un relevé ne réunit que des badges qui vous nomment sous la même forme : un badge nommé dirait à qui est un badge sans nom.',
    forms: {
      full: (total: number) => ({
        label: 'Prénom et nom',
        text: `${count(total, 'badge', 'badges')} de votre liste ${plural(total, 'vous nomme', 'vous nomment')} ainsi.`,
      }),
      initials: (total: number) => ({
        label: 'Initiales',
        text: `${count(total, 'badge', 'badges')} de votre liste ${plural(total, 'porte', 'portent')} vos initiales.`,
      }),
      none: (total: number) => ({
        label: 'Sans nom',
        text: `${count(total, 'badge', 'badges')} de votre liste ne ${plural(total, 'vous nomme', 'vous nomment')} pas. Réunis, ils disent qu’ils sont à la même personne.`,
      }),
    },
    save: 'Faire et signer mon relevé',
    saveAgain: 'Signer de nouveau',
    withdraw: 'Retirer mon relevé',
    withdrawText:
      'Son adresse dira qu’il est retiré et ne servira plus jamais. Ses copies se vérifieront comme retirées. Vos badges ne changent pas.',
  },
});

/** Said on the page that follows an act. */
export const badgeRecordDoneTexts = {
  'record-made': 'Votre relevé de badges est prêt.',
  'record-withdrawn': 'Votre relevé est retiré : son adresse le dit, et ses copies ne sont plus valables.',
};

/** The names of its tables in an export. */
export const badgeRecordTableTexts = {
  badge_record: 'Relevé de badges',
};
