import type { OwnRecord } from '../../../application/self-service/read-own-record.ts';
import type { Uai } from '../../../domain/uai.ts';
import { AskHead } from '../components/headship-prompt.tsx';
import { readDaneWaiting } from '../dane/pending-tasks.ts';
import { Waits } from '../dane/task-list.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { WaitingList, waitingAt } from '../school/waiting.tsx';

/** Stands at the top of `/my` for a person without an engagement, who comes for their other spaces: each with
 *  its waiting tasks. Undefined for a person who has an engagement, or who has no other space. */
export async function renderOtherSpaces(request: PageRequest, own: OwnRecord) {
  const { actor, signedIn, t } = request;
  const isDane = actor.profiles.includes('dane');
  const asksHead = actor.heads.length === 0 && signedIn.mayHead.length > 0;
  const hasOther = actor.heads.length > 0 || isDane || asksHead;
  if (own.record.engagements.length > 0 || !hasOther) return undefined;
  const schools = await Promise.all(actor.heads.map((uai) => renderSchool(request, uai)));
  return (
    <>
      {schools}
      {asksHead && (
        <section>
          <h2>{t.account.headship.ask}</h2>
          <AskHead />
        </section>
      )}
      {isDane && (await renderDane(request))}
      <h2>{t.my.home.ownMissions}</h2>
      <p>
        {t.my.home.noEngagement} <a href="/my/engagements/new">{t.my.home.declare}</a>
      </p>
    </>
  );
}

async function renderSchool({ services, store, me, t, wording }: PageRequest, uai: Uai) {
  const [school, awards, proposals, requested] = await Promise.all([
    services.readSchool(uai),
    store.readAwardsOf([{ kind: 'establishment', uai }]),
    store.readEngagementProposalsAt(uai),
    store.readNewcomersAt(uai),
  ]);
  const unsaid = await services.readPeopleWithoutComment(school, me);
  const waiting = waitingAt(
    school,
    { viewer: me, mayKeep: true, awards, proposals, newcomers: requested.length, unsaid },
    wording,
  );
  return (
    <section>
      <h2>
        <a href={`/school/${uai}`}>{school.establishment.name}</a>
      </h2>
      {waiting.length === 0 ? (
        <p>{t.school.overview.nothingWaits}</p>
      ) : (
        <WaitingList base={`/school/${uai}`} waiting={waiting} elsewhere />
      )}
    </section>
  );
}

async function renderDane({ deps, frame, me, t: { dane } }: PageRequest) {
  const waiting = (await readDaneWaiting(deps, frame, me)).filter(({ count }) => count > 0);
  return (
    <section>
      <h2>
        <a href="/dane">{dane.title}</a>
      </h2>
      {waiting.length === 0 ? <p>{dane.home.nothing}</p> : <Waits waits={waiting} />}
    </section>
  );
}
