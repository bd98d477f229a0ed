import { parseProposalId } from '../../../../domain/award/proposal.ts';
import type { Job } from '../../../../domain/job.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { badgeName, readNames } from './decision-views.ts';

/** On whom and what a job decides, and the proposal that waits next. */
export interface DecidedProposals {
  readonly lines: readonly { readonly text: string; readonly href: string }[];
  readonly nextHref?: string;
}

/** Undefined where the job decides on nothing. Of a whole filter the lines are not kept: its counts say how many. */
export async function readDecided(
  { ports: { store, catalogue } }: AppDeps,
  { command, finishedAt }: Job,
  locale: Locale,
): Promise<DecidedProposals | undefined> {
  if (command.kind !== 'decide-proposals') return undefined;
  const ids = 'ids' in command.proposals ? command.proposals.ids : [];
  const known = ids.flatMap((id) => {
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
    ...(next && { nextHref: hrefOf(next.id) }),
  };
}

/** The one behind what was decided, or the first of the queue. */
async function readNext(store: AppDeps['ports']['store'], after: string | undefined) {
  const [behind] = after === undefined ? [] : await store.readProposals({ limit: 1, after });
  return behind ?? (await store.readProposals({ limit: 1 }))[0];
}

const hrefOf = (id: string) => `/dane/decisions/${encodeURIComponent(id)}`;
