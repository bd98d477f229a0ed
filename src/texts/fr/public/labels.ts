import type { FormChoice } from '../../../domain/award/types.ts';
import { withArticle } from '../grammar/names.ts';
import { figure, halves, plural } from '../grammar/page-phrases.ts';
import { badgeImage } from './badge-image.ts';

const REFERENT: Readonly<Record<FormChoice, string>> = {
  feminine: 'Référente',
  masculine: 'Référent',
  inclusive: 'Mission de référent',
};

/** What a named person is, in the form that they chose. Without one, the mission is named instead. */
export function referent(form: FormChoice | undefined): string {
  return REFERENT[form ?? 'inclusive'];
}

/** Labels used in view models and pictures, which are chosen before a page is built. */
export const publicLabels = {
  version: (version: number) => `Version ${version}`,
  evidence: (name: string, narrative: string) => [name, narrative].filter(Boolean).join(' : '),
  profile: 'Profil Open Badges (JSON-LD)',
  did: 'Document DID',
  jwks: 'Jeu de clés (JWKS)',
  badgeLog: 'Le journal des badges signés',
  share: {
    linkedInProfile: 'Ajouter à mon profil LinkedIn',
    linkedInPost: 'Publier sur LinkedIn',
    mail: 'Envoyer par courriel',
    /** « Emma Fabre est RUPN confirmée : badge numérique délivré par la DANE. Chacun peut… » */
    shared: (headline: string, issuer: string, url?: string) =>
      `${headline} : badge numérique délivré par ${withArticle(issuer)}. Chacun peut le vérifier${url ? ` : ${url}` : '.'}`,
    embedAlt: (badge: string, issuer: string) => `Badge « ${badge} » délivré par ${withArticle(issuer)}`,
  },
  forms: {
    pdf: 'Le certificat, à imprimer ou à envoyer, avec sa preuve dedans',
    png: 'L’image du badge, avec sa preuve dedans',
    svg: 'L’image vectorielle, avec sa preuve dedans',
    json: 'Le badge signé, pour les portefeuilles numériques',
    jws: 'Le même, sous forme de JWT',
  },
  badgeImage,
  card: {
    issuedBy: (issuer: string) => `Délivré par ${withArticle(issuer)}`,
    awarded: (awarded: string, until: string | undefined) =>
      until === undefined
        ? `Badge numérique délivré ${awarded}. Chacun peut le vérifier.`
        : `Badge numérique délivré ${awarded}, valable jusqu’au ${until}. Chacun peut le vérifier.`,
    revoked: (day: string) => `Badge révoqué le ${day}. Il n’est plus valable.`,
    suspended: (day: string) => `Badge suspendu le ${day}. Il ne vaut pas tant que la suspension dure.`,
    verify: 'Chacun peut le vérifier à cette adresse.',
    /** What a holder is, for readers who know no acronym. */
    mission: (form: FormChoice | undefined) =>
      form === undefined || form === 'inclusive'
        ? `${referent(form)} numérique en établissement`
        : `${referent(form)} numérique de son établissement`,
    band: { revoked: 'Révoqué le', suspended: 'Suspendu le' },
    /** The figures of an engagement, each with its unit. */
    years: (years: number) => ({
      figure: halves(years),
      unit: plural(years, 'année d’engagement', 'années d’engagement'),
    }),
    families: (families: number) => ({
      figure: figure(families),
      unit: plural(families, 'famille de missions', 'familles de missions'),
    }),
    hours: (hours: number) => ({ figure: `${figure(hours)} h`, unit: 'de formation' }),
    members: (members: number) => ({
      figure: figure(members),
      unit: plural(members, 'personne dans l’équipe', 'personnes dans l’équipe'),
    }),
    setAsideTitle: {
      revoked: (name: string, day: string) => `${name} (révoqué le ${day})`,
      suspended: (name: string, day: string) => `${name} (suspendu le ${day})`,
    },
    homeTitle: 'L’engagement numérique, reconnu',
    homeSubtitle: 'Des critères publiés, une décision humaine, une preuve que chacun peut vérifier.',
    home: 'Un cairn de trois pierres sur une plaque à six côtés, signe des badges numériques',
  },
  /** External frameworks that also have a French name. */
  frameworks: {
    DigCompEdu: 'Cadre européen des compétences numériques des éducateurs (DigCompEdu)',
  } as Readonly<Record<string, string>>,
  nothingSent: 'Donnez un lien, un texte ou un fichier.',
  noBadgeAddress: (origin: string) =>
    `Cette adresse de ce service n’est pas celle d’un badge. Celle d’un badge commence par ${origin}/credentials/.`,
};
