import type { Overlap } from '../../../../application/decisions/read-batch.ts';
import { readDecisions } from '../../../../application/decisions/read-lines.ts';
import type { Job } from '../../../../domain/job/types.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { badgeName } from './proposal-rows.ts';

/** A decision on several badges that is not finished. */
export type UnderWayView = Awaited<ReturnType<typeof underWayRows>>[number];

export async function readUnderWay(deps: AppDeps, locale: Locale) {
  return underWayRows(deps, await readDecisions(deps.ports.store), locale);
}

/** The decisions under way that overlap with the one on the page: the number of badges that both hold, and
 *  whether the agent made it too. Only a colleague's badges are left out. */
export async function readOverlaps({ deps, me, wording }: PageRequest, overlaps: readonly Overlap[]) {
  const jobs = overlaps.map(({ job }) => job);
  const lines = await underWayRows(deps, jobs, wording.locale);
  return lines.map((line, at) => ({
    line,
    common: overlaps[at]?.common ?? 0,
    isOwn: overlaps[at]?.job.madeBy === me,
  }));
}

async function underWayRows(
  { ports: { store, clock, catalogue } }: AppDeps,
  jobs: readonly Job[],
  locale: Locale,
) {
  if (jobs.length === 0) return [];
  const nameOf = await readActors(
    store,
    jobs.flatMap(({ madeBy, heldBy = madeBy }) => [madeBy, heldBy]),
  );
  const now = clock.now();
  return jobs.flatMap(({ command, id, total, done, madeBy, startsAt, heldBy }) => {
    const decision = decisionOf(command);
    if (!decision) return [];
    const by = nameOf(madeBy, locale);
    const achievement = command.kind === 'grant-due' ? command.achievement : undefined;
    const badge = achievement && badgeName(catalogue, { achievement, locale });
    const held = heldBy === undefined ? undefined : nameOf(heldBy, locale);
    /** Nothing is carried out before this instant. */
    const waitsUntil = startsAt && startsAt > now ? startsAt : undefined;
    return [{ decision, total, done, by, badge, held, waitsUntil, href: `/dane/jobs/${id}` }];
  });
}

function decisionOf(command: Job['command']) {
  if (command.kind === 'grant-due') return 'due' as const;
  return command.kind === 'decide-proposals' ? command.decision : undefined;
}

/** The decisions under way. They are shown on every page where an agent could decide the same badges
 *  again. */
export function UnderWay({ jobs }: { jobs: readonly UnderWayView[] }) {
  const t = usePageContext().t.dane.decisions.underWay;
  if (jobs.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="under-way">
      <h2 id="under-way">{t.title}</h2>
      <ul>
        {jobs.map((line) => (
          <li>
            <UnderWayRow line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before several badges are decided on: the decisions under way that hold some of the same badges. */
export function Overlaps({ overlaps }: { overlaps: Awaited<ReturnType<typeof readOverlaps>> }) {
  const t = usePageContext().t.dane.decisions.overlaps;
  if (overlaps.length === 0) return null;
  return (
    <section class="notice" role="status" aria-labelledby="overlaps">
      <h2 id="overlaps">{t.title}</h2>
      <ul>
        {overlaps.map(({ line, common, isOwn }) => (
          <li>
            {isOwn ? t.own(common) : t.others(common)} <UnderWayRow line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnderWayRow({
  line: { decision, total, done, by, badge, held, waitsUntil, href },
}: {
  line: UnderWayView;
}) {
  const pageContext = usePageContext();
  const { underWay: t, due } = pageContext.t.dane.decisions;
  return (
    <>
      {decision === 'due' ? due.line(by, badge) : t.line[decision](total, by)}{' '}
      {held !== undefined && `${due.lineHeld(held)} `}
      {waitsUntil ? t.waits(pageContext.t.moment(waitsUntil)) : t.progress(done, total)}{' '}
      <a href={href}>{t.see}</a>
    </>
  );
}
