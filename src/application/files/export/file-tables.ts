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

/** Between the items of a list inside a cell. */
const ITEM_SEPARATOR = '|';

/** One of the DANE's files (docs/rules.md, Files): its name, its columns, and the lines that a record makes. */
export interface FileTable<Item> {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  toRows(item: Item): readonly (readonly TableCell[])[];
}

/** A record of someone, with the address by which the files name them. */
export type Addressed<Item> = Item & { readonly email: string };

interface Definition<Item> {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  toRows(item: Item): readonly (readonly TableCell[])[];
}

function defineTable<Item>({ name, columns, toRows }: Definition<Item>): FileTable<Item> {
  return {
    name,
    columns: Object.entries(columns).map(([key, kind]) => ({ key, title: key, kind })),
    toRows,
  };
}

export const establishmentTable = defineTable<Establishment>({
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
  toRows: (it) => [
    [
      it.uai,
      it.type,
      it.name,
      it.postalCode,
      it.commune,
      it.departmentCode,
      it.department,
      toWord(SECTOR_WORDS, it.sector),
      toWord(YES_NO_WORDS, it.agricultural),
    ],
  ],
});

/** A person with earlier addresses takes a line for each, from the earliest to the current one: a line tells of one
 *  earlier address only, and an import must know it. */
export const personTable = defineTable<Person>({
  name: 'personnes',
  columns: { email: 'text', prenom: 'text', nom: 'text', ancien_email: 'text', profil: 'text', uai: 'text' },
  toRows: ({ givenName, familyName, emails, profiles, headOf }) => {
    const words = profiles.map((profile) => toWord(PROFILE_WORDS, profile)).join(ITEM_SEPARATOR);
    const lines = emails.map((email, at) => [email, givenName, familyName, emails[at + 1], words, headOf]);
    return lines.reverse();
  },
});

export const eventTable = defineTable<Event>({
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
  toRows: (it) => [
    [it.code, it.kind, it.title, it.startsOn, it.endsOn, it.hours, it.tags.join(ITEM_SEPARATOR), it.uai],
  ],
});

export const authorisationTable = defineTable<Authorisation>({
  name: 'autorisations',
  columns: {
    uai: 'text',
    mission: 'text',
    collectivite: 'text',
    debut: 'date',
    fin: 'date',
    convention: 'text',
  },
  toRows: ({ uai, mission, localAuthority, period, convention }) => [
    [uai, mission, localAuthority, period.from, period.to, convention],
  ],
});

export const engagementTable = defineTable<Addressed<Engagement>>({
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
  toRows: (it) => [
    [
      it.reference,
      it.email,
      it.uai,
      it.period.from,
      it.period.to,
      it.missions.join(ITEM_SEPARATOR),
      it.roles.join(ITEM_SEPARATOR),
      toWord(CONFIRMATION_WORDS, it.confirmation),
      it.confirmedBy,
      it.confirmedOn,
      it.reservation,
    ],
  ],
});

export const attendanceTable = defineTable<Addressed<Attendance>>({
  name: 'presences',
  columns: { email: 'text', evenement: 'text', heures: 'number', preuve: 'integer' },
  toRows: ({ email, eventCode, hours, proof }) => [[email, eventCode, hours, proof]],
});

export const reviewTable = defineTable<Addressed<ProgressReview>>({
  name: 'points-etape',
  columns: { email: 'text', uai: 'text', date: 'date', nature: 'text' },
  toRows: ({ email, uai, on, kind }) => [[email, uai, on, toWord(REVIEW_WORDS, kind)]],
});

export const contributionTable = defineTable<Addressed<Contribution>>({
  name: 'contributions',
  columns: { reference: 'text', email: 'text', nature: 'text', date: 'date', lien: 'text', validee: 'text' },
  toRows: ({ reference, email, kind, on, url, validated }) => [
    [reference, email, toWord(CONTRIBUTION_WORDS, kind), on, url, toWord(YES_NO_WORDS, validated)],
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
