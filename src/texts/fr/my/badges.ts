import { byOffice } from '../../office.ts';
import { and, count, figure, plural } from '../grammar/page-phrases.ts';

/** Words about the end of a badge and the badge that takes its place. */
export const renewalTexts = byOffice((office: string) => ({
  newer: (awarded: string, until: string | undefined) =>
    until === undefined
      ? `Ce badge a été renouvelé ${awarded} : voir le nouveau`
      : `Ce badge a été renouvelé ${awarded}, jusqu’au ${until} : voir le nouveau`,
  older: (awarded: string) => `Il prend la suite du badge attribué ${awarded}`,
  from: (day: string) =>
    `Renouvelable à partir du ${day} : si les critères sont remplis, la ${office} décide d’un nouveau badge.`,
  now: `Renouvelable dès maintenant : si les critères sont remplis, la ${office} décide d’un nouveau badge.`,
  missing: 'Voir ce qui est rempli aujourd’hui, et ce qui manque',
}));

/** The word after a figure. */
const units = {
  years: (value: number): string => plural(value, 'année', 'années'),
  halfYears: (value: number): string => plural(value, 'demi-année', 'demi-années'),
  hours: (_: number): string => 'h',
  families: (value: number): string => plural(value, 'famille', 'familles'),
  missions: (value: number): string => plural(value, 'mission', 'missions'),
  trainings: (value: number): string => plural(value, 'formation', 'formations'),
  contributions: (value: number): string => plural(value, 'contribution', 'contributions'),
  members: (value: number): string => plural(value, 'membre', 'membres'),
  roles: (value: number): string => plural(value, 'titulaire', 'titulaires'),
  meetings: (value: number): string => plural(value, 'rencontre', 'rencontres'),
  decisions: (value: number): string => plural(value, 'décision', 'décisions'),
  conditions: (value: number): string => plural(value, 'condition', 'conditions'),
};

type FigureUnit = keyof typeof units;

/** A figure with its unit: « 12 h »; a part of a year in words: « une demi-année », « 2 années et demie ». */
export function measure(value: number, unit: FigureUnit): string {
  if (unit !== 'years' || value % 1 === 0) return `${figure(value)} ${units[unit](value)}`;
  const whole = Math.floor(value);
  if (whole === 0) return 'une demi-année';
  return `${whole === 1 ? 'une année' : `${figure(whole)} années`} et demie`;
}

/** `/my/badges`: progress, and the holder's actions on a badge. */
export const myBadgeTexts = (office: string) => ({
  title: 'Mes badges',
  lede: `Pour chaque badge, ce qui est rempli et ce qu’il manque. Le service constate ; la ${office} décide ; vous acceptez ou refusez.`,
  today: (day: string) => `Situation au ${day}.`,
  unfold: 'Ouvrez un badge pour voir chaque critère.',
  mine: 'Les badges qui m’ont été accordés',
  none: 'Aucun badge ne vous a été accordé pour le moment.',
  progress: 'Où j’en suis',
  /** Stands above all badges, and explains why figures may be lower than expected. */
  uncounted: (requested: number, contested: number): string => {
    const parts = [
      ...(requested > 0
        ? [`${count(requested, 'engagement attend', 'engagements attendent')} une confirmation`]
        : []),
      ...(contested > 0
        ? [`${count(contested, 'engagement est contesté', 'engagements sont contestés')}`]
        : []),
    ];
    return requested + contested === 1
      ? `${and(parts)} : il ne compte pas tant que rien n’est décidé. Chaque critère dit ce qu’il apporterait.`
      : `${and(parts)} : ils ne comptent pas tant que rien n’est décidé. Chaque critère dit ce qu’ils apporteraient.`;
  },
  states: {
    private: 'à accepter ou à refuser',
    accepted: 'accepté',
    declined: 'refusé',
    hidden: 'gardé pour vous',
    revoked: 'révoqué',
    suspended: 'suspendu',
    unsigned: 'accordé, bientôt signé',
    ended: 'arrivé à son terme',
  },
  grantedOn: (day: string) => `Accordé le ${day}`,
  open: {
    private: (name: string) => `Répondre : accepter ou refuser « ${name} »`,
    accepted: (name: string) => `Gérer et partager « ${name} »`,
    ended: (name: string) => `Gérer et partager « ${name} »`,
    hidden: (name: string) => `Choisir qui voit « ${name} »`,
    declined: (name: string) => `Voir « ${name} »`,
    revoked: (name: string) => `Voir pourquoi « ${name} » est révoqué`,
    suspended: (name: string) => `Voir pourquoi « ${name} » est suspendu`,
    unsigned: (name: string) => `Voir « ${name} »`,
  },
  /** The state of a badge whose criteria are all met. */
  metAnd: {
    private: 'Tous les critères sont remplis, et le badge vous a été accordé : il attend votre réponse.',
    accepted: 'Tous les critères sont remplis, et le badge vous a été accordé.',
    hidden: 'Tous les critères sont remplis, et le badge vous a été accordé. Vous le gardez pour vous.',
    declined: 'Tous les critères sont remplis. Vous avez refusé ce badge.',
    revoked: 'Tous les critères sont remplis, mais ce badge a été révoqué.',
    suspended: 'Tous les critères sont remplis, mais ce badge est suspendu.',
    unsigned: 'Tous les critères sont remplis, et le badge vous a été accordé : il sera bientôt signé.',
    ended: `Tous les critères sont remplis. Le badge est arrivé à son terme : la ${office} décide de son renouvellement.`,
  },
  metHeldBySchool: 'Tous les critères sont remplis, et le badge a été accordé à l’établissement.',
  metWaits: `Tous les critères sont remplis. La ${office} décide.`,
  /** The next step towards a badge, the same on every page, without its full stop. */
  next: {
    byTime: (day: string) => `Le ${day}, si votre mission continue`,
    ifConfirmed: 'Rempli dès que vos engagements en attente sont confirmés',
    lacking: (complement: string) => `Prochaine étape : ${complement}`,
    acts: { engagement: 'Déclarer un engagement', contribution: 'Ajouter une contribution' },
  },
  byTime: (day: string) =>
    `Si vos engagements confirmés se poursuivent, le temps seul remplira ces critères le ${day}.`,
  notByTime: 'Le temps seul n’y suffira pas : il faut ce qui manque ci-dessous.',
  notByTimeBut: (dated: number, missing: number) =>
    `Il remplira ${dated === 1 ? 'une' : figure(dated)} des ${figure(missing)} conditions qui manquent, à la date dite plus bas.`,
  byTimeOne: (day: string) =>
    `Si vos engagements confirmés se poursuivent, le temps seul remplira cette condition le ${day}`,
  byTimeOfSchool: (day: string) =>
    `Si les engagements confirmés de l’équipe se poursuivent, le temps seul remplira cette condition le ${day}`,
  familyCounts: (days: number) =>
    `Une famille compte quand l’un des membres a exercé une de ses missions ${days} jours dans l’année`,
  ifConfirmed: (figures: string) => `Si ce qui est demandé ou contesté était confirmé : ${figures}`,
  waived: (years: readonly string[], before: string) =>
    `Avant ${before}, une année ou une demi-année d’engagement vaut point d’étape : ${years.join(', ')}`,
  met: 'Rempli',
  notMet: 'Il manque',
  /** « 10 sur 12 h » ; « 6 années ; 1 suffit » where there is more than asked; « une demi-année, sur 1 année ». */
  found: (found: number, required: number, unit: FigureUnit): string => {
    if (found === required) return measure(found, unit);
    if (found > required)
      return `${measure(found, unit)} ; ${figure(required)} ${plural(required, 'suffit', 'suffisent')}`;
    return found % 1 === 0
      ? `${figure(found)} sur ${measure(required, unit)}`
      : `${measure(found, unit)}, sur ${measure(required, unit)}`;
  },
  measure,
  units,
  bar: (requirement: string, figures: string) => `${requirement} : ${figures}`,
  barText: 'La barre est pleine quand le critère est rempli ; le chiffre dit combien a été trouvé.',
  table: 'Le détail en tableau',
  tableOf: (name: string) => ` : ${name}`,
  requirement: 'Critère',
  foundColumn: 'Trouvé',
  requiredColumn: 'Demandé',
  missingColumn: 'Ce qu’il manque',
  nothing: 'Rien',
  used: 'Faits pris en compte',
  criteriaLink: (name: string) => `Lire les critères de « ${name} »`,
  one: {
    forSchool: (school: string) => `Badge de l’établissement : ${school}`,
    declinedText: `Vous avez refusé ce badge. Son adresse répond qu’il n’y a rien. Seule la ${office} peut l’accorder de nouveau.`,
    hiddenText: 'Ce badge est gardé pour vous : son adresse publique répond qu’il n’y a rien.',
    revokedText: (day: string, reason: string) =>
      `Ce badge a été révoqué le ${day}. Motif public : ${reason}`,
    erasedText: 'Ce badge a été effacé avec les données de la personne.',
    choose: 'Ce que la page publique montre',
    names: {
      none: {
        label: 'Aucun nom',
        text: 'La page dit ce qui est reconnu, sans dire à qui : les années scolaires, jamais les jours.',
      },
      initials: { label: 'Mes initiales', text: 'Par exemple C. D.' },
      full: {
        label: 'Mon prénom et mon nom',
        text: 'En toutes lettres, dans la page et dans les fichiers du badge.',
      },
    },
    schoolNamed: 'Le badge nomme l’établissement : c’est le sien.',
    previewNotice:
      'Aperçu : voici la page telle que les autres la verraient avec ce choix. Ce choix n’est pas encore enregistré, et cette adresse n’est ouverte qu’à vous.',
    previewHidden:
      'Aperçu : voici la page telle que les autres la verraient si vous la montriez. Avec ce choix, elle reste fermée aux autres.',
    previewInstead:
      'Télécharger, partager et vérifier s’ouvriront sur la page publique, quand le badge sera accepté avec ce choix.',
    previewBack: 'Revenir à mon choix',
    save: 'Enregistrer ce choix',
    declineTitle: (name: string) => `Refuser « ${name} » ?`,
    declineText: `Le badge restera invisible et ne vous sera plus proposé, sauf décision motivée de la ${office}. Votre dossier et vos autres badges n’en souffrent pas.`,
    notToDecline: {
      accepted:
        'Ce badge est déjà accepté : il ne peut plus être refusé. Vous pouvez le cacher à tout moment.',
      ended: 'Ce badge a été accepté : il ne peut plus être refusé. Vous pouvez le cacher à tout moment.',
      hidden: 'Ce badge est déjà accepté, et caché : personne ne le voit.',
      declined: 'Vous avez déjà refusé ce badge. Personne ne le voit.',
      revoked: 'Ce badge est révoqué : il n’y a plus rien à refuser.',
      suspended: 'Ce badge est suspendu. Vous pourrez répondre quand la suspension sera levée.',
      unsigned: 'Ce badge n’est pas encore signé.',
      erased: 'Ce badge a été effacé.',
    },
    backToBadge: 'Revenir au badge',
    declineConfirm: 'Oui, refuser ce badge',
    hide: 'Cacher ce badge',
    show: {
      unlisted: 'Le montrer à ceux à qui je donne le lien',
      public: 'Le montrer à tout le monde',
    },
    keep: 'Non, revenir au badge',
    publicPage: 'Ouvrir la page publique',
    embed: 'À coller dans une page web',
    filesText: 'Chaque fichier contient la preuve : il se vérifie sans ce site.',
    validUntil: (day: string) => `Valable jusqu’au ${day}`,
  },
});
