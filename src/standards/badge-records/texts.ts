import { textsOf } from '../../domain/features/declaration.ts';
import { withArticle as withArticleEn } from '../../texts/en/grammar/names.ts';
import { count as countEn, plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { toDay } from '../../texts/fr/grammar/day.ts';
import { withArticle } from '../../texts/fr/grammar/names.ts';
import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';

/** The name and the description inside a signed record of badges. */
export const badgeRecordCredentialTexts = (total: number, issuer: string, on: string) => ({
  name: 'Relevé de badges numériques',
  description: `${count(total, 'badge délivré', 'badges délivrés')} par ${withArticle(issuer)} et ${plural(total, 'réuni', 'réunis')} le ${toDay(on) ?? on} à la demande de la personne, qui peut en avoir d’autres.`,
});

/** `/records/{id}` and `/my/record`: a person's badges in one signed document, and how they make it. */
const badgeRecordTexts = () => ({
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
const badgeRecordDoneTexts = {
  'record-made': 'Votre relevé de badges est prêt.',
  'record-withdrawn': 'Votre relevé est retiré : son adresse le dit, et ses copies ne sont plus valables.',
};

/** The names of its tables in an export. */
const badgeRecordTableTexts = {
  badge_record: 'Relevé de badges',
};

/** `/records/{id}` and `/my/record`. */
const badgeRecordTextsEn = () =>
  ({
    titleOf: (name, issuer) =>
      [name, `Record of badges signed by ${withArticleEn(issuer)}`].filter(Boolean).join(' · '),
    nameless: 'Record of digital badges',
    description: (issuer) =>
      `A record of digital badges signed by ${withArticleEn(issuer)}. It can be verified as a whole, and badge by badge.`,
    madeOn: (total, day, issuer) =>
      `${countEn(total, 'badge', 'badges')} issued by ${withArticleEn(issuer)}, in one signed document, up to date on ${day}.`,
    namelessHolder: 'The person chose not to be named.',
    partial: 'This record holds the badges that the person shows; they may have others.',
    path: 'The path',
    pathTitle: 'The path from badge to badge',
    pathText: (stops) => `The badges of this record. ${stops.join('; ')}.`,
    ladder: 'The levels, one after the other',
    themes: 'The themes, beside them',
    recognisedOn: (awarded) => `Recognised ${awarded}.`,
    badges: 'The badges',
    take: 'Take this record',
    takeText:
      'The signed file goes into a wallet, or is verified wherever badges are. A copy keeps the day on which it was taken.',
    counted: (total, day) => `${countEn(total, 'digital badge', 'digital badges')}, on ${day}`,
    files: {
      pdf: 'The record to print (PDF), with the signed file attached',
      png: 'The picture that holds the record (PNG)',
      svg: 'The same, to enlarge (SVG)',
      json: 'The signed file (JSON)',
      jws: 'The same, for some programs (JWS)',
    },
    paper: {
      of: (name) => `The digital badges of ${name}`,
      kind: 'Record of digital badges (Open Badges)',
      picture: (names) => `The badges of this record: ${names.join('; ')}.`,
      badge: (name, awarded, end) => `${name}, recognised ${awarded}${end ? `, valid until ${end}` : ''}.`,
      check: 'Verify this record',
      caption:
        'This paper may be out of date. Scan the code, or open this address: it shows the record of today and verifies each badge.',
      alternative: (address) => `QR code of the address ${address}`,
      note: (file, verify) =>
        `The signed record is attached to this PDF (${file}). To verify it, drop the PDF on ${verify}`,
      attached: 'The signed record, in the format CLR 2.0',
    },
    own: {
      title: 'My record of badges',
      lede: 'One signed document with all the badges that you accepted, and how they follow each other. It exists only if you make it, and you withdraw it whenever you like.',
      shown: 'Your record is at this address, known to you alone until you give it away:',
      empty:
        'No badge can be in your record any more: its address answers as if it did not exist. Show a badge, or withdraw the record.',
      address: 'Address of my record',
      see: 'See my record as everyone sees it',
      kept: 'A badge that you accept, hide or lose changes the record: it is signed again at the same address.',
      none: 'None of your badges can be in it yet. Accept a badge first.',
      toBadges: 'My badges',
      make: 'Make my record',
      change: 'Change my record',
      names: 'How the record names you',
      namesHelp:
        'A record only holds badges that name you in the same form: a named badge would tell whose a nameless one is.',
      forms: {
        full: (total) => ({
          label: 'First name and family name',
          text: `${countEn(total, 'badge', 'badges')} of your list ${pluralEn(total, 'names', 'name')} you so.`,
        }),
        initials: (total) => ({
          label: 'Initials',
          text: `${countEn(total, 'badge', 'badges')} of your list ${pluralEn(total, 'has', 'have')} your initials.`,
        }),
        none: (total) => ({
          label: 'No name',
          text: `${countEn(total, 'badge', 'badges')} of your list ${pluralEn(total, 'does', 'do')} not name you. Together, they tell that they are the same person’s.`,
        }),
      },
      save: 'Make and sign my record',
      saveAgain: 'Sign it again',
      withdraw: 'Withdraw my record',
      withdrawText:
        'Its address will say that it is withdrawn, and will never be used again. Its copies will verify as withdrawn. Your badges do not change.',
    },
  }) satisfies ReturnType<typeof badgeRecordTexts>;

/** Said on the page that follows an act. */
const badgeRecordDoneTextsEn: typeof badgeRecordDoneTexts = {
  'record-made': 'Your record of badges is ready.',
  'record-withdrawn': 'Your record is withdrawn: its address says so, and its copies are no longer valid.',
};

/** The names of its tables in an export. */
const badgeRecordTableTextsEn: typeof badgeRecordTableTexts = {
  badge_record: 'Record of badges',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: badgeRecordTexts(),
    done: badgeRecordDoneTexts,
    tables: badgeRecordTableTexts,
    history: {
      'badge-record-made': 'Relevé de badges fait',
      'badge-record-withdrawn': 'Relevé de badges retiré',
    },
    errors: {
      'record-withdrawn': () => 'Ce relevé de badges a été retiré par la personne qui l’avait fait.',
    },
    menu: { my: { record: 'Relevé signé' } },
  }),
  en: () => ({
    page: badgeRecordTextsEn(),
    done: badgeRecordDoneTextsEn,
    tables: badgeRecordTableTextsEn,
    history: {
      'badge-record-made': 'Record of badges made',
      'badge-record-withdrawn': 'Record of badges withdrawn',
    },
    errors: {
      'record-withdrawn': () => 'This record of badges was withdrawn by the person who made it.',
    },
    menu: { my: { record: 'Signed record' } },
  }),
});
