import { silentSince } from '../../../domain/confirmation/request.ts';
import { type Campaign, isOpen } from '../../../features/campaigns/feature.ts';
import type { AppDeps } from '../env.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { readUnderWay, UnderWay } from './decisions/under-way.tsx';
import { DaneLayout } from './layout.tsx';
import { readDaneWaiting } from './pending-tasks.ts';
import { Waits } from './task-list.tsx';

/** The number of newest campaigns that are read; the page shows the open ones. */
const CAMPAIGNS = 5;

/** `/dane`: an overview of the DANE's waiting tasks. */
export const homePages = (deps: AppDeps) =>
  definePages(deps, 'dane').page('/dane', 'read-register', renderHome);

async function renderHome(request: PageRequest) {
  const t = request.t.dane;
  const [waiting, campaigns, underWay] = await Promise.all([
    readDaneWaiting(request.deps, request, request.me),
    readOpenCampaigns(request),
    readUnderWay(request.deps, request.wording.locale),
  ]);
  const [waits, rests] = [
    waiting.filter(({ count }) => count > 0),
    waiting.filter(({ count }) => count === 0),
  ];
  const { gathered } = await request.store.countMail(request.ports.clock.now());
  return (
    <DaneLayout section="home" title={t.title}>
      <p class="lede">{waits.length > 0 ? t.home.lede : t.home.nothing}</p>
      <UnderWay jobs={underWay} />
      <Waits waits={waits} />
      {rests.length > 0 && (
        <details>
          <summary>{t.home.atRest(rests.length)}</summary>
          <ul class="links">
            {rests.map(({ text, href }) => (
              <li>
                <a href={href}>0 {text}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {gathered > 0 && <p class="note">{t.home.gathered(gathered)}</p>}
      <h2>{t.home.campaigns}</h2>
      {campaigns.length === 0 && <p>{t.home.noCampaign}</p>}
      <ul class="waiting">
        {campaigns.map(({ id, name, closesOn, answered, asked }) => (
          <li>
            <a href={`/dane/campaigns/${id}`}>{name}</a>
            <span class="block">{t.home.campaign(answered, asked, request.t.day(closesOn))}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/dane/campaigns">{t.home.allCampaigns}</a>
      </p>
    </DaneLayout>
  );
}

async function readOpenCampaigns({ store, ports, today }: PageRequest) {
  const newest = await store.readCampaigns({ limit: CAMPAIGNS });
  const since = silentSince(ports.clock.now());
  const withCounts = async (one: Campaign) => {
    const { answered, waiting, reminded, silent } = await store.countCampaignRequests(one.id, since);
    return { ...one, answered, asked: answered + waiting + reminded + silent };
  };
  return Promise.all(newest.filter((one) => isOpen(one, today)).map(withCounts));
}
