import { classProjectTableTexts } from '../../../features/class-projects/texts-fr.ts';
import { contestTableTexts } from '../../../features/contests/texts-fr.ts';
import { dataRequestTableTexts } from '../../../features/data-requests/texts-fr.ts';
import { networkTableTexts } from '../../../features/directory/texts-fr.ts';
import { endorsementTableTexts } from '../../../features/endorsements/texts-fr.ts';
import { invitationTableTexts } from '../../../features/invitations/texts-fr.ts';
import { missionsProposedTableTexts } from '../../../features/mission-proposals/texts-fr.ts';
import { profileTableTexts } from '../../../features/public-profiles/texts-fr.ts';
import { supportTableTexts } from '../../../features/support/texts-fr.ts';
import { trainingWishTableTexts } from '../../../features/training-wishes/texts-fr.ts';
import { yearlyReportTableTexts } from '../../../features/yearly-reports/texts-fr.ts';
import { hostTableTexts } from '../../../standards/host/texts-fr.ts';
import { badgeRecordTableTexts } from '../../../standards/badge-records/texts-fr.ts';
import { walletTableTexts } from '../../../standards/wallets/texts-fr.ts';
import { newcomersTableTexts } from '../account/newcomers.ts';
import { retentionTableTexts } from '../dane/retention.ts';
import { schoolRecordTableTexts } from '../school/records.ts';
import { exportColumnTexts } from './export-columns.ts';

/** Names of the tables of an export. */
export const exportTableTexts = (office: string): Readonly<Record<string, string>> => ({
  ...supportTableTexts,
  ...invitationTableTexts,
  ...networkTableTexts,
  ...classProjectTableTexts,
  ...contestTableTexts,
  ...walletTableTexts,
  ...endorsementTableTexts,
  ...badgeRecordTableTexts,
  ...dataRequestTableTexts,
  ...retentionTableTexts,
  ...hostTableTexts,
  ...schoolRecordTableTexts,
  ...yearlyReportTableTexts,
  ...trainingWishTableTexts,
  ...profileTableTexts,
  ...missionsProposedTableTexts,
  ...newcomersTableTexts,
  person: 'Identité',
  person_email: 'Adresses électroniques',
  person_profile: 'Profils',
  engagement: 'Engagements',
  declared_engagement: 'Engagements déclarés dans le service',
  attendance: 'Formations et rencontres',
  progress_review: 'Points d’étape',
  contribution: 'Contributions',
  award: 'Badges accordés',
  credential: 'Badges signés',
  identity: 'Comptes de connexion',
  session: 'Connexions',
  typed_form: 'Formulaire gardé pour vous',
  headship: 'Établissements dirigés',
  sign_in_doubt: 'Connexions à vérifier',
  audit: 'Journal des actes',
  engagement_request: 'Engagements en attente de confirmation',
  paper: 'Documents établis',
  mail: 'Courriels',
  mail_language: 'Langue des courriels',
  mail_choice: 'Préférences de courriel',
  proposal: `Badges proposés à la ${office}`,
  proposal_refusal: `Badges refusés par la ${office}`,
  column_match: 'Colonnes associées à la main',
  upload: 'Fichiers déposés',
  confirmation_request: 'Demandes de confirmation',
  engagement_proposal: 'Changements d’engagement proposés ou décidés',
  documentary_confirmation: 'Confirmations sur pièces',
});

/** Words for stored codes, by column, or by table and column. */
export const exportCodeTexts = (
  office: string,
): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  profile: { rupn: 'RUPN', principal: 'chef d’établissement', dane: office },
  acceptance: { private: 'en attente de réponse', accepted: 'accepté', declined: 'refusé' },
  visibility: { public: 'visible des moteurs de recherche', unlisted: 'seulement avec le lien' },
  shown_name: { none: 'aucun', initials: 'initiales', full: 'prénom et nom' },
  name_form: { none: 'aucun', initials: 'initiales', full: 'prénom et nom' },
  title_form: { feminine: 'féminin', masculine: 'masculin', inclusive: 'sans choix de genre' },
  recipient_kind: { person: 'une personne', establishment: 'un établissement' },
  state: { waiting: 'à envoyer', sent: 'envoyé', skipped: 'pas envoyé', refused: 'refusé par le serveur' },
  provider: { proconnect: 'ProConnect', fim: 'guichet de l’académie', local: 'démonstration' },
  'sign_in_doubt.reason': {
    'no-address': 'aucune adresse transmise',
    'address-not-verified': 'adresse non vérifiée',
    'unknown-address': 'adresse inconnue',
    'already-linked': 'adresse déjà liée à un autre compte',
  },
  'engagement_proposal.kind': { end: 'fin', missions: 'autres missions', correction: 'correction' },
  'engagement_proposal.outcome': { accepted: 'accepté', refused: 'refusé', withdrawn: 'retiré' },
  'mission_proposal.outcome': { accepted: 'accepté', declined: 'décliné', withdrawn: 'retiré' },
  'event_invitation.answer': { coming: 'je viens', perhaps: 'peut-être', 'not-coming': 'je ne viens pas' },
  'support_request.kind': {
    'local-authority': 'relation avec la collectivité',
    technical: 'accompagnement technique',
    proximity: 'accompagnement de proximité',
    'local-training': 'formation d’initiative locale',
  },
  'support_request.state': {
    open: 'attend une réponse',
    planned: 'rendez-vous prévu',
    answered: 'répondue',
    closed: 'close',
    withdrawn: 'retirée',
  },
  left_out: { 'not-wanted': 'pas voulu', 'no-address': 'aucune adresse' },
  'mail.reason': { 'not-wanted': 'pas voulu', 'no-address': 'aucune adresse' },
  scopes: {
    'credential.readonly': 'lire les badges',
    'credential.upsert': 'ajouter des badges',
    'profile.readonly': 'lire le prénom et le nom',
    'profile.update': 'écrire le profil',
    offline_access: 'revenir sans le redemander',
  },
  verdict: {
    valid: 'authentique et valable',
    expired: 'expiré',
    revoked: 'révoqué',
    suspended: 'suspendu',
    'status-unreachable': 'révocation non établie',
    'signature-not-valid': 'signature non valable',
    'not-verifiable': 'non vérifiable',
  },
  'held_badge.form': { json: 'JSON', jws: 'JWT' },
  road: {
    page: 'une page',
    api: 'l’API',
    command: 'une commande',
    timer: 'le service, de lui-même',
    job: 'un travail en cours',
  },
  'host_token.kind': { access: 'accès', refresh: 'renouvellement' },
});

/** Names of the fields inside a detail, a record or a summary. A field without one shows its own name. */
export const exportDetailTexts: Readonly<Record<string, string>> = {
  ...exportColumnTexts,
  period: 'Période',
  from: 'Du',
  to: 'Au',
  missions: 'Missions',
  roles: 'Rôles',
  doneByFamily: 'Ce qui a été fait',
  worked: 'Ce qui a marché',
  difficulties: 'Difficultés',
  presentSplit: 'Répartition actuelle',
  trainingsWished: 'Formations souhaitées',
  decisions: 'Décisions',
  duration: 'Années',
  families: 'Familles',
  trainingHours: 'Heures de formation',
  members: 'Membres',
  name: 'Nom',
  schools: 'Établissements',
  by: 'Par',
  service: 'Service',
  badge: 'Badge',
  host: 'Adresse',
};

/** Names of the browsers and systems that a session records. */
export const exportDeviceTexts: Readonly<Record<string, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  windows: 'Windows',
  android: 'Android',
  ios: 'iPhone, iPad',
  macos: 'macOS',
  chromeos: 'ChromeOS',
  linux: 'Linux',
  other: '',
};
