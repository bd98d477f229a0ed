import { campaignPreviewTexts } from './dane-campaign-preview.ts';
import { count } from './page-words.ts';

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });
const schools = (total: number) => count(total, 'établissement', 'établissements');

type Situations = Readonly<Record<'confirmed' | 'waiting' | 'contested' | 'nobody', number>>;

/** The states that some school is in, the covered ones first. */
function situations({ confirmed, waiting, contested, nobody }: Situations): string {
  const parts = [
    [confirmed, 'avec un·e référent·e confirmé·e'],
    [waiting, 'en attente de confirmation'],
    [contested, 'avec des engagements contestés seulement'],
    [nobody, 'sans personne'],
  ] as const;
  return parts
    .filter(([total]) => total > 0)
    .map(([total, words]) => `${total} ${words}`)
    .join(', ');
}

/** Coverage, school by school. */
const coverage = {
  title: 'La couverture',
  lede: (total: number, states: Situations, year: string) =>
    states.confirmed === total
      ? `${schools(total)} comptés. Tous ont au moins un·e référent·e en ${year}.`
      : `Sur ${schools(total)} en ${year} : ${situations(states)}.`,
  neverMeasured: (year: string) =>
    `La couverture de ${year} n’a pas encore été relevée. Lancez le relevé : il ne prend que quelques instants.`,
  schoolYear: 'Année scolaire',
  show: 'Afficher',
  situation: (day: string) => `Situation au ${day}.`,
  situationField: 'Situation au',
  situationHelp:
    'Aujourd’hui au plus tard ; vide pour le dernier relevé de l’année. Les confirmations sont prises telles qu’elles sont aujourd’hui.',
  dayNotMeasured: (day: string) => `La situation au ${day} n’a pas encore été relevée.`,
  measureDay: 'Relever ce jour',
  notMeasured: (total: number) =>
    `${count(total, 'établissement n’est', 'établissements ne sont')} pas encore dans le relevé. Relancez-le.`,
  measuredAt: (moment: string) => `Relevé du ${moment}.`,
  daily: 'Le relevé est refait chaque jour, et après chaque import à l’écran.',
  measuring: 'Un relevé est en cours.',
  measureDetail: 'Voir le détail',
  measure: 'Relever maintenant',
  definitionTitle: 'Ce que les chiffres veulent dire',
  definition:
    'Une famille est couverte dans un établissement si un engagement confirmé, en vigueur au moins un jour de l’année scolaire jusqu’à aujourd’hui, porte l’une de ses missions. Une mission hors décompte ne compte pas. Une mission conditionnelle ne compte qu’un jour où la collectivité l’autorise. Un établissement est « confirmé » si l’engagement d’au moins une personne est confirmé un jour de cette année ; sinon « en attente » si une demande attend le chef d’établissement ; sinon « contesté » s’il n’a que des engagements contestés ; sinon il n’a « personne ».',
  scopes: {
    public: 'Sont comptés les établissements publics, hors lycées agricoles.',
    all: 'Sont comptés tous les établissements enregistrés.',
  },
  drawing: 'Familles de missions couvertes, par département',
  drawingText: (lines: readonly string[]) => lines.join(' '),
  drawingLine: (name: string, cells: string) => `${name} : ${cells}.`,
  academy: 'Toute l’académie',
  noDepartment: 'Département non précisé',
  cell: (covered: number, total: number) => `${covered} sur ${total}`,
  share: (share: number) => PERCENT.format(share),
  asTable: 'Le même dessin, en tableau',
  departments: 'Département par département',
  departmentCard: (total: number, states: Situations) => `${schools(total)} : ${situations(states)}`,
  department: 'Département',
  schools: 'Établissements',
  /** What a school has in the year. */
  states: {
    confirmed: 'Confirmé',
    waiting: 'En attente de confirmation',
    contested: 'Contesté',
    nobody: 'Personne',
  },
  family: (code: string) => `Famille ${code}`,
  waiting: 'Demandes en attente',
  clashes: 'Conflits de rôle',
  download: 'Télécharger',
  byDepartment: 'Le tableau par département',
  bySchool: 'Le détail par établissement',
  formats: { csv: 'CSV', xlsx: 'XLSX' },
  /** The page to print, and the same as a paper. */
  report: {
    title: (year: string) => `La couverture de l’académie en ${year}`,
    runningHead: 'Couverture des référents numériques (RUPN)',
    link: 'La page à imprimer, pour le recteur',
    pdf: 'Télécharger en PDF',
    back: 'Revenir à la couverture',
    states: 'Où en sont les établissements',
    trend: 'Établissements avec un·e référent·e confirmé·e, par année scolaire',
    familyTrend: 'Familles de missions couvertes dans l’académie, par année scolaire',
    familyColumn: 'Famille de missions',
    cell: (part: number, measured: number): string =>
      measured === 0 ? 'non relevé' : `${part} sur ${measured} (${PERCENT.format(part / measured)})`,
    notMeasured: 'non relevé',
    sources: 'Sources et jour',
    sourcesText:
      'Ces chiffres sont des dénombrements. Ils viennent des engagements enregistrés dans ce service et des autorisations des collectivités ; aucun n’est une estimation, et aucune personne ni aucun établissement n’y est classé.',
    measured: (day: string) => `Relevé du ${day}.`,
    running: 'L’année en cours s’arrête au jour du relevé ; les années passées sont entières.',
    missing: (years: readonly string[]) =>
      `Non relevé${years.length === 1 ? '' : 's'} : ${years.join(', ')}.`,
    howToMeasure: 'Choisissez l’année sur la page de la couverture, puis relevez-la.',
  },
  file: {
    name: 'couverture',
    states: { confirmed: 'confirme', waiting: 'en attente', contested: 'conteste', nobody: 'personne' },
    yes: 'oui',
    no: 'non',
    columns: {
      uai: 'uai',
      name: 'nom',
      commune: 'commune',
      departmentCode: 'code_departement',
      department: 'departement',
      situation: 'situation',
      rupn: 'referents',
      families: (code: string) => `famille_${code}`,
      requested: 'demandes_en_attente',
      contested: 'contestees',
      clashes: 'conflits_de_fonction',
      schoolYear: 'annee_scolaire',
      measuredOn: 'releve_le',
      situationOn: 'situation_au',
    },
  },
  departmentFile: {
    name: 'couverture-departements',
    columns: {
      departmentCode: 'code_departement',
      department: 'departement',
      schools: 'etablissements',
      measured: 'releves',
      inConfirmed: 'confirmes',
      inWaiting: 'en_attente',
      inContested: 'contestes_seulement',
      inNobody: 'personne',
      families: (code: string) => `famille_${code}`,
      requested: 'demandes_en_attente',
      contested: 'contestees',
      clashes: 'conflits_de_fonction',
      schoolYear: 'annee_scolaire',
      measuredOn: 'releve_le',
      situationOn: 'situation_au',
    },
  },
  school: {
    title: (name: string) => `La couverture : ${name}`,
    all: 'Tous les départements',
    text: 'Nom, commune ou UAI',
    only: 'Montrer',
    allTitle: 'Les établissements',
    onlyClashes: 'avec un conflit de rôle seulement',
    onlyState: {
      confirmed: 'avec un·e référent·e confirmé·e',
      waiting: 'en attente de confirmation seulement',
      contested: 'avec un engagement contesté seulement',
      nobody: 'sans personne',
    },
    everyone: 'tous les établissements',
    name: 'Établissement',
    state: 'Situation',
    families: 'Familles couvertes',
    noFamily: 'aucune',
    rupn: 'Référent·es',
    requested: 'En attente',
    contested: 'Contestées',
    clashes: 'Conflits',
    notMeasured: 'pas encore relevé',
    none: 'Aucun établissement n’est enregistré. Importez leur liste.',
    toImports: 'Aller aux imports',
    noneFound: 'Aucun établissement ne correspond. Élargissez la recherche.',
  },
};

/** Campaigns of confirmation requests. */
const campaigns = (office: string) => ({
  title: 'Les campagnes',
  lede: 'Une campagne demande aux chefs d’établissement, par un message chacun, de confirmer les engagements en attente, et de dire si ceux qui n’ont pas de date de fin sont toujours en cours. Deux rappels suivent, à 15 et à 30 jours. Après 30 jours sans réponse, vous pouvez confirmer sur pièces.',
  none: 'Aucune campagne pour l’instant. Ouvrez la première ci-dessous.',
  open: 'Ouvrir une campagne',
  openButton: 'Voir ce qui partirait',
  preview: campaignPreviewTexts,
  name: 'Nom',
  nameHelp: 'Par exemple : Rentrée 2026. Lui seul la distingue des autres dans la liste.',
  schoolYear: 'Année scolaire',
  schoolYearHelp:
    'Tous les engagements en attente ou à reconduire de cette année sont demandés ; le délai d’une demande déjà faite continue.',
  closesOn: 'Close le',
  closesOnHelp:
    'Jusqu’à ce jour, vous pouvez ajouter à la campagne les demandes arrivées depuis. Les rappels continuent après.',
  openedOn: 'Ouverte le',
  state: 'État',
  states: { open: 'ouverte', closed: 'close', cancelled: 'annulée' },
  noMailer:
    'Aucun serveur de messagerie n’est réglé : les demandes sont inscrites, mais personne n’est prévenu.',
  one: (name: string) => `Campagne : ${name}`,
  about: (year: string, opened: string, closes: string) =>
    `Année scolaire ${year}. Ouverte le ${opened}, close le ${closes}.`,
  figures: 'Où en sont les réponses',
  asked: (total: number) =>
    total === 0
      ? 'Aucune demande n’a encore été envoyée dans cette campagne.'
      : count(total, 'engagement demandé', 'engagements demandés'),
  parts: {
    answered: 'Répondu',
    waiting: 'En attente, sans rappel',
    reminded: 'Rappelé',
    silent: 'Sans réponse depuis 30 jours',
  },
  part: 'État',
  segments: 'Engagements',
  asTable: 'Le même dessin, en tableau',
  drawingText: (parts: readonly string[]) => `${parts.join(', ')}.`,
  drawingPart: (label: string, total: number) => `${label} : ${total}`,
  askMore: 'Envoyer aussi les demandes arrivées depuis',
  silent: 'Sans réponse depuis 30 jours',
  silentLede:
    'Le chef d’établissement n’a pas répondu. Vous pouvez confirmer ces engagements vous-même, sur pièces.',
  silentNone: 'Rien à confirmer sur pièces : aucune demande n’est restée 30 jours sans réponse.',
  select: 'Choisir',
  selectOne: (person: string, school: string) => `Choisir : ${person}, ${school}`,
  person: 'Personne',
  school: 'Établissement',
  period: 'Période',
  fromTo: (from: string, to: string | undefined) => (to ? `du ${from} au ${to}` : `depuis le ${from}`),
  missions: 'Missions',
  askedOn: 'Demandé le',
  own: `le vôtre : une autre personne de la ${office} doit le confirmer`,
  documents: 'Pièces examinées',
  documentsHelp:
    'Par exemple : lettre de mission du 3 septembre. Ce texte reste au dossier des engagements choisis.',
  confirm: 'Confirmer sur pièces les engagements choisis',
  documentsTitle: (name: string) => `Confirmé sur pièces : ${name}`,
  documentsLink: 'Les engagements confirmés sur pièces',
  documentsNone: 'Aucun engagement n’a encore été confirmé sur pièces dans cette campagne.',
  confirmedOn: 'Confirmé le',
  toCampaign: 'Revenir à la campagne',
  requestsLink: 'Toutes les demandes',
  requestsTitle: (name: string) => `Les demandes : ${name}`,
  requestsNone: 'Aucune demande ne correspond.',
  reminders: 'Rappels',
  schoolsLink: 'Les établissements sans réponse',
  schoolsTitle: (name: string) => `Sans réponse : ${name}`,
  schoolsNone: 'Tous les établissements ont répondu.',
  unanswered: 'Sans réponse',
  unansweredOf: (unanswered: number, asked: number) => `${unanswered} sur ${asked}`,
  lastReminder: 'Dernier rappel',
  endLink: 'Clore ou annuler la campagne',
  endTitle: (name: string) => `Clore ou annuler : ${name}`,
  close: 'Clore maintenant',
  closeText:
    'Plus aucune demande ne rejoint la campagne. Les demandes envoyées restent, et leurs rappels continuent.',
  closeButton: 'Clore la campagne',
  cancel: 'Annuler la campagne',
  cancelText:
    'Les demandes sans réponse sont retirées : plus aucun rappel ne part, et une autre campagne pourra les refaire. Les réponses déjà données restent. Les messages déjà envoyés ne peuvent pas être repris. On ne revient pas sur une annulation.',
  cancelButton: 'Annuler la campagne et retirer ses demandes',
  isCancelled: 'Cette campagne est annulée. Ses demandes sans réponse ont été retirées.',
  left: {
    'not-requested': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : quelqu’un a décidé entre-temps.`,
    'not-silent': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : la demande a moins de 30 jours, ou aucune n’a été faite cette année.`,
    'own-engagement': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : personne ne confirme son propre engagement.`,
    'role-clash': (total: number) =>
      `${count(total, 'engagement n’a pas été confirmé', 'engagements n’ont pas été confirmés')} : une autre personne tient déjà le même rôle unique dans cet établissement. Dites d’abord qui le tient.`,
  },
  back: 'Toutes les campagnes',
});

/** Coverage and campaigns. */
export const daneCoverageTexts = (office: string) => ({ coverage, campaigns: campaigns(office) });
