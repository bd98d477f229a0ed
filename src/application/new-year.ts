import type { Person, School } from '../domain/records.ts';
import type { Slice } from '../domain/tables/keyset-page.ts';
import { localDateInParis } from '../domain/time/calendar.ts';
import { type SchoolYear, schoolYearOf } from '../domain/time/school-year.ts';
import type { Table } from './files/export/table.ts';
import type { Ports } from './service-ports.ts';
import {
  NEW_YEAR_LISTS,
  type NewYearContext,
  type NewYearList,
  type NewYearRow,
} from './store/new-year-readers.ts';
import { useCases } from './use-cases.ts';

/** A line of a list, with its person and its schools. */
export interface NewYearPerson extends NewYearRow {
  readonly person?: Person;
  readonly schools: readonly School[];
}

function frameOf({ clock, scope }: Ports): NewYearContext {
  const on = localDateInParis(clock.now());
  return { scope, year: schoolYearOf(on), on };
}

/** How much is open in the current school year, by list. */
const countNewYear =
  (ports: Ports) =>
  async (): Promise<{
    readonly year: SchoolYear;
    readonly counts: Readonly<Record<NewYearList, number>>;
  }> => {
    const frame = frameOf(ports);
    const counted = NEW_YEAR_LISTS.map(
      async (list) => [list, await ports.store.countNewYear(list, frame)] as const,
    );
    const counts = Object.fromEntries(await Promise.all(counted)) as Record<NewYearList, number>;
    return { year: frame.year, counts };
  };

/** A page of one list, by name. */
const readNewYear =
  (ports: Ports) =>
  async (list: NewYearList, slice: Slice<string>): Promise<readonly NewYearPerson[]> => {
    const { store } = ports;
    const rows = await store.readNewYear(list, { ...frameOf(ports), ...slice });
    const [people, schools] = await Promise.all([
      store.readPeople(rows.flatMap(({ personId }) => personId ?? [])),
      store.readSchoolsByUai([...new Set(rows.flatMap(({ uais }) => uais))]),
    ]);
    const personOf = new Map(people.map((one) => [one.id, one]));
    const schoolOf = new Map(schools.map((one) => [one.uai, one]));
    return rows.map((row) => {
      const person = row.personId && personOf.get(row.personId);
      return {
        ...row,
        ...(person && { person }),
        schools: row.uais.flatMap((uai) => schoolOf.get(uai) ?? []),
      };
    });
  };

export interface NewYearTableTexts {
  readonly name: (list: NewYearList) => string;
  readonly columns: Readonly<
    Record<
      'uai' | 'school' | 'commune' | 'department' | 'familyName' | 'givenName' | 'since' | 'confirmedOn',
      string
    >
  >;
}

const PAGE_ROWS = 500;

/** A whole list as a file: a line for each school of each row. */
const readNewYearTable =
  (ports: Ports) =>
  async (list: NewYearList, texts: NewYearTableTexts): Promise<Table> => {
    const rows: Table['rows'][number][] = [];
    const read = readNewYear(ports);
    let after: string | undefined;
    do {
      const page = await read(list, { limit: PAGE_ROWS, ...(after !== undefined && { after }) });
      for (const { schools, person, since, confirmedOn } of page) {
        for (const { uai, name, commune, departmentCode } of schools) {
          const place = [uai, name, commune, departmentCode];
          rows.push([...place, person?.familyName, person?.givenName, since, confirmedOn]);
        }
      }
      after = page.length === PAGE_ROWS ? page.at(-1)?.key : undefined;
    } while (after !== undefined);
    const saved = list === 'to-renew' ? 8 : list === 'no-review' ? 6 : 4;
    const columns = Object.entries(texts.columns).map(([key, title]) => {
      const kind = key === 'since' || key === 'confirmedOn' ? ('date' as const) : ('text' as const);
      return { key, title, kind };
    });
    return {
      name: texts.name(list),
      columns: columns.slice(0, saved),
      rows: rows.map((row) => row.slice(0, saved)),
    };
  };

export const newYearServices = useCases({ countNewYear, readNewYear, readNewYearTable });
