import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { Paging, pageOf, peopleSliceOf } from '../../adapters/http/components/pagination.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { ROLES } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Uai } from '../../domain/uai.ts';
import { searchToday } from './actions.ts';
import { DirectoryTable } from './components.tsx';
import type { DirectoryEntry } from './feature.ts';

/** `/school/{uai}/directory`: who is RUPN in the school today. */
export const schoolDirectoryPages = (deps: AppDeps) =>
  definePages(deps, 'school').page('/school/:uai/directory', 'read-establishment', renderSchoolDirectory);

async function renderSchoolDirectory({ c, store, ports, uai, query, t: { directory: t } }: PageRequest) {
  const [establishment] = await store.readSchoolsByUai([uai]);
  if (!establishment) throw new DomainError('not-found');
  const slice = peopleSliceOf({ query });
  const { rows, last } = pageOf(await store.readDirectory({ ...searchToday(ports, { uai }), ...slice }));
  return (
    <SchoolLayout
      school={placeOf(c, { establishment })}
      page="directory"
      title={t.title}
      description={t.ofSchool.lede}
    >
      <p class="lede">{t.ofSchool.lede}</p>
      {rows.length === 0 ? (
        <EmptyState>{t.ofSchool.none}</EmptyState>
      ) : (
        <DirectoryTable entries={rows} ofSchool />
      )}
      {!slice.after && !last && <UnheldRoles uai={establishment.uai} entries={rows} />}
      <Paging next={last && `/school/${uai}/directory?after=${last.id}`} />
    </SchoolLayout>
  );
}

/** The roles that no one of the school holds today: whom others would look for in vain. */
function UnheldRoles({ uai, entries }: { uai: Uai; entries: readonly DirectoryEntry[] }) {
  const { directory, records } = usePageContext().t;
  const t = directory.ofSchool;
  const held = new Set(entries.flatMap(({ places }) => places.flatMap(({ roles }) => roles)));
  const unheld = ROLES.filter((role) => !held.has(role));
  if (unheld.length === 0) return <p>{t.allHeld}</p>;
  return (
    <>
      <h2>{t.unheld}</h2>
      <ul>
        {unheld.map((role) => (
          <li>{records.roles[role]}</li>
        ))}
      </ul>
      <p>
        <a href={`/school/${uai}/missions/new`}>{t.propose}</a>
      </p>
    </>
  );
}
