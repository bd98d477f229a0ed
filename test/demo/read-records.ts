import type { MissionCode, Role } from '../../src/domain/engagement/mission.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type {
  Authorisation,
  Confirmation,
  ContributionKind,
  Engagement,
  Event,
  EventKind,
  PersonRecord,
  ProofLevel,
  SchoolRecord,
} from '../../src/domain/records.ts';
import { type LocalDate, type Period, parseLocalDate } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';

/** Reads the demonstration's own files into domain records without the importer, so that both can be
 *  compared. */

export type Row = Readonly<Record<string, string>>;
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Rows of one of our files; none of its cells holds a line break. */
export function readRows(files: readonly TextFile[], name: string): readonly Row[] {
  const text = files.find((file) => file.name === name)?.text;
  if (text === undefined) throw new Error(`no ${name}`);
  const delimiter = name === 'etablissements.csv' ? ',' : ';';
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = header.split(delimiter);
  return lines.map((line) => {
    const cells = [...line.matchAll(new RegExp(`(?:^|${delimiter})(?:"([^"]*)"|([^${delimiter}]*))`, 'g'))];
    return Object.fromEntries(
      columns.map((column, index) => [column, cells[index]?.[1] ?? cells[index]?.[2] ?? '']),
    );
  });
}

const CONFIRMATION_OF: Readonly<Record<string, Confirmation>> = {
  demandee: 'requested',
  confirmee: 'confirmed',
  'confirmee-avec-reserve': 'confirmed-with-reservation',
  'confirmee-dane': 'confirmed-by-dane',
  contestee: 'contested',
};
const CONTRIBUTION_OF: Readonly<Record<string, ContributionKind>> = {
  'prise-en-main': 'session',
  projet: 'project',
  valorisation: 'showcase',
  'formation-animee': 'training-given',
  tutorat: 'mentoring',
  ressource: 'resource',
};

/** One record for each RUPN, by e-mail address. */
export function readPersonRecords(files: readonly TextFile[]): ReadonlyMap<string, PersonRecord> {
  const listed = readRows(files, 'personnes.csv');
  const former = new Set(listed.map((row) => row['ancien_email']));
  const people = listed.filter((row) => row['profil']?.includes('rupn') && !former.has(row['email']));
  const rowsOf = (name: string) => readRows(files, name);
  const sources = {
    engagements: rowsOf('engagements.csv').map(toEngagement),
    authorisations: rowsOf('autorisations.csv').map(toAuthorisation),
    events: new Map(rowsOf('evenements.csv').map((row) => [row['code'], toEvent(row)])),
    attendances: rowsOf('presences.csv'),
    reviews: rowsOf('points-etape.csv'),
    contributions: rowsOf('contributions.csv'),
  };
  return new Map(people.map((person) => [person['email'] ?? '', toRecord(person, sources)]));
}

/** The whole records of everyone with an engagement at the school, and its meetings. */
export function readSchoolRecord(files: readonly TextFile[], uai: string): SchoolRecord {
  const people = [...readPersonRecords(files).values()];
  const events = readRows(files, 'evenements.csv').map(toEvent);
  return {
    uai: uai as Uai,
    people: people.filter((person) => person.engagements.some((engagement) => engagement.uai === uai)),
    meetings: events.filter((event) => event.kind === 'EV-ETAB' && event.uai === uai),
  };
}

interface Sources {
  readonly engagements: readonly Engagement[];
  readonly authorisations: readonly Authorisation[];
  readonly events: ReadonlyMap<string | undefined, Event>;
  readonly attendances: readonly Row[];
  readonly reviews: readonly Row[];
  readonly contributions: readonly Row[];
}

function toRecord(person: Row, sources: Sources): PersonRecord {
  const personId = person['email'] as PersonId;
  const isTheirs = (row: Row) => row['email'] === person['email'] || row['email'] === person['ancien_email'];
  const engagements = sources.engagements.filter((engagement) => engagement.personId === personId);
  return {
    personId,
    engagements,
    authorisations: sources.authorisations.filter(({ uai }) => engagements.some((one) => one.uai === uai)),
    attended: sources.attendances.filter(isTheirs).map((row) => {
      const event = sources.events.get(row['evenement']);
      if (event === undefined) throw new Error(`no event ${row['evenement']}`);
      const hours = row['heures'] ? Number(row['heures']) : (event.hours ?? 0);
      return { event, hours, proof: Number(row['preuve']) as ProofLevel };
    }),
    reviews: sources.reviews.filter(isTheirs).map((row) => ({
      personId,
      uai: row['uai'] as Uai,
      on: dateOf(row['date']),
      kind: row['nature'] === 'bilan' ? 'self-report' : 'review',
    })),
    contributions: sources.contributions.filter(isTheirs).map((row) => ({
      reference: row['reference'] ?? '',
      personId,
      kind: CONTRIBUTION_OF[row['nature'] ?? ''] ?? 'session',
      on: dateOf(row['date']),
      ...(row['lien'] ? { url: row['lien'] } : {}),
      validated: row['validee'] === 'oui',
    })),
  };
}

function toEngagement(row: Row): Engagement {
  return {
    reference: row['reference'] ?? '',
    personId: row['email'] as PersonId,
    uai: row['uai'] as Uai,
    period: toPeriod(row),
    missions: listOf(row['missions']) as readonly MissionCode[],
    roles: listOf(row['roles']) as readonly Role[],
    confirmation: CONFIRMATION_OF[row['confirmation'] ?? ''] ?? 'requested',
  };
}

function toAuthorisation(row: Row): Authorisation {
  const { uai, mission, collectivite = '' } = row;
  const period = toPeriod(row);
  return { uai: uai as Uai, mission: mission as MissionCode, localAuthority: collectivite, period };
}

function toEvent(row: Row): Event {
  return {
    code: row['code'] ?? '',
    kind: row['nature'] as EventKind,
    title: row['intitule'] ?? '',
    startsOn: dateOf(row['debut']),
    hours: Number(row['heures']),
    tags: listOf(row['etiquettes']),
    ...(row['uai'] ? { uai: row['uai'] as Uai } : {}),
  };
}

function toPeriod(row: Row): Period {
  return { from: dateOf(row['debut']), ...(row['fin'] ? { to: dateOf(row['fin']) } : {}) };
}

function dateOf(text = ''): LocalDate {
  return parseLocalDate(text);
}

function listOf(text = ''): readonly string[] {
  return text.split('|').filter((word) => word !== '');
}
