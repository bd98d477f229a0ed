import type { daneCoverageTexts as fr } from '../fr/dane-coverage.ts';
import { count } from './page-words.ts';

const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
const schools = (total: number) => count(total, 'school', 'schools');

const coverage: (typeof fr)['coverage'] = {
  title: 'Coverage',
  lede: (total, without, year) =>
    without === 0
      ? `${schools(total)} counted. Each has at least one digital lead in ${year}.`
      : `${count(without, 'school has', 'schools have')} no digital lead in ${year}, out of ${schools(total)}.`,
  neverMeasured: 'Coverage was not measured yet this school year. Measure it: it takes a moment only.',
  notMeasured: (total) => `${count(total, 'school is', 'schools are')} not measured yet. Measure again.`,
  measuredAt: (moment) => `Measured on ${moment}.`,
  measuring: 'A measure is under way.',
  measureDetail: 'See the detail',
  measure: 'Measure now',
  definitionTitle: 'What the figures mean',
  definition:
    'A family is covered in a school where a confirmed engagement, in force on at least one day of the school year up to today, lists one of its missions. C9 does not count. A conditional mission (C5 to C8) counts only on a day on which the local authority allows it. A digital lead is a person with an engagement confirmed on at least one day of this year.',
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
  departmentCard: (total, without) => `${schools(total)}, ${without} without a digital lead`,
  department: 'Département',
  schools: 'Schools',
  withoutRupn: 'Without a digital lead',
  family: (code) => `Family ${code}`,
  waiting: 'Requests waiting',
  clashes: 'Role clashes',
  download: 'Download the detail by school',
  downloadCsv: 'CSV',
  downloadXlsx: 'Workbook (XLSX)',
  file: {
    name: 'coverage',
    yes: 'yes',
    no: 'no',
    columns: {
      uai: 'uai',
      name: 'name',
      commune: 'commune',
      departmentCode: 'department_code',
      department: 'department',
      rupn: 'digital_leads',
      A: 'family_A',
      B: 'family_B',
      C: 'family_C',
      D: 'family_D',
      E: 'family_E',
      requested: 'requests_waiting',
      contested: 'contested',
      clashes: 'role_clashes',
    },
  },
  school: {
    title: (name) => `Coverage: ${name}`,
    all: 'All départements',
    text: 'Name, commune or UAI',
    only: 'Show',
    onlyWithout: 'only those without a digital lead',
    everyone: 'all schools',
    name: 'School',
    families: 'Families covered',
    noFamily: 'none',
    rupn: 'Digital leads',
    requested: 'Waiting',
    contested: 'Contested',
    clashes: 'Clashes',
    notMeasured: 'not measured yet',
    none: 'No school matches. Widen the search.',
  },
  home: (total) => count(total, 'school without a digital lead', 'schools without a digital lead'),
};

const campaigns: (typeof fr)['campaigns'] = {
  title: 'Campaigns',
  lede: 'A campaign asks principals to confirm the engagements that wait, in one message each. Two reminders follow, after 15 and 30 days. After 30 days without an answer, you may confirm on documents.',
  none: 'No campaign yet. Open the first one below.',
  open: 'Open a campaign',
  openButton: 'Open the campaign and send the requests',
  name: 'Name',
  nameHelp: 'For example: Autumn 2026. Only this tells it from the others in the list.',
  schoolYear: 'School year',
  schoolYearHelp:
    'Every engagement that waits in this year is asked about; the delay of a request already made goes on.',
  closesOn: 'Closes on',
  closesOnHelp: 'Until that day you may add requests that came in since. Reminders go on after it.',
  openedOn: 'Opened on',
  state: 'State',
  states: { open: 'open', closed: 'closed' },
  noMailer: 'No mail server is set: requests are recorded, but nobody is told.',
  one: (name) => `Campaign: ${name}`,
  about: (year, opened, closes) => `School year ${year}. Opened on ${opened}, closes on ${closes}.`,
  figures: 'Where the answers stand',
  asked: (total) =>
    total === 0
      ? 'No request was sent in this campaign yet.'
      : count(total, 'engagement asked about', 'engagements asked about'),
  parts: {
    answered: 'Answered',
    waiting: 'Waiting, not reminded',
    reminded: 'Reminded',
    silent: 'No answer for 30 days',
  },
  part: 'State',
  segments: 'Engagements',
  asTable: 'The same drawing, as a table',
  drawingText: (parts) => `${parts.join(', ')}.`,
  drawingPart: (label, total) => `${label}: ${total}`,
  askMore: 'Also send the requests that came in since',
  silent: 'No answer for 30 days',
  silentLede: 'The principal did not answer. You may confirm these engagements yourself, on documents.',
  silentNone: 'Nothing to confirm on documents: no request was left 30 days without an answer.',
  select: 'Choose',
  selectOne: (person, school) => `Choose: ${person}, ${school}`,
  person: 'Person',
  school: 'School',
  period: 'Period',
  fromTo: (from, to) => (to ? `${from} to ${to}` : `since ${from}`),
  missions: 'Missions',
  askedOn: 'Asked on',
  own: 'your own: another person of the DANE must confirm it',
  documents: 'Documents examined',
  documentsHelp:
    'For example: mission letter of 3 September. This text stays with the record of the engagements chosen.',
  confirm: 'Confirm the chosen engagements on documents',
  documentsTitle: (name) => `Confirmed on documents: ${name}`,
  documentsLink: 'Engagements confirmed on documents',
  documentsNone: 'No engagement was confirmed on documents in this campaign yet.',
  confirmedOn: 'Confirmed on',
  toCampaign: 'Back to the campaign',
  left: {
    'not-requested': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: somebody decided meanwhile.`,
    'not-silent': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: the request is less than 30 days old.`,
    'own-engagement': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: nobody confirms their own engagement.`,
    'role-clash': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: another person already holds the same single role at that school. Say first who holds it.`,
  },
  back: 'All campaigns',
  home: (total) => count(total, 'request to confirm on documents', 'requests to confirm on documents'),
};

/** Coverage and campaigns. */
export const daneCoverageTexts: typeof fr = { coverage, campaigns };
