import type { publicLabels as french } from '../../fr/public/labels.ts';
import { figure, halves, plural } from '../grammar/page-phrases.ts';
import { badgeImage } from './badge-image.ts';

/** Labels used in view models and pictures, which are chosen before a page is built. */
export const publicLabels: typeof french = {
  version: (version) => `Version ${version}`,
  evidence: (name, narrative) => [name, narrative].filter(Boolean).join(': '),
  profile: 'Open Badges profile (JSON-LD)',
  did: 'DID document',
  jwks: 'Key set (JWKS)',
  badgeLog: 'The log of signed badges',
  share: {
    linkedInProfile: 'Add to my LinkedIn profile',
    linkedInPost: 'Post on LinkedIn',
    mail: 'Send by e-mail',
    shared: (headline, issuer, url) =>
      `${headline}: a digital badge issued by ${issuer}. Anyone can verify it${url ? `: ${url}` : '.'}`,
    embedAlt: (badge, issuer) => `Badge “${badge}” issued by ${issuer}`,
  },
  forms: {
    pdf: 'The certificate, to print or to send, with its proof inside',
    png: 'The badge image, with its proof inside',
    svg: 'The vector image, with its proof inside',
    json: 'The signed badge, for digital wallets',
    jws: 'The same, as a JWT',
  },
  badgeImage,
  card: {
    issuedBy: (issuer) => `Issued by ${issuer}`,
    awarded: (awarded, until) =>
      until === undefined
        ? `Digital badge issued ${awarded}. Anyone can verify it.`
        : `Digital badge issued ${awarded}, valid until ${until}. Anyone can verify it.`,
    revoked: (day) => `Badge revoked on ${day}. It is no longer valid.`,
    suspended: (day) => `Badge suspended on ${day}. It is not valid while the suspension lasts.`,
    verify: 'Anyone can verify it at this address.',
    mission: () => 'Digital lead of their school',
    band: { revoked: 'Revoked on', suspended: 'Suspended on' },
    years: (years) => ({
      figure: halves(years),
      unit: plural(Math.ceil(years), 'year of service', 'years of service'),
    }),
    families: (families) => ({
      figure: figure(families),
      unit: plural(families, 'family of missions', 'families of missions'),
    }),
    hours: (hours) => ({ figure: `${figure(hours)} h`, unit: 'of training' }),
    members: (members) => ({
      figure: figure(members),
      unit: plural(members, 'person in the team', 'people in the team'),
    }),
    setAsideTitle: {
      revoked: (name, day) => `${name} (revoked on ${day})`,
      suspended: (name, day) => `${name} (suspended on ${day})`,
    },
    homeTitle: 'Digital commitment, recognised',
    homeSubtitle: 'Published criteria, a human decision, a proof that anyone can verify.',
    home: 'A cairn of three stones on a six-sided plate, the sign of the digital badges',
  },
  frameworks: {},
  nothingSent: 'Give a link, a text or a file.',
  noBadgeAddress: (origin) =>
    `This address of this service is not one of a badge. That of a badge begins with ${origin}/credentials/.`,
};
