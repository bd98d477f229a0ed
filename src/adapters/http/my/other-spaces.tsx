import type { Context } from 'hono';
import type { OwnRecord } from '../../../application/my/read-own-record.ts';
import { readDaneWaiting } from '../dane/dane-waiting.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { WaitingList } from '../school/overview-page.tsx';
import { waitingViews } from '../school/overview-view.ts';
import { wordingOf } from '../school/school-context.ts';
import type { PageFrame } from '../shell/page-frame.ts';
import { useFrame } from '../shell/use-frame.ts';

/** The waiting tasks in a person's other spaces. They are for a person without an engagement, who comes for
 *  these spaces. */
export type OtherSpacesView = NonNullable<Awaited<ReturnType<typeof readOtherSpaces>>>;

/** Undefined for a person who has an engagement, or who has no other space. */
export async function readOtherSpaces(
  c: Context<AppEnv>,
  deps: AppDeps,
  { own, frame }: { readonly own: OwnRecord; readonly frame: PageFrame },
) {
  const { actor } = c.var.signedIn;
  const isDane = actor.profiles.includes('dane');
  if (own.record.engagements.length > 0 || (actor.heads.length === 0 && !isDane)) return undefined;
  const schools = await Promise.all(
    actor.heads.map(async (uai) => {
      const [school, awards, proposals] = await Promise.all([
        deps.services.readSchool(uai),
        deps.ports.store.readAwardsOf([{ kind: 'establishment', uai }]),
        deps.ports.store.readEngagementProposalsAt(uai),
      ]);
      const looking = { viewer: actor.personId, mayKeep: true, awards, proposals };
      const waiting = waitingViews(school, looking, wordingOf(c, deps));
      return { uai, name: school.establishment.name, waiting };
    }),
  );
  const dane = isDane
    ? (await readDaneWaiting(deps, frame, c.var.signedIn.actor.personId)).filter(({ count }) => count > 0)
    : undefined;
  return { schools, ...(dane && { dane }) };
}

/** Stands at the top of `/my`: each other space, with its waiting tasks. */
export function OtherSpaces({ view }: { view: OtherSpacesView }) {
  const frame = useFrame();
  const t = frame.t.my.home;
  return (
    <>
      {view.schools.map(({ uai, name, waiting }) => (
        <section>
          <h2>
            <a href={`/school/${uai}`}>{name}</a>
          </h2>
          {waiting.length === 0 ? (
            <p>{frame.t.school.overview.nothingWaits}</p>
          ) : (
            <WaitingList base={`/school/${uai}`} waiting={waiting} elsewhere />
          )}
        </section>
      ))}
      {view.dane && (
        <section>
          <h2>
            <a href="/dane">{frame.t.dane.title}</a>
          </h2>
          {view.dane.length === 0 ? (
            <p>{frame.t.dane.home.nothing}</p>
          ) : (
            <ul class="waiting">
              {view.dane.map(({ count, text, href }) => (
                <li>
                  <a href={href}>
                    <strong>{count}</strong> {text}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <h2>{t.ownMissions}</h2>
      <p>
        {t.noEngagement} <a href="/my/engagements/new">{t.declare}</a>
      </p>
    </>
  );
}
