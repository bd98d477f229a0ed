import { textsOf } from '../../domain/features/declaration.ts';
import { withArticle as withArticleEn } from '../../texts/en/grammar/names.ts';
import { and as andEn, count as countEn, figure as figureEn } from '../../texts/en/grammar/page-phrases.ts';
import { withArticle } from '../../texts/fr/grammar/names.ts';
import { and, count, figure, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';

const NUMBERS = ['une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** 3 → « trois années d’engagement » ; 2.5 → « deux années et demie d’engagement ». */
function yearsOf(years: number): string {
  const whole = Math.floor(years);
  if (whole === 0) return 'une demi-année d’engagement';
  const words = `${NUMBERS[whole - 1] ?? figure(whole)} ${plural(whole, 'année', 'années')}`;
  return `${words}${years > whole ? ' et demie' : ''} d’engagement`;
}
const badgesBy = (total: number, issuer: string) =>
  `${count(total, 'badge numérique délivré', 'badges numériques délivrés')} par ${withArticle(issuer)}`;

/** `/profiles/{id}` and `/my/profile`: a person's public page, and how they make it. */
const profileTexts = () => ({
  titleOf: (name: string | undefined, total: number, issuer: string) =>
    [name, badgesBy(total, issuer)].filter(Boolean).join(' · '),
  nameless: (total: number) => count(total, 'badge numérique', 'badges numériques'),
  delivered: badgesBy,
  address: 'Adresse de ce profil',
  others: 'Les autres badges',
  description: (issuer: string) =>
    `Des badges numériques délivrés par ${withArticle(issuer)}. Chacun se vérifie à son adresse.`,
  /** « Emma Fabre est RUPN passeuse : 3 badges numériques délivrés par la DANE… » */
  shared: (headline: string, total: number, issuer: string, url?: string) =>
    `${headline} : ${badgesBy(total, issuer)}. Chacun se vérifie à son adresse${url ? ` : ${url}` : '.'}`,
  post: 'Publier sur LinkedIn',
  mail: 'Envoyer par courriel',
  yearsOf,
  issuedOn: (awarded: string) => `Délivré ${awarded}`,
  validUntil: (day: string) => `valable jusqu’au ${day}`,
  ended: (day: string) => `arrivé à son terme le ${day}`,
  checkedAt: (moment: string) => `Chaque badge a été vérifié le ${moment}.`,
  checkAgain: 'Vérifier de nouveau',
  chosen:
    'La personne a choisi elle-même les badges montrés ici ; elle peut en avoir d’autres. La page de chaque badge dit ce qu’il reconnaît et comment le vérifier.',
  qr: 'Code QR de l’adresse de cette page',
  qrText: 'Visez ce code pour ouvrir cette page et vérifier chaque badge.',
  printedOn: (moment: string) =>
    `Badges vérifiés le ${moment}. Leur état peut changer : l’adresse ci-dessus fait foi.`,
  own: {
    title: 'Mon profil public',
    link: 'Mon profil public : une seule adresse pour les badges que vous choisissez',
    lede: 'Une page à une seule adresse, pour un CV, i-Prof ou une signature de courriel. Elle n’existe que si vous la faites, et vous la retirez quand vous voulez.',
    is: {
      shown: 'Votre profil est en ligne, à cette adresse :',
      empty:
        'Votre profil ne montre plus aucun badge : son adresse répond comme si elle n’existait pas. Choisissez des badges, ou retirez-le.',
    },
    address: 'Adresse de mon profil',
    see: 'Voir mon profil comme tout le monde le voit',
    none: 'Aucun de vos badges ne peut encore y figurer. Acceptez d’abord un badge.',
    toBadges: 'Mes badges',
    make: 'Faire mon profil public',
    change: 'Changer mon profil public',
    formOf: {
      full: 'Votre profil porte votre prénom et votre nom, comme les badges qu’il montre.',
      initials: 'Votre profil porte vos initiales, comme les badges qu’il montre.',
      none: 'Votre profil ne vous nomme pas, comme les badges qu’il montre.',
    },
    sameForm:
      'Un profil ne montre que des badges qui vous nomment sous la même forme : sur une même page, un badge nommé dirait à qui est un badge sans nom.',
    otherForms: 'Vos badges qui vous nomment autrement',
    otherForm: {
      full: (total: number) =>
        `Faire un profil avec votre prénom et votre nom (${count(total, 'badge', 'badges')})`,
      initials: (total: number) => `Faire un profil avec vos initiales (${count(total, 'badge', 'badges')})`,
      none: (total: number) => `Faire un profil sans vous nommer (${count(total, 'badge', 'badges')})`,
    },
    together: 'Réunis sur une page, ces badges disent qu’ils sont à la même personne.',
    badges: 'Les badges à montrer',
    badgesHelp:
      'Un badge à accepter, caché, refusé ou révoqué n’y paraît pas. Un badge que vous cachez plus tard disparaît aussitôt du profil.',
    visibility: 'Qui peut trouver cette page',
    visibilities: {
      unlisted: {
        label: 'Les personnes à qui je donne l’adresse',
        text: 'Les moteurs de recherche sont priés de ne pas la montrer.',
      },
      public: {
        label: 'Tout le monde, les moteurs de recherche aussi',
        text: 'Seulement si chacun des badges montrés est lui-même public.',
      },
    },
    notSearchable:
      'Un badge de ce profil se voit seulement avec son lien, ou n’est plus valable : les moteurs de recherche sont donc priés de ne pas montrer le profil non plus.',
    save: 'Mettre en ligne',
    saveAgain: 'Enregistrer',
    preview: 'Voir l’aperçu',
    previewNotice: 'Aperçu : votre profil serait ainsi. Rien n’est enregistré.',
    previewBack: 'Revenir à mon choix',
    texts: 'Des textes à copier',
    cv: 'Pour un CV',
    cvText: (badges: readonly string[], issuer: string, url: string) =>
      `Badges numériques (Open Badges) délivrés par ${withArticle(issuer)} : ${and(badges)}. Vérifiables à l’adresse ${url}`,
    signature: 'Pour une signature de courriel',
    signatureText: (issuer: string, url: string) =>
      `Mes badges numériques, délivrés par ${withArticle(issuer)} : ${url}`,
    iprof: 'Pour i-Prof',
    iprofHelp: 'À coller dans l’onglet « Formations et compétences ».',
    iprofText: (badges: readonly (readonly [name: string, awarded: string])[], issuer: string, url: string) =>
      `Badges numériques à la norme Open Badges 3.0, délivrés par ${withArticle(issuer)} : ${and(badges.map(([name, awarded]) => `${name} (${awarded})`))}. Chacun se vérifie à l’adresse ${url}`,
    remove: 'Retirer mon profil',
    removeText:
      'La page disparaît aussitôt, et son adresse ne servira plus jamais. Vos badges ne changent pas. Un nouveau profil aurait une nouvelle adresse.',
  },
});

/** Said on the page that follows an act. */
const profileDoneTexts = {
  'profile-saved': 'Votre profil public est en ligne.',
  'profile-removed': 'Votre profil public est retiré : son adresse ne répond plus.',
};

/** The names of its tables in an export. */
const profileTableTexts = {
  public_profile: 'Profil public',
  public_profile_badge: 'Badges du profil public',
};

const NUMBERSEn = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 3 → "three years of commitment"; 2.5 → "two and a half years of commitment". */
function yearsOfEn(years: number): string {
  const whole = Math.floor(years);
  if (whole === 0) return 'half a year of commitment';
  const half = years > whole ? ' and a half' : '';
  return `${NUMBERSEn[whole - 1] ?? figureEn(whole)}${half} ${years === 1 ? 'year' : 'years'} of commitment`;
}
const badgesByEn = (total: number, issuer: string) =>
  `${countEn(total, 'digital badge', 'digital badges')} issued by ${withArticleEn(issuer)}`;

/** `/profiles/{id}` and `/my/profile`. */
const profileTextsEn = () =>
  ({
    titleOf: (name, total, issuer) => [name, badgesByEn(total, issuer)].filter(Boolean).join(' · '),
    nameless: (total) => countEn(total, 'digital badge', 'digital badges'),
    delivered: badgesByEn,
    address: 'Address of this profile',
    others: 'The other badges',
    description: (issuer) =>
      `Digital badges issued by ${withArticleEn(issuer)}. Each can be verified at its own address.`,
    shared: (headline, total, issuer, url) =>
      `${headline}: ${badgesByEn(total, issuer)}. Each can be verified at its own address${url ? `: ${url}` : '.'}`,
    post: 'Post on LinkedIn',
    mail: 'Send by e-mail',
    yearsOf: yearsOfEn,
    issuedOn: (awarded) => `Issued ${awarded}`,
    validUntil: (day) => `valid until ${day}`,
    ended: (day) => `came to its end on ${day}`,
    checkedAt: (moment) => `Each badge was verified on ${moment}.`,
    checkAgain: 'Verify again',
    chosen:
      'The person chose the badges shown here; they may have others. The page of each badge says what it recognises and how to verify it.',
    qr: 'QR code of the address of this page',
    qrText: 'Scan this code to open this page and verify each badge.',
    printedOn: (moment) =>
      `Badges verified on ${moment}. Their state may change: the address above tells it.`,
    own: {
      title: 'My public profile',
      link: 'My public profile: one address for the badges you choose',
      lede: 'A page at one address, for a CV, i-Prof or a mail signature. It exists only if you make it, and you can remove it at any time.',
      is: {
        shown: 'Your profile is online, at this address:',
        empty:
          'Your profile no longer shows any badge: its address answers as if it did not exist. Choose badges, or remove it.',
      },
      address: 'Address of my profile',
      see: 'See my profile as everyone sees it',
      none: 'None of your badges can stand there yet. First accept a badge.',
      toBadges: 'My badges',
      make: 'Make my public profile',
      change: 'Change my public profile',
      formOf: {
        full: 'Your profile has your full name, like the badges that it shows.',
        initials: 'Your profile has your initials, like the badges that it shows.',
        none: 'Your profile does not name you, like the badges that it shows.',
      },
      sameForm:
        'A profile only shows badges that name you in the same form: on one page, a badge with a name would tell whose a badge without a name is.',
      otherForms: 'Your badges that name you in another form',
      otherForm: {
        full: (total) => `Make a profile with your full name (${countEn(total, 'badge', 'badges')})`,
        initials: (total) => `Make a profile with your initials (${countEn(total, 'badge', 'badges')})`,
        none: (total) => `Make a profile without naming you (${countEn(total, 'badge', 'badges')})`,
      },
      together: 'On one page, these badges tell that they belong to the same person.',
      badges: 'The badges to show',
      badgesHelp:
        'A badge that is hidden, declined, revoked or still to be accepted does not stand there. A badge that you hide later leaves the profile at once.',
      visibility: 'Who can find this page',
      visibilities: {
        unlisted: {
          label: 'People to whom I give the address',
          text: 'Search engines are asked not to show it.',
        },
        public: {
          label: 'Everyone, search engines too',
          text: 'Only where each of the badges shown is public itself.',
        },
      },
      notSearchable:
        'A badge of this profile is seen with its link only, or is no longer valid: search engines are therefore asked not to show the profile either.',
      save: 'Put it online',
      saveAgain: 'Save',
      preview: 'See the preview',
      previewNotice: 'Preview: your profile would look like this. Nothing is saved.',
      previewBack: 'Back to my choice',
      texts: 'Texts to copy',
      cv: 'For a CV',
      cvText: (badges, issuer, url) =>
        `Digital badges (Open Badges) issued by ${withArticleEn(issuer)}: ${andEn(badges)}. Anyone can verify them at ${url}`,
      signature: 'For a mail signature',
      signatureText: (issuer, url) => `My digital badges, issued by ${withArticleEn(issuer)}: ${url}`,
      iprof: 'For i-Prof (in French)',
      iprofHelp: 'To paste into the tab “Formations et compétences”.',
      iprofText: (badges, issuer, url) =>
        `Digital badges (Open Badges 3.0), issued by ${withArticleEn(issuer)}: ${andEn(badges.map(([name, awarded]) => `${name} (${awarded})`))}. Each can be verified at ${url}`,
      remove: 'Remove my profile',
      removeText:
        'The page disappears at once, and its address will never be used again. Your badges do not change. A new profile would have a new address.',
    },
  }) satisfies ReturnType<typeof profileTexts>;

/** Said on the page that follows an act. */
const profileDoneTextsEn: typeof profileDoneTexts = {
  'profile-saved': 'Your public profile is online.',
  'profile-removed': 'Your public profile is removed: its address no longer answers.',
};

/** The names of its tables in an export. */
const profileTableTextsEn: typeof profileTableTexts = {
  public_profile: 'Public profile',
  public_profile_badge: 'Badges on the public profile',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: profileTexts(),
    done: profileDoneTexts,
    tables: profileTableTexts,
    history: {
      'public-profile-saved': 'Profil public enregistré',
      'public-profile-removed': 'Profil public retiré',
    },
    menu: { my: { profile: 'Profil public' } },
  }),
  en: () => ({
    page: profileTextsEn(),
    done: profileDoneTextsEn,
    tables: profileTableTextsEn,
    history: {
      'public-profile-saved': 'Public profile saved',
      'public-profile-removed': 'Public profile removed',
    },
    menu: { my: { profile: 'Public profile' } },
  }),
});
