import { DomainError } from '../../../domain/errors.ts';
import { Empty } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { placeOf } from '../school/context.ts';
import { SchoolShell } from '../school/layout.tsx';
import { readSupportNames, SupportTable } from './support.tsx';

/** `/school/{uai}/support`: the school's requests to the DANE, without their texts. */
export const schoolSupportPages = (deps: AppDeps) =>
  pagesOf(deps, 'school').page('/school/:uai/support', 'read-establishment', drawSupport);

async function drawSupport(visit: Visit) {
  const { store, uai, me } = visit;
  const { school: t, ask } = visit.t.support;
  const [[establishment], requests] = await Promise.all([
    store.readEstablishments([uai]),
    store.readSupportRequestsAt(uai),
  ]);
  if (!establishment) throw new DomainError('not-found');
  const place = placeOf(visit.c, { establishment });
  return (
    <SchoolShell school={place} page="support" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {place.mayKeep && (
        <p>
          <a class="button" href={`/my/support/new?uai=${uai}`}>
            {ask}
          </a>
        </p>
      )}
      {requests.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <SupportTable
          requests={requests}
          names={await readSupportNames(visit, requests)}
          hrefOf={({ id, personId }) => (personId === me ? `/my/support/${id}` : undefined)}
          without="school"
          caption={t.title}
        />
      )}
    </SchoolShell>
  );
}
