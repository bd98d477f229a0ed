import { withArticle } from '../../texts/fr/grammar/names.ts';
import { and, count, figure, plural } from '../../texts/fr/grammar/page-phrases.ts';

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
export const profileTexts = () => ({
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
export const profileDoneTexts = {
  'profile-saved': 'Votre profil public est en ligne.',
  'profile-removed': 'Votre profil public est retiré : son adresse ne répond plus.',
};

/** The names of its tables in an export. */
export const profileTableTexts = {
  public_profile: 'Profil public',
  public_profile_badge: 'Badges du profil public',
};
