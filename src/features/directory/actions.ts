import { commitOnce } from '../../application/concurrency/named-record.ts';
import type { Table } from '../../application/files/export/table.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isCountable } from '../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { roleLabels } from '../../texts/fr/criteria/labels.ts';
import { vCard } from './actions-vcard.ts';
import type { DirectoryEntry, DirectoryFilter, DirectoryPlace, DirectorySearch } from './feature.ts';

/** The forms in which the directory can be taken away. */
export const DIRECTORY_FORMATS = ['csv', 'vcard', 'addresses'] as const;
export type DirectoryFormat = (typeof DIRECTORY_FORMATS)[number];

const SLICE = 200;

/** The directory as a person sees it: confirmed colleagues of their own schools, and those of their départements
 *  who agreed. `search` is absent if the person has no confirmed engagement today. */
const readOwnDirectory =
  ({ store, clock }: Ports) =>
  async (personId: PersonId): Promise<{ readonly agreed: boolean; readonly search?: DirectorySearch }> => {
    const on = localDateInParis(clock.now());
    const [[own], consent] = await Promise.all([
      store.readPersonRecords([personId]),
      store.readDirectoryConsent(personId),
    ]);
    const held = (own?.engagements ?? []).filter(
      ({ period: { from, to }, confirmation }) =>
        isCountable(confirmation) && from <= on && (to === undefined || to >= on),
    );
    const uais = [...new Set(held.map(({ uai }) => uai))];
    const agreed = consent !== undefined;
    if (uais.length === 0) return { agreed };
    const schools = await store.readSchoolsByUai(uais);
    const departmentCodes = [...new Set(schools.map((one) => one.departmentCode).filter(Boolean))];
    return { agreed, search: { on, peersIn: { uais, departmentCodes } } };
  };

/** Records whether a person lets the referents of their département see them. It can be taken back at any time. Throws
 *  `settled-meanwhile` if it was taken back already. */
const chooseDirectory =
  ({ store, clock }: Ports) =>
  async ({ personId, agrees }: { readonly personId: PersonId; readonly agrees: boolean }): Promise<void> => {
    const at = clock.now();
    await commitOnce(store, [
      agrees
        ? { kind: 'directory-joined', consent: { personId, agreedAt: at } }
        : { kind: 'directory-left', personId },
      audit(agrees ? 'directory-joined' : 'directory-left', { at, actor: personId, subject: personId }),
    ]);
  };

/** A page of the directory, by name, from the person after `after`. */
const readDirectoryPage =
  ({ store, clock, settings }: Ports) =>
  async (filter: DirectoryFilter, after?: PersonId) => {
    const on = localDateInParis(clock.now());
    const found = await store.readDirectory({ ...filter, on, limit: SLICE, ...(after && { after }) });
    const labels = roleLabels(settings.office());
    return {
      people: found.map((entry) => toDirectoryLine(entry, labels)),
      ...(found.length === SLICE && { next: found.at(-1)?.id }),
    };
  };

/** A person of the directory as programs get it. */
export interface DirectoryLine extends Omit<DirectoryEntry, 'id' | 'places'> {
  readonly kind: 'person';
  readonly person: string;
  readonly places: readonly (DirectoryPlace & { readonly roleNames: readonly string[] })[];
}

type RoleNames = ReturnType<typeof roleLabels>;

function toDirectoryLine({ id, places, ...named }: DirectoryEntry, labels: RoleNames): DirectoryLine {
  const named2 = places.map((place) => ({ ...place, roleNames: place.roles.map((role) => labels[role]) }));
  return { kind: 'person', person: id, ...named, places: named2 };
}

interface ReadByProgram {
  readonly actor: string;
  readonly filter: DirectoryFilter;
  readonly after?: PersonId;
}

/** A page of the directory for a program; it leaves a line in the audit. */
const readDirectoryByProgram =
  (ports: Ports) =>
  async ({ actor, filter, after }: ReadByProgram) => {
    const page = await readDirectoryPage(ports)(filter, after);
    await auditExport(ports, { actor, format: 'api', people: page.people.length });
    return page;
  };

interface ExportDirectory {
  readonly actor: string;
  readonly filter: DirectoryFilter;
  /** Absent for lines on a terminal. */
  readonly format?: DirectoryFormat | undefined;
}

/** A copy of the directory, in the audit. */
function auditExport(
  { store, clock }: Ports,
  { actor, ...details }: { readonly actor: string; readonly format: string; readonly people: number },
): Promise<void> {
  return store.commit([audit('directory-exported', { at: clock.now(), actor, subject: 'all', details })]);
}

/** The people of a filter, slice by slice. An audit entry is written at the end. */
const exportDirectory = (ports: Ports) =>
  async function* ({ actor, filter, format }: ExportDirectory): AsyncGenerator<readonly DirectoryLine[]> {
    const read = readDirectoryPage(ports);
    let people = 0;
    let after: PersonId | undefined;
    do {
      const page = await read(filter, after);
      people += page.people.length;
      yield page.people;
      after = page.next;
    } while (after !== undefined);
    await auditExport(ports, { actor, format: format ?? 'lines', people });
  };

const COLUMNS = [
  ['familyName', 'nom'],
  ['givenName', 'prenom'],
  ['email', 'email'],
  ['uai', 'uai'],
  ['school', 'etablissement'],
  ['commune', 'commune'],
  ['department', 'departement'],
  ['missions', 'missions'],
  ['roles', 'roles'],
  ['since', 'depuis'],
  ['confirmation', 'confirmation'],
] as const;

/** A line for each place of each person. */
export function directoryTable(lines: readonly DirectoryLine[]): Table {
  const kindOf = (key: string) => (key === 'since' ? ('date' as const) : ('text' as const));
  return {
    name: 'annuaire',
    columns: COLUMNS.map(([key, title]) => ({ key, title, kind: kindOf(key) })),
    rows: lines.flatMap(({ familyName, givenName, email, places }) =>
      places.map((place) => [
        ...[familyName, givenName, email, place.uai, place.school, place.commune, place.departmentCode],
        ...[place.missions.join('|'), place.roles.join('|'), place.since, place.confirmation],
      ]),
    ),
  };
}

/** A card for each person. */
export function directoryCards(lines: readonly DirectoryLine[]): string {
  return lines
    .map(({ person, familyName, givenName, email, places }) => {
      const roles = [...new Set(places.flatMap(({ roleNames }) => roleNames))];
      const missions = [...new Set(places.flatMap((place) => place.missions))];
      return vCard([
        { name: 'UID;VALUE=text', values: [person] },
        { name: 'KIND', values: ['individual'] },
        { name: 'FN', values: [`${givenName} ${familyName}`] },
        { name: 'N', values: [familyName, givenName, '', '', ''], separator: ';' },
        ...(email ? [{ name: 'EMAIL;TYPE=work', values: [email] }] : []),
        ...places.map(({ school, commune }) => ({
          name: 'ORG',
          values: [[school, commune].filter(Boolean).join(', ')],
        })),
        ...roles.map((role) => ({ name: 'ROLE', values: [role] })),
        { name: 'CATEGORIES', values: ['RUPN', ...missions], separator: ',' },
      ]);
    })
    .join('');
}

/** The addresses as a mail program takes them. Several people never share one. */
export function directoryAddresses(lines: readonly DirectoryLine[]): string {
  return lines.flatMap(({ email }) => email ?? []).join('; ');
}

/** The day of a search for today. */
export function searchToday(
  { clock }: Ports,
  filter: DirectoryFilter,
): DirectorySearch & { readonly on: LocalDate } {
  return { ...filter, on: localDateInParis(clock.now()) };
}

export const directoryServices = useCases({
  readOwnDirectory,
  chooseDirectory,
  readDirectoryByProgram,
  exportDirectory,
});
