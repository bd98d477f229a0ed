import type { daneCoverageTexts as fr } from '../../fr/dane/coverage.ts';
import { count } from '../grammar/page-phrases.ts';

const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

const schools = (total: number) => count(total, 'school', 'schools');

type Situations = Parameters<(typeof fr)['coverage']['lede']>[1];

function situations(states: Situations): string {
  const { confirmed, waiting, contested, nobody } = states;
  const parts = [
    [confirmed, 'with a digital lead confirmed in the year'],
    [states['carried-over'], 'carried over (confirmed before, not in the year)'],
    [waiting, 'waiting for a confirmation'],
    [contested, 'with contested engagements alone'],
    [nobody, 'with nobody'],
  ] as const;
  return parts
    .filter(([total]) => total > 0)
    .map(([total, texts]) => `${total} ${texts}`)
    .join(', ');
}

const SOURCES = { measured: 'measured', computed: 'computed' };

const coverage: (typeof fr)['coverage'] = {
  title: 'Coverage',
  lede: (total, states, year) =>
    states.confirmed === total
      ? `${schools(total)} counted. Each has at least one digital lead confirmed in ${year}.`
      : `Out of ${schools(total)} in ${year}: ${situations(states)}.`,
  neverMeasured: (year) =>
    `Coverage of ${year} was not measured yet. Start the measure: it only takes a moment.`,
  schoolYear: 'School year',
  show: 'Show',
  situation: (day) => `Situation on ${day}.`,
  situationField: 'Situation on',
  situationHelp:
    'Today at the latest; empty for the last measure of the year. Confirmations are taken as they stand today.',
  dayNotMeasured: (day) => `The situation on ${day} has not been measured yet.`,
  measureDay: 'Measure this day',
  notMeasured: (total) => `${count(total, 'school is', 'schools are')} not measured yet. Measure again.`,
  measuredAt: (moment) => `Measured on ${moment}.`,
  daily: 'It is measured again every day, and after each import on the screen.',
  computed: (total) =>
    `${count(total, 'school was computed', 'schools were computed')} later, from the engagements on record: this year was not measured while it ran.`,
  measuredOnce: 'This year was measured while it ran: its measure no longer changes.',
  measuring: 'A measure is under way.',
  measureDetail: 'See the detail',
  measure: 'Measure now',
  definitionTitle: 'What the figures mean',
  definition:
    'A family is covered in a school where a confirmed engagement, in force on at least one day of the school year up to today, lists one of its missions. A mission outside the count does not count. A conditional mission counts only on a day on which the local authority allows it.',
  meanings: {
    confirmed:
      'At least one person has an engagement in force that began or was confirmed in that year, or whose last day is set.',
    'carried-over': 'Engagements confirmed in an earlier year go on. None was confirmed again in that year.',
    waiting: 'A request waits for the principal.',
    contested: 'There are contested engagements only.',
    nobody: 'No RUPN is known.',
  },
  meaningsTitle: 'Each school is in one state only, the first that applies:',
  scopes: {
    public: 'Public schools are counted, agricultural ones left out.',
    all: 'All schools on record are counted.',
  },
  drawing: 'Mission families covered, by département',
  drawingText: (lines) => lines.join(' '),
  drawingLine: (name, cells) => `${name}: ${cells}.`,
  academy: 'The whole académie',
  noDepartment: 'No département given',
  cell: (covered, total) => `${covered} of ${total}`,
  share: (share) => PERCENT.format(share),
  asTable: 'The same drawing, as a table',
  departments: 'Département by département',
  departmentCard: (total, states) => `${schools(total)}: ${situations(states)}`,
  department: 'Département',
  schools: 'Schools',
  states: {
    confirmed: 'Confirmed in the year',
    'carried-over': 'Carried over',
    waiting: 'Waiting for a confirmation',
    contested: 'Contested',
    nobody: 'Nobody',
  },
  family: (code) => `Family ${code}`,
  waiting: 'Requests waiting',
  clashes: 'Role clashes',
  download: 'Download',
  byDepartment: 'The table by département',
  bySchool: 'The detail by school',
  formats: { csv: 'CSV', xlsx: 'XLSX' },
  report: {
    title: (year) => `Coverage of the académie in ${year}`,
    runningHead: 'Coverage of digital leads (RUPN)',
    link: 'The page to print, for the head of the académie',
    pdf: 'Download as PDF',
    back: 'Back to the coverage',
    states: 'Where the schools stand',
    stateTrend: 'States of the schools, by school year',
    state: 'State',
    trend: 'Schools with a digital lead confirmed in the year',
    familyTrend: 'Mission families covered in the académie, by school year',
    familyColumn: 'Mission family',
    cell: (part, measured) =>
      measured === 0 ? 'not measured' : `${part} of ${measured} (${PERCENT.format(part / measured)})`,
    computedYear: (year) => `${year} (computed)`,
    computedNote: 'computed',
    computed: (years) => `Computed later, from the engagements on record: ${years.join(', ')}.`,
    notMeasured: 'not measured',
    sources: 'Sources and day',
    sourcesText:
      'These figures are counts. They come from the engagements recorded in this service and from the authorisations of the local authorities; none is an estimate, and no person and no school is ranked.',
    measured: (day) => `Measured on ${day}.`,
    running: 'The current year ends on the day of the measure; past years are whole.',
    missing: (years) => `Not measured: ${years.join(', ')}.`,
    howToMeasure: 'The next measure computes them if engagements of these years are on record.',
  },
  file: {
    name: 'coverage',
    states: {
      confirmed: 'confirmed',
      'carried-over': 'carried over',
      waiting: 'waiting',
      contested: 'contested',
      nobody: 'nobody',
    },
    sources: SOURCES,
    yes: 'yes',
    no: 'no',
    columns: {
      uai: 'uai',
      name: 'name',
      commune: 'commune',
      departmentCode: 'department_code',
      department: 'department',
      situation: 'situation',
      rupn: 'digital_leads',
      carriedOver: 'digital_leads_carried_over',
      families: (code) => `family_${code}`,
      requested: 'requests_waiting',
      contested: 'contested',
      clashes: 'role_clashes',
      schoolYear: 'school_year',
      measuredOn: 'measured_on',
      situationOn: 'situation_on',
      source: 'source',
    },
  },
  departmentFile: {
    name: 'coverage-departements',
    sources: SOURCES,
    columns: {
      departmentCode: 'departement_code',
      department: 'departement',
      schools: 'schools',
      measured: 'measured',
      inConfirmed: 'confirmed',
      inCarriedOver: 'carried_over',
      inWaiting: 'waiting',
      inContested: 'only_contested',
      inNobody: 'nobody',
      families: (code) => `family_${code}`,
      requested: 'waiting_requests',
      contested: 'contested',
      clashes: 'role_clashes',
      schoolYear: 'school_year',
      measuredOn: 'measured_on',
      situationOn: 'situation_on',
      source: 'source',
    },
  },
  school: {
    title: (name) => `Coverage: ${name}`,
    all: 'All départements',
    text: 'Name, commune or UAI',
    only: 'Show',
    allTitle: 'Schools',
    onlyClashes: 'only with a role clash',
    onlyState: {
      confirmed: 'with a digital lead confirmed in the year',
      'carried-over': 'only carried over',
      waiting: 'only waiting for a confirmation',
      contested: 'only with a contested engagement',
      nobody: 'with nobody',
    },
    everyone: 'all schools',
    name: 'School',
    state: 'Situation',
    families: 'Families covered',
    noFamily: 'none',
    rupn: 'Digital leads',
    carriedOver: 'Carried over',
    requested: 'Waiting',
    contested: 'Contested',
    clashes: 'Clashes',
    notMeasured: 'not measured yet',
    none: 'No school is recorded. Import their list.',
    toImports: 'Go to the imports',
    noneFound: 'No school matches. Widen the search.',
  },
};

export const daneCoverageTexts: typeof fr = {
  coverage,
};
