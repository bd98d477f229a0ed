import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { DomainError } from '../../domain/errors.ts';
import { readSupportNames, SupportTable } from './components.tsx';

/** `/school/{uai}/support`: the school's requests to the DANE, without their texts. */
export const schoolSupportPages = (deps: AppDeps) =>
  definePages(deps, 'school').page('/school/:uai/support', 'read-establishment', renderSupport);

async function renderSupport(request: PageRequest) {
  const { store, uai, me } = request;
  const { school: t, ask } = request.t.support;
  const [[establishment], requests] = await Promise.all([
    store.readSchoolsByUai([uai]),
    store.readSupportRequestsAt(uai),
  ]);
  if (!establishment) throw new DomainError('not-found');
  const place = placeOf(request.c, { establishment });
  return (
    <SchoolLayout school={place} page="support" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {place.mayKeep && (
        <p>
          <a class="button" href={`/my/support/new?uai=${uai}`}>
            {ask}
          </a>
        </p>
      )}
      {requests.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <SupportTable
          requests={requests}
          names={await readSupportNames(request, requests)}
          hrefOf={({ id, personId }) => (personId === me ? `/my/support/${id}` : undefined)}
          without="school"
          caption={t.title}
        />
      )}
    </SchoolLayout>
  );
}
