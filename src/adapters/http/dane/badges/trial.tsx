import type { BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { MovesTable, People, readLastTrial, readTrialOf } from '../criteria/trial.tsx';
import { amendmentOf, pathOf } from './to-draft.ts';

type Moves = NonNullable<Awaited<ReturnType<typeof readLastTrial>>>['moves'];

/** How many would meet the badge of the draft today and who lacks one condition, by the last comparison of exactly this badge;
 *  and what it changes of other badges. */
export async function renderBadgeTrial(request: PageRequest, draft: BadgeDraft) {
  const t = request.t.dane.badges.trial;
  const { version } = request.ports.catalogue.newest();
  const job = await readTrialOf(request, amendmentOf(draft), version);
  const compared = await readLastTrial(request, amendmentOf(draft), version);
  return (
    <section id="trial">
      <h2>{t.title}</h2>
      {!job && <p class="note">{t.none}</p>}
      {job && !compared && (
        <p class="notice" role="status">
          {t.underWay(job.done, Math.max(job.total, job.done))} <a href={`/dane/jobs/${job.id}`}>{t.see}</a>
        </p>
      )}
      {compared && <Compared draft={draft} on={request.t.day(compared.on)} moves={compared.moves} />}
    </section>
  );
}

/** Those who lack one condition: who have some of it, and who have nothing of it. */
function OneMissing({ near, nothing }: Pick<Moves[number], 'near' | 'nothing'>) {
  const t = usePageContext().t.dane.badges.trial;
  const total = [near, nothing].reduce((sum, { people, more }) => sum + people.length + more, 0);
  if (total === 0) return null;
  return (
    <>
      <p>{t.missing(total)}</p>
      {near.people.length > 0 && (
        <>
          <p>{t.near}</p>
          <People {...near} />
        </>
      )}
      {nothing.people.length > 0 && (
        <>
          <p>{t.nothing}</p>
          <People {...nothing} />
        </>
      )}
    </>
  );
}

function Compared({ draft, on, moves }: { draft: BadgeDraft; on: string; moves: Moves }) {
  const t = usePageContext().t.dane.badges.trial;
  const own = moves.find(({ code }) => code === draft.badge.code);
  const others = moves.filter(
    ({ code, gain, lose }) => code !== draft.badge.code && gain.people.length + lose.people.length > 0,
  );
  return (
    <>
      <p role="status">
        <strong>{t.met(own?.after ?? 0)}</strong> <span class="note">{t.on(on)}</span>
      </p>
      {own && own.gain.people.length > 0 && <People {...own.gain} />}
      {own && <OneMissing {...own} />}
      {own && own.lose.people.length > 0 && (
        <>
          <p>{t.lost}</p>
          <People {...own.lose} />
        </>
      )}
      {others.length > 0 && <MovesTable moves={others} />}
      <p>
        <a href={`${pathOf(draft)}/moves.csv`}>{t.csv}</a>
      </p>
    </>
  );
}
