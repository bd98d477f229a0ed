import { utils, type WorkBook, write } from '@e965/xlsx';
import { makeRandom, type Random } from '../../demo/random.ts';
import type { Academy, AcademyPerson, AcademySegment } from './academy.ts';

/** The files of an académie as hands keep them, with planted faults. */
export interface AcademyFiles {
  /** By name; a name that ends with `/` is a folder inside. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What an import must say of each planted line, and nothing else of any line. */
  readonly fates: readonly Fate[];
  /** The records that the good lines create. */
  readonly records: number;
  /** What is true once the files are in: the académie with the persons and facts that were planted. */
  readonly truth: Academy;
}

/** What an import says of a line: the file, with the sheet of a workbook, and the line from 1. */
export interface Fate {
  readonly kind: 'refused' | 'notice';
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

type Said = Pick<Fate, 'kind' | 'code'>;
type Cell = string | number;
interface Row {
  readonly cells: readonly Cell[];
  readonly said?: Said;
}

interface Table {
  /** The lines above the header. */
  readonly above: readonly string[][];
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

const refused = (code: string, ...cells: Cell[]): Row => ({ cells, said: { kind: 'refused', code } });
const noticed = (code: string, ...cells: Cell[]): Row => ({ cells, said: { kind: 'notice', code } });
const plain = (...cells: Cell[]): Row => ({ cells });
const noted = (text: string) => noticed('note-line', text);

const UNKNOWN_UAI = '0750001U';
/** Put together here, so that no file of the project contains a text that looks like a NUMEN. */
const FALSE_NUMEN = ['21E', '0000000', 'XYZ'].join('');
const SOMEBODY = 'personne.connue@ac-dijon.example';

/** What is said of files and sheets that hold no table, and of a column that no table has. */
const OF_WHOLE_FILES = [
  { file: 'Annuaire DANE.xlsx › Lisez-moi', code: 'unknown-sheet' },
  { file: 'Annuaire DANE.xlsx › Brouillon', code: 'hidden-sheet' },
  { file: 'Annuaire DANE.xlsx › Établissements', line: 3, code: 'unknown-columns' },
  { file: 'Compte rendu du 3 juin.docx', code: 'not-a-table' },
  { file: 'Archives', code: 'inner-folder' },
];

/** The académie with what the planted lines add to it. */
function withPlanted(academy: Academy): Academy {
  const { people, segments, attendances, schools, year } = academy;
  const { inFirst, first } = chooseFirst(academy);
  const near = { ...first, email: `${first.email[0]}.${first.email.split('.').slice(1).join('.')}` };
  const namesake = { ...first, email: `homonyme.${first.email}` };
  const far = schools.slice(1).find(({ uai }) => uai.slice(0, 3) !== inFirst.uai.slice(0, 3))?.uai ?? '';
  const base = { from: `${year}-09-01`, missions: ['A1', 'B1'], roles: [], state: 'confirmee' } as const;
  const dear = attendances.filter(({ event, proof }) => /^PAF-\d+-1$/.test(event) && proof === 3).slice(-3);
  return {
    ...academy,
    people: [...people, near, namesake],
    // The remark of the two schools stands on both lines, which are read together.
    segments: [
      inFirst,
      { ...base, reference: 'PLANT-FAR', email: first.email, uai: far },
      ...segments.filter((one) => one !== inFirst),
      { ...base, reference: 'PLANT-NEAR', email: near.email, uai: inFirst.uai },
      // Somebody else holds the role, and nobody confirms their own: both wait for an answer.
      {
        ...base,
        reference: 'PLANT-CLASH',
        email: near.email,
        uai: inFirst.uai,
        roles: ['contact-dane'],
        state: 'demandee',
      },
      {
        ...base,
        reference: 'PLANT-SELF',
        email: namesake.email,
        uai: far,
        state: 'demandee',
        confirmedBy: namesake.email,
      },
    ],
    attendances: attendances.map((one) => (dear.includes(one) ? { ...one, hours: 60 } : one)),
  };
}

/** Somebody outside the whole team who is confirmed this year, and holds a single role. */
function chooseFirst({ people, segments, schools, year }: Academy) {
  const inFirst = segments.find(
    ({ uai, from, roles, state }) =>
      from === `${year}-09-01` &&
      state === 'confirmee' &&
      roles.includes('contact-dane') &&
      uai !== schools[0]?.uai,
  ) as AcademySegment;
  return { inFirst, first: people.find(({ email }) => email === inFirst.email) as AcademyPerson };
}

export function writeAcademyFiles(academy: Academy): AcademyFiles {
  const truth = withPlanted(academy);
  const hand = makeHand(makeRandom(academy.year));
  const { year } = academy;
  const past = truth.segments.filter(({ from }) => from < `${year}-09-01`);
  const present = truth.segments.filter(({ from }) => from >= `${year}-09-01`);
  const books = {
    'Annuaire DANE.xlsx': {
      'Lisez-moi': undefined,
      Établissements: schoolTable(truth),
      RUPN: peopleTable(truth.people.filter(({ profile }) => profile === 'rupn')),
      'Chefs et agents': headTable(truth.people.filter(({ profile }) => profile !== 'rupn')),
    },
    [`Engagements ${year}.ods`]: {
      Engagements: segmentTable(present, hand, { planted: true, inWorkbook: true }),
    },
  };
  const texts: Readonly<Record<string, readonly [Table, (text: string) => Uint8Array, string]>> = {
    'Engagements avant.csv': [segmentTable(past, hand, { planted: false, inWorkbook: false }), ansi, ';'],
    'Événements.csv': [eventTable(truth, hand), (text) => utf8(`sep=;\r\n${text}`), ';'],
    'Présences.txt': [attendanceTable(truth), utf16, '\t'],
    'points-etape.tsv': [reviewTable(truth, hand), utf8, '\t'],
    'contributions.csv': [contributionTable(truth, hand), (text) => utf8(`\ufeff${text}`), ','],
    'Autorisations.csv': [authorisationTable(truth, hand), ansi, ';'],
  };
  const files = new Map<string, Uint8Array>();
  const fates: Fate[] = [];
  for (const [name, sheets] of Object.entries(books)) {
    const isOne = Object.keys(sheets).length === 1;
    files.set(name, toWorkbook(sheets, isOne ? 'ods' : 'xlsx'));
    for (const [sheet, table] of Object.entries(sheets)) {
      if (table) fates.push(...fatesOf(isOne ? name : `${name} › ${sheet}`, table));
    }
  }
  for (const [name, [table, encode, delimiter]] of Object.entries(texts)) {
    files.set(name, encode(toText(table, delimiter)));
    fates.push(...fatesOf(name, table, name === 'Événements.csv' ? 1 : 0));
  }
  files.set('Compte rendu du 3 juin.docx', utf8('Ceci n’est pas un tableau.'));
  files.set('Archives/', new Uint8Array());
  fates.push(...OF_WHOLE_FILES.map((one) => ({ kind: 'notice' as const, line: 1, ...one })));
  return { files, fates, records: countRecords(truth), truth };
}

function countRecords(truth: Academy): number {
  const { schools, people, segments, authorisations, events, attendances, reviews, contributions } = truth;
  return [schools, people, segments, authorisations, events, attendances, reviews, contributions].reduce(
    (sum, all) => sum + all.length,
    0,
  );
}

function fatesOf(file: string, { above, rows }: Table, before = 0): readonly Fate[] {
  return rows.flatMap(({ said }, at) =>
    said ? [{ file, line: before + above.length + at + 2, ...said }] : [],
  );
}

/** How hands write days and lists. */
function makeHand(random: Random) {
  const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  );
  const day = (iso: string | undefined, inWorkbook = false): Cell => {
    if (iso === undefined) return '';
    const [Y = '', M = '', D = ''] = iso.split('-');
    const bare = [Number(D), Number(M), Y];
    if (inWorkbook && random.chance(0.5)) return Math.round(Date.parse(iso) / 86_400_000) + 25_569;
    return random.pick([
      iso,
      `${D}/${M}/${Y}`,
      bare.join('/'),
      `${D}.${M}.${Y}`,
      `${iso}T00:00:00`,
      `${D}/${M}/${Y.slice(2)}`,
      `${D === '01' ? '1er' : Number(D)} ${months[Number(M) - 1]} ${Y}`,
    ]);
  };
  const list = (words: readonly string[], inWorkbook = false) =>
    words.join(random.pick(['|', ' | ', ' ', '/', ' et ', ...(inWorkbook ? [', ', ' ; '] : [])]));
  return { day, list };
}
type Hand = ReturnType<typeof makeHand>;

function schoolTable({ schools }: Academy): Table {
  const [one] = schools;
  return {
    above: [['Académie de Dijon : établissements du second degré'], []],
    header: ['Code UAI', 'Type', "Nom de l'établissement", 'Ville', 'Département', 'Secteur', 'Observations'],
    rows: [
      ...schools.map(({ uai, kind, name, commune, department }, at) =>
        plain(at % 7 === 0 ? uai.toLowerCase() : uai, kind, name, commune, department, 'Public', ''),
      ),
      refused('invalid-uai', '0210001A', 'Collège', 'Lettre fausse', 'Dijon', "Côte-d'Or", 'Public', ''),
      refused('missing-value', '0210011Y', 'Collège', '', 'Dijon', "Côte-d'Or", 'Public', ''),
      refused(
        'invalid-value',
        one?.uai ?? '',
        'Collège',
        'Secteur faux',
        'Dijon',
        "Côte-d'Or",
        'Associatif',
        '',
      ),
      plain(),
      noted(`TOTAL : ${schools.length} établissements`),
    ],
  };
}

function peopleTable(people: readonly AcademyPerson[]): Table {
  const [first] = people as [AcademyPerson];
  const row = ({ email, givenName, familyName }: AcademyPerson) => [familyName, givenName, email];
  const near = people.length - 2;
  return {
    above: [['RUPN de l’académie'], ['(mise à jour : rentrée)'], []],
    header: ['Nom de famille', 'Prénom', 'Adresse mail'],
    rows: [
      noticed('superseded', 'Ancienne-Graphie', first.givenName, first.email),
      ...people.map((one, at) => (at < near ? plain(...row(one)) : noticed('probable-double', ...row(one)))),
      refused('invalid-email', 'Sans', 'Adresse', 'adresse fausse'),
      refused('missing-value', 'Sansprenom', '', 'sans.prenom@ac-dijon.example'),
      refused('numen-refused', FALSE_NUMEN, 'Numéro', 'numen@ac-dijon.example'),
      noted(`Total : ${people.length} référents`),
      noted('* en rouge : adresse à vérifier'),
    ],
  };
}

function headTable(people: readonly AcademyPerson[]): Table {
  return {
    above: [],
    header: ['Courriel', 'Prénom', 'Nom', 'Profil', 'UAI'],
    rows: [
      ...people.map((one) => plain(one.email, one.givenName, one.familyName, one.profile, one.headOf ?? '')),
      refused('invalid-value', 'profil.faux@ac-dijon.example', 'Profil', 'Faux', 'proviseur', ''),
      refused(
        'unknown-establishment',
        'chef.ailleurs@ac-dijon.example',
        'Chef',
        'Ailleurs',
        'chef',
        UNKNOWN_UAI,
      ),
    ],
  };
}

interface Written {
  readonly planted: boolean;
  readonly inWorkbook: boolean;
}

/** The notice on a planted segment. */
function saidOf(at: number, { reference }: AcademySegment, planted: boolean): string | undefined {
  if (!planted) return undefined;
  if (at < 2) return 'distant-school';
  return reference === 'PLANT-CLASH' ? 'clash' : reference === 'PLANT-SELF' ? 'self-confirmed' : undefined;
}

function segmentTable(
  segments: readonly AcademySegment[],
  hand: Hand,
  { planted, inWorkbook }: Written,
): Table {
  const [one] = segments as [AcademySegment];
  const bad = (
    code: string,
    over: Partial<Record<'reference' | 'email' | 'uai' | 'from' | 'to' | 'missions' | 'state', string>>,
  ) => {
    const said = {
      reference: `PLANT-${code}`,
      email: one.email,
      uai: one.uai,
      from: one.from,
      to: '',
      missions: 'A1',
      state: '',
      ...over,
    };
    return refused(
      code,
      said.reference,
      said.email,
      said.uai,
      said.from,
      said.to,
      said.missions,
      '',
      said.state,
      '',
    );
  };
  return {
    above: inWorkbook ? [['Engagements de l’année'], []] : [],
    header: [
      'Référence',
      'Adresse électronique',
      'UAI',
      'Date de début',
      'Date de fin',
      'Missions',
      'Rôles',
      'Confirmation',
      'Confirmé par',
    ],
    rows: [
      ...(planted
        ? [noticed('superseded', one.reference, one.email, one.uai, one.from, '', 'C9', '', 'demandee', '')]
        : []),
      ...segments.map((segment, at): Row => {
        const code = saidOf(at, segment, planted);
        const state = code === 'clash' || code === 'self-confirmed' ? 'confirmee' : segment.state;
        const cells = [
          segment.reference,
          segment.email,
          segment.uai,
          hand.day(segment.from, inWorkbook),
          hand.day(segment.to, inWorkbook),
          hand.list(segment.missions, inWorkbook),
          segment.roles.join('|'),
          state,
          segment.confirmedBy ?? '',
        ];
        return code ? noticed(code, ...cells) : plain(...cells);
      }),
      ...(planted
        ? [
            bad('unknown-email', { email: 'jamais.vue@ac-dijon.example' }),
            bad('unknown-establishment', { uai: UNKNOWN_UAI }),
            bad('invalid-uai', { uai: '0210001A' }),
            bad('invalid-value', { missions: 'A1 Z9' }),
            bad('invalid-date', { from: '31/02/2025' }),
            bad('ends-before-start', { from: '01/09/2025', to: '1er juin 2025' }),
            bad('date-out-of-reason', { from: '1999-09-01', to: '2000-08-31' }),
            bad('missing-value', { missions: '' }),
            noted(`Nombre d'engagements : ${segments.length}`),
          ]
        : []),
    ],
  };
}

function eventTable({ events }: Academy, hand: Hand): Table {
  return {
    above: [],
    header: ['Code', 'Nature', 'Intitulé', 'Date de début', 'Durée (heures)', 'Étiquettes', 'UAI'],
    rows: [
      ...events.map(({ code, nature, title, on, hours, tags, uai }, at) =>
        plain(code, nature, title, hand.day(on), hoursIn(hours, at), tags.join('|'), uai ?? ''),
      ),
      refused('invalid-value', 'EV-FAUX', 'EV-FETE', 'Nature inconnue', '2025-11-06', '', '', ''),
      refused('invalid-number', 'EV-HEURES', 'EV-FIL', 'Heures illisibles', '2025-11-06', 'six', '', ''),
    ],
  };
}

/** `3,5`, `3.5`, « 3,5 h » and « 3 h 30 ». */
function hoursIn(hours: number | undefined, at: number): string {
  if (hours === undefined) return '';
  const comma = String(hours).replace('.', ',');
  const [whole = '', half] = String(hours).split('.');
  return [comma, String(hours), `${comma} h`, half ? `${whole} h 30` : `${whole}h`][at % 4] ?? '';
}

function attendanceTable({ attendances, people, events }: Academy): Table {
  const [one] = people as [AcademyPerson];
  const [event] = events;
  return {
    above: [],
    header: ['Mail académique', 'Événement', 'Heures', 'Preuve'],
    rows: [
      ...attendances.map(({ email, event: code, hours, proof }, at): Row => {
        const most = events.find((held) => held.code === code)?.hours ?? Number.POSITIVE_INFINITY;
        const cells = [email, code, hoursIn(hours, at), String(proof)];
        return (hours ?? 0) > most ? noticed('hours-above', ...cells) : plain(...cells);
      }),
      refused('unknown-event', one.email, 'PAF-INCONNU', '3', '3'),
      refused('unknown-email', SOMEBODY, event?.code ?? '', '3', '3'),
      refused('invalid-value', one.email, event?.code ?? '', '3', 'facture'),
    ],
  };
}

function reviewTable({ reviews, people, schools }: Academy, hand: Hand): Table {
  const [one] = people as [AcademyPerson];
  const uai = schools[0]?.uai ?? '';
  return {
    above: [['Points d’étape tenus']],
    header: ['Courriel', 'UAI', 'Date', 'Nature'],
    rows: [
      ...reviews.map(({ email, uai: at, on, kind }) => plain(email, at, hand.day(on), kind)),
      refused('invalid-date', one.email, uai, 'juin 2026', 'point-etape'),
      refused('invalid-value', one.email, uai, '03/06/2026', 'entretien'),
    ],
  };
}

function contributionTable({ contributions, people }: Academy, hand: Hand): Table {
  const [one] = people as [AcademyPerson];
  return {
    above: [],
    header: ['reference', 'email', 'nature', 'date', 'lien', 'validee', 'intitule'],
    rows: [
      ...contributions.map(({ reference, email, kind, on, link, validated }) =>
        plain(
          reference,
          email,
          kind,
          hand.day(on),
          link ?? '',
          validated ? 'Oui' : 'non',
          'Une séance, "pour voir"',
        ),
      ),
      refused('invalid-value', 'CON-FAUX', one.email, 'chef-d-oeuvre', '2026-03-05', '', 'non', ''),
      refused('invalid-value', 'CON-PEUT-ETRE', one.email, 'projet', '2026-03-05', '', 'peut-être', ''),
    ],
  };
}

function authorisationTable({ authorisations }: Academy, hand: Hand): Table {
  const [one] = authorisations;
  return {
    above: [],
    header: ['UAI', 'Mission', 'Collectivité', 'Début', 'Fin'],
    rows: [
      ...authorisations.map(({ uai, mission, from, to }) =>
        plain(uai, mission, 'Conseil départemental', hand.day(from), hand.day(to)),
      ),
      refused('invalid-value', one?.uai ?? '', 'C66', 'Conseil départemental', '2025-09-01', ''),
    ],
  };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
/** Windows-1252: these texts have no sign that Latin-1 writes otherwise. */
const ansi = (text: string) => new Uint8Array(Buffer.from(text.replaceAll('’', "'"), 'latin1'));

function toText({ above, header, rows }: Table, delimiter: string): string {
  const toCell = (cell: Cell) =>
    [delimiter, '"', '\n'].some((sign) => String(cell).includes(sign))
      ? `"${String(cell).replaceAll('"', '""')}"`
      : String(cell);
  const lines = [...above, header, ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => `${cells.map(toCell).join(delimiter)}\r\n`).join('');
}

/** A sheet without a table holds advice; the workbook ends with a hidden draft. */
function toWorkbook(
  sheets: Readonly<Record<string, Table | undefined>>,
  bookType: 'xlsx' | 'ods',
): Uint8Array {
  const book: WorkBook = utils.book_new();
  for (const [name, table] of Object.entries(sheets)) {
    const rows = table
      ? [...table.above, table.header, ...table.rows.map(({ cells }) => cells)]
      : [['Ce classeur sert à tous. Merci de ne pas trier.'], ['Contact : DANE']];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  if (bookType === 'xlsx') {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['email', 'prenom', 'nom'],
        ['b@x.fr', 'B', 'X'],
      ]),
      'Brouillon',
    );
    book.Workbook = {
      Sheets: book.SheetNames.map((name) => ({ name, Hidden: name === 'Brouillon' ? 1 : 0 })),
    };
  }
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }));
}
