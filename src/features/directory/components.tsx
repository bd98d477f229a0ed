import type { Child } from 'hono/jsx';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { readSchoolFilter } from '../../adapters/http/dane/school-filter.ts';
import { missionAsText, schoolAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { FormState } from '../../adapters/http/forms/context.ts';
import type { FilterField } from '../../adapters/http/forms/filter.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import { ROLES } from '../../domain/engagement/mission.ts';
import { listedName } from '../../domain/person/name.ts';
import { isCountable } from '../../domain/records.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { DirectoryEntry, DirectoryFilter, DirectoryPlace } from './feature.ts';

const FIELDS = ['q', 'role', 'mission', 'department', 'uai', 'uai-choice', 'event'] as const;

/** The filter that the address holds, and its form. Where the form has faults, nothing may be looked up. */
export interface DirectoryQuery {
  readonly filter: DirectoryFilter;
  readonly form: FormState;
  /** The filter as an address repeats it. */
  readonly query: string;
}

/** Reads the filter of the address. A code that the framework or the list of départements does not have is a
 *  fault. */
export async function readDirectoryQuery({ store, query, wording }: PageRequest): Promise<DirectoryQuery> {
  const stated = Object.fromEntries(FIELDS.map((name) => [name, query(name)?.trim() ?? '']));
  const { q = '', role = '', mission = '', department = '', event = '' } = stated;
  const school = await readSchoolFilter(store, stated['uai'] ?? '', stated['uai-choice']);
  const known = {
    role: ROLES.find((one) => one === role),
    mission: [...wording.framework.missions.keys()].find((one) => one === mission),
    department: (await store.readDepartments()).find(({ code }) => code === department)?.code,
  };
  const wrong = Object.entries(known).filter(([name, value]) => stated[name] && value === undefined);
  const faults: FormState['faults'] = {
    ...school.faults,
    ...Object.fromEntries(wrong.map(([name]) => [name, 'invalid-choice' as const])),
  };
  return {
    filter: compact({
      text: q || undefined,
      role: known.role,
      mission: known.mission,
      departmentCode: known.department,
      uai: school.uai,
      event: event || undefined,
    }),
    form: {
      values: Object.fromEntries(Object.entries(stated).map(([name, value]) => [name, [value]])),
      faults,
      choices: school.choices,
    },
    query: new URLSearchParams(Object.entries(stated).filter(([, value]) => value !== '')).toString(),
  };
}

/** What everybody may filter by: a text, a role and a mission. */
export function commonFields(textContext: TextContext): readonly FilterField[] {
  const { t, framework } = textContext;
  return [
    { kind: 'text', name: 'q' },
    {
      kind: 'choice',
      name: 'role',
      choices: ROLES.map((value) => ({ value, label: t.records.roles[value] })),
    },
    {
      kind: 'choice',
      name: 'mission',
      choices: [...framework.missions.keys()].map((value) => ({
        value,
        label: missionAsText(value, textContext),
      })),
    },
  ];
}

/** The people, each with address and places. `hrefOf` gives the page of a person, where the reader may open it. */
export function DirectoryTable({
  entries,
  hrefOf,
  ofSchool = false,
}: {
  entries: readonly DirectoryEntry[];
  hrefOf?: (entry: DirectoryEntry) => string;
  /** Whether the page names the school. */
  ofSchool?: boolean;
}) {
  const { directory: t } = usePageContext().t;
  return (
    <CardTable
      rows={entries}
      caption={t.title}
      columns={[
        {
          heading: t.name,
          cell: (one) => {
            const name = listedName(one);
            return hrefOf ? <a href={hrefOf(one)}>{name}</a> : name;
          },
          names: true,
        },
        {
          heading: t.email,
          cell: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : t.noAddress),
        },
        !ofSchool && {
          heading: t.school,
          cell: ({ places }) => <Lines lines={places.map((one) => <School place={one} />)} />,
        },
        {
          heading: t.does,
          cell: ({ places }) => <Lines lines={places.map((one) => <Does place={one} />)} />,
        },
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly Child[] }) {
  return (
    <>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </>
  );
}

function School({ place: { school, commune, departmentCode } }: { place: DirectoryPlace }) {
  return `${schoolAsText({ name: school, commune })}${departmentCode ? ` (${departmentCode})` : ''}`;
}

function Does({ place: { missions, roles, confirmation } }: { place: DirectoryPlace }) {
  const { directory: t, records } = usePageContext().t;
  const stated = [missions.join(', '), roles.map((role) => records.roles[role]).join(', ')].filter(Boolean);
  return (
    <>
      {stated.join(' · ')}
      {!isCountable(confirmation) && <span class="note"> {t.waits}</span>}
    </>
  );
}
