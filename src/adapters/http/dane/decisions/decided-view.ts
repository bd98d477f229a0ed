import { type DecisionSums, decisionSums } from '../../../../application/decisions/decisions.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import type { Job } from '../../../../domain/job/job.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { readActors } from '../actors.ts';
import { badgeName, readNames } from './decision-views.ts';

/** The proposals that a job decides, and the next waiting proposal. */
export type DecidedProposals = NonNullable<Awaited<ReturnType<typeof readDecided>>>;

/** The most badges named on the page of a decision; the others are counted. */
const MOST_NAMED = 50;

/** The proposals of a job; undefined where it decides none. */
export async function readDecided(
  { ports: { store, catalogue } }: AppDeps,
  { command, finishedAt }: Job,
  locale: Locale,
) {
  if (command.kind !== 'decide-proposals') return undefined;
  const { ids } = command;
  const known = ids.slice(0, MOST_NAMED).flatMap((id) => {
    const subject = parseProposalId(id);
    return subject ? [{ id, ...subject }] : [];
  });
  const [{ nameOf }, next] = await Promise.all([
    readNames(
      store,
      known.map(({ recipient }) => recipient),
    ),
    finishedAt ? readNext(store, ids.at(-1)) : undefined,
  ]);
  return {
    lines: known.map(({ id, recipient, achievement }) => ({
      text: `${nameOf(recipient)} · ${badgeName(catalogue, { achievement, locale })}`,
      href: hrefOf(id),
    })),
    /** Number of proposals beyond the listed ones. */
    more: Math.max(0, ids.length - MOST_NAMED),
    ...(next && { nextHref: hrefOf(next.id) }),
  };
}

/** What a decision came to, with the names of those who decided on some of its badges meanwhile; undefined for
 *  other work, and before anything is done. */
export async function readResult(
  { ports: { store } }: AppDeps,
  { command, finishedAt, done, progress }: Job,
  locale: Locale,
): Promise<DecisionSums | undefined> {
  if (command.kind !== 'decide-proposals' || (!finishedAt && done === 0)) return undefined;
  const sums = decisionSums(command, progress);
  const nameOf = await readActors(
    store,
    sums.meanwhile.map(({ by }) => by),
  );
  return { ...sums, meanwhile: sums.meanwhile.map((one) => ({ ...one, by: nameOf(one.by, locale) })) };
}

/** The proposal after those decided, or the first one of the queue. */
async function readNext(store: AppDeps['ports']['store'], after: string | undefined) {
  const [behind] = after === undefined ? [] : await store.readProposals({ limit: 1, after });
  return behind ?? (await store.readProposals({ limit: 1 }))[0];
}

const hrefOf = (id: string) => `/dane/decisions/${encodeURIComponent(id)}`;
