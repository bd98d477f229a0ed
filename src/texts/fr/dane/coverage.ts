import { count } from '../grammar/page-phrases.ts';

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });

const schools = (total: number) => count(total, 'établissement', 'établissements');

type Situations = Readonly<Record<'confirmed' | 'carried-over' | 'waiting' | 'contested' | 'nobody', number>>;

/** The states that some school is in, the covered ones first. */
function situations(states: Situations): string {
  const { confirmed, waiting, contested } = states;
  const parts = [
    [confirmed, 'avec un·e référent·e confirmé·e dans l’année'],
    [states['carried-over'], 'à reconduire (confirmés avant, pas dans l’année)'],
    [waiting, 'en attente de confirmation'],
    [contested, 'avec des engagements contestés seulement'],
    [states.nobody, 'sans personne'],
  ] as const;
  return parts
    .filter(([total]) => total > 0)
    .map(([total, texts]) => `${total} ${texts}`)
    .join(', ');
}

const SOURCES = { measured: 'releve', computed: 'calcule' };

/** Coverage, school by school. */
const coverage = {
  title: 'La couverture',
  lede: (total: number, states: Situations, year: string) =>
    states.confirmed === total
      ? `${schools(total)} comptés. Tous ont au moins un·e référent·e confirmé·e en ${year}.`
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
  computed: (total: number) =>
    `${count(total, 'établissement est calculé', 'établissements sont calculés')} après coup, d’après les engagements enregistrés : cette année n’a pas été relevée pendant qu’elle courait.`,
  measuredOnce: 'Cette année a été relevée pendant qu’elle courait : son relevé ne change plus.',
  measuring: 'Un relevé est en cours.',
  measureDetail: 'Voir le détail',
  measure: 'Relever maintenant',
  definitionTitle: 'Ce que les chiffres veulent dire',
  definition:
    'Une famille est couverte dans un établissement si un engagement confirmé, en vigueur au moins un jour de l’année scolaire jusqu’à aujourd’hui, porte l’une de ses missions. Une mission hors décompte ne compte pas. Une mission conditionnelle ne compte qu’un jour où la collectivité l’autorise.',
  /** What each state means, the first that applies. */
  meanings: {
    confirmed:
      'Une personne au moins a un engagement en vigueur qui a commencé ou a été confirmé dans l’année, ou dont la fin est fixée.',
    'carried-over':
      'Des engagements confirmés une année précédente continuent. Aucun n’a été confirmé de nouveau dans l’année.',
    waiting: 'Une demande attend le chef d’établissement.',
    contested: 'Il n’y a que des engagements contestés.',
    nobody: 'Aucun RUPN n’est connu.',
  },
  meaningsTitle: 'Chaque établissement est dans une seule situation, la première qui convient :',
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
    confirmed: 'Confirmé dans l’année',
    'carried-over': 'À reconduire',
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
    stateTrend: 'Situations des établissements, par année scolaire',
    state: 'Situation',
    trend: 'Établissements avec un·e référent·e confirmé·e dans l’année',
    familyTrend: 'Familles de missions couvertes dans l’académie, par année scolaire',
    familyColumn: 'Famille de missions',
    cell: (part: number, measured: number): string =>
      measured === 0 ? 'non relevé' : `${part} sur ${measured} (${PERCENT.format(part / measured)})`,
    computedYear: (year: string) => `${year} (calculé)`,
    computedNote: 'calculé',
    computed: (years: readonly string[]) =>
      `Calculé après coup, d’après les engagements enregistrés : ${years.join(', ')}.`,
    notMeasured: 'non relevé',
    sources: 'Sources et jour',
    sourcesText:
      'Ces chiffres sont des dénombrements. Ils viennent des engagements enregistrés dans ce service et des autorisations des collectivités ; aucun n’est une estimation, et aucune personne ni aucun établissement n’y est classé.',
    measured: (day: string) => `Relevé du ${day}.`,
    running: 'L’année en cours s’arrête au jour du relevé ; les années passées sont entières.',
    missing: (years: readonly string[]) =>
      `Non relevé${years.length === 1 ? '' : 's'} : ${years.join(', ')}.`,
    howToMeasure: 'Le prochain relevé les calcule, si des engagements de ces années sont enregistrés.',
  },
  file: {
    name: 'couverture',
    states: {
      confirmed: 'confirme',
      'carried-over': 'a reconduire',
      waiting: 'en attente',
      contested: 'conteste',
      nobody: 'personne',
    },
    sources: SOURCES,
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
      carriedOver: 'referents_a_reconduire',
      families: (code: string) => `famille_${code}`,
      requested: 'demandes_en_attente',
      contested: 'contestees',
      clashes: 'conflits_de_fonction',
      schoolYear: 'annee_scolaire',
      measuredOn: 'releve_le',
      situationOn: 'situation_au',
      source: 'origine',
    },
  },
  departmentFile: {
    name: 'couverture-departements',
    sources: SOURCES,
    columns: {
      departmentCode: 'code_departement',
      department: 'departement',
      schools: 'etablissements',
      measured: 'releves',
      inConfirmed: 'confirmes',
      inCarriedOver: 'a_reconduire',
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
      source: 'origine',
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
      confirmed: 'avec un·e référent·e confirmé·e dans l’année',
      'carried-over': 'à reconduire seulement',
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
    carriedOver: 'À reconduire',
    requested: 'En attente',
    contested: 'Contestées',
    clashes: 'Conflits',
    notMeasured: 'pas encore relevé',
    none: 'Aucun établissement n’est enregistré. Importez leur liste.',
    toImports: 'Aller aux imports',
    noneFound: 'Aucun établissement ne correspond. Élargissez la recherche.',
  },
};

export const daneCoverageTexts = { coverage };
