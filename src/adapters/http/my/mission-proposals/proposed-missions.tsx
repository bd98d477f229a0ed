import type { Context } from 'hono';
import { isUnanswered } from '../../../../domain/engagement/mission-proposal.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { wordsOf } from '../../shell/words.ts';

/** A proposal that waits for the person's answer. */
export interface ProposedMission {
  readonly id: string;
  readonly school: string;
  readonly day: string;
}

/** The proposals that wait for the person signed in. */
export async function readProposedMissions(
  c: Context<AppEnv>,
  { ports }: AppDeps,
): Promise<readonly ProposedMission[]> {
  const all = await ports.store.readMissionProposalsOf(c.var.signedIn.actor.personId);
  const waiting = all.filter(isUnanswered);
  if (waiting.length === 0) return [];
  const schools = await ports.store.readEstablishments([...new Set(waiting.map(({ uai }) => uai))]);
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  const { pages } = wordsOf(ports, c.var.locale);
  return waiting.map(({ id, uai, from }) => ({ id, school: names.get(uai) ?? uai, day: pages.day(from) }));
}

/** Stands at the top of `/my`, where a principal has proposed missions. */
export function ProposedMissions({ proposed }: { proposed: readonly ProposedMission[] }) {
  const t = useFrame().t.missionsProposed.mine;
  if (proposed.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="proposed-missions">
      <h2 id="proposed-missions">{t.heading(proposed.length)}</h2>
      {proposed.map(({ id, school, day }) => (
        <p>
          {t.line(school, day)}{' '}
          <a href={`/my/mission-proposals/${id}`} aria-label={t.openOf(school)}>
            {t.open}
          </a>
        </p>
      ))}
    </section>
  );
}
