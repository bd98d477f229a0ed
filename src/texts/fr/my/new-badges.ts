import { withArticle } from '../grammar/names.ts';
import { figure, plural } from '../grammar/page-phrases.ts';

/** How many people fit, the reader included. From `many` on, people are not counted further. */
function fitting(people: number, many: number): string {
  if (people <= 1) return 'une seule personne, vous.';
  if (people >= many) return `au moins ${figure(many)} personnes.`;
  return `${people === 2 ? 'deux' : figure(people)} personnes, dont vous.`;
}

/** From a new badge to its sharing: `/my/badges/new`, its preview, and the tools of a published badge. */
export const myNewBadgeTexts = (office: string) => ({
  title: (badges: number): string =>
    plural(badges, 'Vous avez un nouveau badge', `Vous avez ${figure(badges)} nouveaux badges`),
  lede: (badges: number): string =>
    plural(
      badges,
      'Tant que vous ne l’avez pas accepté, il n’a pas de page publique. Vous pouvez aussi le refuser, sans vous justifier.',
      'Tant que vous ne les avez pas acceptés, ils n’ont pas de page publique. Vous pouvez aussi en refuser un, sans vous justifier.',
    ),
  none: 'Aucun nouveau badge n’attend votre réponse.',
  seeBadges: 'Voir mes badges',
  others: (badges: number): string =>
    plural(
      badges,
      'Un autre nouveau badge attend votre réponse.',
      `${figure(badges)} autres nouveaux badges attendent votre réponse.`,
    ),
  answerAll: 'Répondre à tous en une fois',
  grantedBy: (issuer: string, day: string) => `Délivré par ${withArticle(issuer)} le ${day}.`,
  validUntil: (day: string) => `Valable jusqu’au ${day}.`,
  /** The box of one badge among several. */
  take: 'Accepter ce badge',
  decline: 'Refuser ce badge',
  /** What a reader of screens hears after it. */
  declineOf: (name: string) => ` : ${name}`,
  fields: {
    badge: 'Badges acceptés',
    visibility: 'Qui le voit',
    name: 'Votre nom',
    form: 'La forme du titre',
    schools: 'Vos établissements',
    aware: 'Établissements sans nom',
    email: 'L’empreinte de votre adresse e-mail',
    words: 'Le mot de votre chef d’établissement',
  },
  choose: 'Ce que vous montrez',
  chooseAll: 'Un seul choix pour tous les badges cochés. Vous pourrez le changer pour chacun, à tout moment.',
  chooseOne: 'Vous pourrez changer ce choix à tout moment.',
  visibility: 'Qui le voit ?',
  words: 'Le mot de votre chef d’établissement',
  wordsShown: {
    fitting: {
      label: 'Seulement s’il n’en dit pas plus',
      text: 'Un mot qui vous nomme paraît si votre nom paraît. Signé au nom de l’établissement, il paraît si vos établissements paraissent.',
    },
    all: {
      label: 'Toujours',
      text: 'Même s’il dit votre nom ou celui de l’établissement, que vous ne montrez pas.',
    },
    none: {
      label: 'Jamais',
      text: 'Le mot est gardé. Vous pourrez le montrer plus tard.',
    },
  },
  visibilities: {
    me: {
      label: 'Moi seulement',
      text: 'Le badge est gardé pour vous. Son adresse répond qu’il n’y a rien.',
    },
    unlisted: {
      label: 'Ceux à qui je donne le lien',
      text: 'La page s’ouvre pour qui a son adresse. Les moteurs de recherche l’ignorent.',
    },
    public: { label: 'Tout le monde', text: 'La page peut apparaître dans une recherche.' },
  },
  name: 'Votre nom sur la page',
  form: 'La forme du titre, à côté de votre nom',
  formHelp: 'Le badge est rédigé en français. Sans votre nom en entier, il garde le point médian.',
  forms: { feminine: 'Au féminin', masculine: 'Au masculin', inclusive: 'Avec le point médian' },
  more: 'Et aussi, si vous le souhaitez',
  schools: {
    label: 'Nommer mes établissements',
    text: 'La page dit où vous avez exercé. Sinon, elle dit les années et les missions, sans le lieu.',
  },
  /** How well a badge without a name hides its holder. */
  recognition: {
    title: 'Qui peut vous reconnaître sans votre nom',
    text: 'Sans nom, le badge dit encore les années, les missions, les formations et qui a confirmé. Voici combien de titulaires de ce badge, pour la même année scolaire, ont un badge qui dit la même chose. Les autres personnes du registre ne sont pas comptées.',
    withoutSchools: (people: number, many: number) => `Sans vos établissements : ${fitting(people, many)}`,
    withSchools: (people: number, many: number) => `Avec vos établissements : ${fitting(people, many)}`,
    named: (badges: number): string =>
      plural(
        badges,
        'Ce badge montre votre nom ou vos initiales et dit une même année. En comparant les deux, on vous reconnaît :',
        'Ces badges montrent votre nom ou vos initiales et disent une même année. En comparant, on vous reconnaît :',
      ),
  },
  schoolsWarning:
    'Attention : l’établissement suffit à vous reconnaître. Vos collègues savent qui y a exercé ces missions, et quand.',
  aware: 'Je nomme mes établissements en sachant que l’on peut me reconnaître',
  email: {
    label: 'Ajouter l’empreinte de mon adresse e-mail',
    text: 'Un site qui connaît votre adresse peut vérifier que le badge est à vous. Mais les adresses se devinent d’après les noms : avec une liste de noms, n’importe qui peut découvrir que ce badge est le vôtre, même sans nom affiché. Une copie déjà prise la garde.',
  },
  accept: (badges: number): string => plural(badges, 'Accepter ce badge', 'Accepter les badges cochés'),
  preview: 'Voir ce que verra le public',
  previewTitle: 'Ce que verra le public',
  previewText:
    'Voici ce que montrera un réseau ou une messagerie quand vous donnerez le lien. Rien n’est encore publié.',
  previewMe: (badges: number): string =>
    plural(
      badges,
      'Le public ne verra rien. L’adresse du badge répondra qu’il n’y a rien, jusqu’à ce que vous changiez d’avis.',
      'Le public ne verra rien. L’adresse de chaque badge répondra qu’il n’y a rien, jusqu’à ce que vous changiez d’avis.',
    ),
  previewWhole: 'Voir la page entière',
  previewAccept: (badges: number): string => plural(badges, 'Accepter ainsi', 'Accepter ainsi ces badges'),
  previewBack: 'Changer mon choix',
  manageTitle: (name: string) => `Gérer « ${name} »`,
  published: {
    title: 'C’est publié',
    together: (badges: number): string =>
      `Vos ${figure(badges)} badges tiennent sur une seule page, pour un CV, i-Prof ou une signature de courriel.`,
    makeProfile: 'Faire mon profil public avec ces badges',
    addToProfile: 'Ajouter ces badges à mon profil public',
    titleKept: 'C’est gardé pour vous',
    titleNothing: 'Rien n’est publié',
    open: {
      unlisted: 'La page s’ouvre pour ceux à qui vous donnez le lien.',
      public: 'Tout le monde peut voir la page.',
    },
    kept: (badges: number): string =>
      plural(
        badges,
        'Ce badge est à vous. Son adresse publique répond qu’il n’y a rien. Pour le partager un jour, ouvrez-le et changez qui le voit.',
        'Ces badges sont à vous. Leurs adresses publiques répondent qu’il n’y a rien. Pour en partager un, ouvrez-le et changez qui le voit.',
      ),
    keptForSchool:
      'Ce badge est à l’établissement. Son adresse publique répond qu’il n’y a rien. Pour le partager un jour, ouvrez-le et changez qui le voit.',
    /** Badges of the form that are not accepted. */
    not: {
      private: (name: string) => `« ${name} » attend encore votre réponse.`,
      declined: (name: string) => `« ${name} » n’est pas publié : vous l’avez refusé.`,
      revoked: (name: string) => `« ${name} » n’est pas publié : il est révoqué.`,
      suspended: (name: string) => `« ${name} » n’est pas publié : il est suspendu.`,
    },
    manage: 'Gérer ce badge',
    manageOf: (name: string) => ` : ${name}`,
    openPage: 'Ouvrir la page publique',
    remaining: 'Voir les badges qui attendent',
  },
  tools: {
    title: 'Partager ce badge',
    card: 'La carte que montrent les réseaux',
    cardAlt: (name: string) => `Carte du badge « ${name} »`,
    phraseOf: (badge: string, issuer: string, url?: string) =>
      `J’ai reçu le badge numérique « ${badge} », délivré par ${withArticle(issuer)}. Chacun peut le vérifier${url ? ` : ${url}` : '.'}`,
    phraseOfSchool: (badge: string, issuer: string, url?: string) =>
      `Notre établissement a reçu le badge numérique « ${badge} », délivré par ${withArticle(issuer)}. Chacun peut le vérifier${url ? ` : ${url}` : '.'}`,
    /** Where the browser has its own sheet for sharing. */
    sheet: 'Partager…',
    more: 'Autres fichiers et textes',
    wide: 'Image large',
    square: 'Image carrée',
    certificate: 'Certificat (PDF)',
    qrSvg: 'Code QR (SVG)',
    qrPng: 'Code QR (PNG)',
    iprof: 'Texte pour i-Prof',
    signature: 'Signature de courriel',
    signatureHow:
      'Copiez la signature et collez-la dans les réglages de votre messagerie. Sans bouton : sélectionnez-la, puis copiez-la. Si vous cachez le badge, l’image disparaît des courriels déjà envoyés.',
    signatureWords: (issuer: string) => `badge numérique délivré par ${withArticle(issuer)}`,
    signatureVerify: 'Le vérifier',
    signatureLines: (badge: string, issuer: string, url: string) =>
      `${badge}, badge numérique délivré par ${withArticle(issuer)}\nLe vérifier : ${url}`,
    signatureCopy: 'Copier la signature',
    signatureHtml: 'Son code HTML',
    signatureText: 'La même, en texte seul',
    code: 'Pour un site web ou un autre logiciel',
    codeText: 'Le code à coller dans une page, et les fichiers signés.',
  },
  home: {
    title: (badges: number): string =>
      plural(badges, 'Un nouveau badge', `${figure(badges)} nouveaux badges`),
    text: (badges: number): string =>
      plural(
        badges,
        `La ${office} vous l’a accordé. À vous de dire si vous l’acceptez, et qui le voit.`,
        `La ${office} vous les a accordés. À vous de dire si vous les acceptez, et qui les voit.`,
      ),
    see: (badges: number): string => plural(badges, 'Voir ce badge', 'Voir ces badges'),
  },
});
