import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  Event,
  Person,
  ProgressReview,
} from '../../../domain/records.ts';
import {
  CONFIRMATION_WORDS,
  CONTRIBUTION_WORDS,
  PROFILE_WORDS,
  REVIEW_WORDS,
  SECTOR_WORDS,
  toWord,
  YES_NO_WORDS,
} from '../import/listed-words.ts';
import type { ColumnKind, TableCell, TableColumn } from './table.ts';

/** Separates the items of a list inside a cell. */
const ITEM_SEPARATOR = '|';

/** One of the DANE's files (docs/rules.md, Files): its name, its columns, and the lines of a record. */
export interface FileTable<Item> {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly fields: Fields<Item>;
  toRows(item: Item): readonly (readonly TableCell[])[];
}

/** For each field of a record, the columns that contain it; empty where no file does. */
export type Fields<Item, Column extends string = string> = {
  readonly [Field in keyof Required<Item>]: readonly Column[];
};

/** A record about a person, with the address by which the files name them. */
export type Addressed<Item> = Item & { readonly email: string };

interface Definition<Item, Column extends string> {
  readonly name: string;
  readonly columns: Readonly<Record<Column, ColumnKind>>;
  readonly fields: Fields<Item, Column>;
  toRows(item: Item): readonly Readonly<Record<Column, TableCell>>[];
}

/** A tag alone that contains `,` or `;` is followed by the separator: an import would else cut it there. */
function joinTags(tags: readonly string[]): string {
  const text = tags.join(ITEM_SEPARATOR);
  return tags.length === 1 && /[,;]/.test(text) ? `${text}${ITEM_SEPARATOR}` : text;
}

function defineTable<Item, Column extends string>(definition: Definition<Item, Column>): FileTable<Item> {
  const { name, columns, fields, toRows } = definition;
  const keys = Object.keys(columns) as Column[];
  return {
    name,
    columns: keys.map((key) => ({ key, title: key, kind: columns[key] })),
    fields,
    toRows: (item) => toRows(item).map((row) => keys.map((key) => row[key])),
  };
}

export const establishmentTable = defineTable({
  name: 'etablissements',
  columns: {
    uai: 'text',
    type: 'text',
    nom: 'text',
    code_postal: 'text',
    commune: 'text',
    code_departement: 'text',
    departement: 'text',
    secteur: 'text',
    lycee_agricole: 'text',
  },
  fields: {
    uai: ['uai'],
    type: ['type'],
    name: ['nom'],
    postalCode: ['code_postal'],
    commune: ['commune'],
    departmentCode: ['code_departement'],
    department: ['departement'],
    sector: ['secteur'],
    agricultural: ['lycee_agricole'],
  },
  toRows: (it: Establishment) => [
    {
      uai: it.uai,
      type: it.type,
      nom: it.name,
      code_postal: it.postalCode,
      commune: it.commune,
      code_departement: it.departmentCode,
      departement: it.department,
      secteur: toWord(SECTOR_WORDS, it.sector),
      lycee_agricole: toWord(YES_NO_WORDS, it.agricultural),
    },
  ],
});

/** A person with earlier addresses takes one line for each, from the earliest to the current one. A line can
 *  name only one earlier address, and an import must already know that address. */
export const personTable = defineTable({
  name: 'personnes',
  columns: { email: 'text', prenom: 'text', nom: 'text', ancien_email: 'text', profil: 'text', uai: 'text' },
  fields: {
    id: [],
    givenName: ['prenom'],
    familyName: ['nom'],
    emails: ['email', 'ancien_email'],
    profiles: ['profil'],
    headOf: ['uai'],
  },
  toRows: ({ givenName, familyName, emails, profiles, headOf }: Person) => {
    const same = {
      prenom: givenName,
      nom: familyName,
      profil: profiles.map((profile) => toWord(PROFILE_WORDS, profile)).join(ITEM_SEPARATOR),
      uai: headOf,
    };
    return emails.map((email, at) => ({ ...same, email, ancien_email: emails[at + 1] })).reverse();
  },
});

export const eventTable = defineTable({
  name: 'evenements',
  columns: {
    code: 'text',
    nature: 'text',
    intitule: 'text',
    debut: 'date',
    fin: 'date',
    heures: 'number',
    etiquettes: 'text',
    uai: 'text',
  },
  fields: {
    code: ['code'],
    kind: ['nature'],
    title: ['intitule'],
    startsOn: ['debut'],
    endsOn: ['fin'],
    hours: ['heures'],
    tags: ['etiquettes'],
    uai: ['uai'],
  },
  toRows: (it: Event) => [
    {
      code: it.code,
      nature: it.kind,
      intitule: it.title,
      debut: it.startsOn,
      fin: it.endsOn,
      heures: it.hours,
      etiquettes: joinTags(it.tags),
      uai: it.uai,
    },
  ],
});

export const authorisationTable = defineTable({
  name: 'autorisations',
  columns: {
    uai: 'text',
    mission: 'text',
    collectivite: 'text',
    debut: 'date',
    fin: 'date',
    convention: 'text',
  },
  fields: {
    uai: ['uai'],
    mission: ['mission'],
    localAuthority: ['collectivite'],
    period: ['debut', 'fin'],
    convention: ['convention'],
  },
  toRows: ({ uai, mission, localAuthority, period, convention }: Authorisation) => [
    { uai, mission, collectivite: localAuthority, debut: period.from, fin: period.to, convention },
  ],
});

export const engagementTable = defineTable({
  name: 'engagements',
  columns: {
    reference: 'text',
    email: 'text',
    uai: 'text',
    debut: 'date',
    fin: 'date',
    missions: 'text',
    roles: 'text',
    confirmation: 'text',
    confirme_par: 'text',
    confirme_le: 'date',
    reserve: 'text',
  },
  fields: {
    reference: ['reference'],
    personId: ['email'],
    email: ['email'],
    uai: ['uai'],
    period: ['debut', 'fin'],
    missions: ['missions'],
    roles: ['roles'],
    confirmation: ['confirmation'],
    confirmedBy: ['confirme_par'],
    confirmedOn: ['confirme_le'],
    reservation: ['reserve'],
    decided: [],
    sharing: [],
  },
  toRows: (it: Addressed<Engagement>) => [
    {
      reference: it.reference,
      email: it.email,
      uai: it.uai,
      debut: it.period.from,
      fin: it.period.to,
      missions: it.missions.join(ITEM_SEPARATOR),
      roles: it.roles.join(ITEM_SEPARATOR),
      confirmation: toWord(CONFIRMATION_WORDS, it.confirmation),
      confirme_par: it.confirmedBy,
      confirme_le: it.confirmedOn,
      reserve: it.reservation,
    },
  ],
});

export const attendanceTable = defineTable({
  name: 'presences',
  columns: { email: 'text', evenement: 'text', heures: 'number', preuve: 'integer' },
  fields: {
    personId: ['email'],
    email: ['email'],
    eventCode: ['evenement'],
    hours: ['heures'],
    proof: ['preuve'],
  },
  toRows: ({ email, eventCode, hours, proof }: Addressed<Attendance>) => [
    { email, evenement: eventCode, heures: hours, preuve: proof },
  ],
});

export const reviewTable = defineTable({
  name: 'points-etape',
  columns: { email: 'text', uai: 'text', date: 'date', nature: 'text' },
  fields: { personId: ['email'], email: ['email'], uai: ['uai'], on: ['date'], kind: ['nature'] },
  toRows: ({ email, uai, on, kind }: Addressed<ProgressReview>) => [
    { email, uai, date: on, nature: toWord(REVIEW_WORDS, kind) },
  ],
});

export const contributionTable = defineTable({
  name: 'contributions',
  columns: {
    reference: 'text',
    email: 'text',
    nature: 'text',
    date: 'date',
    intitule: 'text',
    description: 'text',
    lien: 'text',
    validee: 'text',
  },
  fields: {
    reference: ['reference'],
    personId: ['email'],
    email: ['email'],
    kind: ['nature'],
    on: ['date'],
    title: ['intitule'],
    description: ['description'],
    url: ['lien'],
    validated: ['validee'],
    // What the service decided stands in the register, not in the DANE's files.
    judged: [],
  },
  toRows: (it: Addressed<Contribution>) => [
    {
      reference: it.reference,
      email: it.email,
      nature: toWord(CONTRIBUTION_WORDS, it.kind),
      date: it.on,
      intitule: it.title,
      description: it.description,
      lien: it.url,
      validee: toWord(YES_NO_WORDS, it.validated),
    },
  ],
});

/** The columns of every file. */
export const FILE_TABLES: readonly Pick<FileTable<never>, 'name' | 'columns'>[] = [
  establishmentTable,
  personTable,
  eventTable,
  authorisationTable,
  engagementTable,
  attendanceTable,
  reviewTable,
  contributionTable,
];
