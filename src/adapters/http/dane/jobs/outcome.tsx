import { decisionSums } from '../../../../application/decisions/read-lines.ts';
import { parseProposalId } from '../../../../domain/award/proposal.ts';
import type { Job } from '../../../../domain/job/types.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { badgeName, readNames } from '../decisions/proposal-rows.ts';

/** The most badges named on the page of a decision; the others are counted. */
const MOST_NAMED = 50;

/** What a decision came to, with the names of those who decided on some of its badges in the meantime; nothing for
 *  other work, and before anything is done. */
export async function renderResult(
  { store, t, wording }: PageRequest,
  { command, finishedAt, done, progress }: Job,
) {
  const isDecision = command.kind === 'decide-proposals' || command.kind === 'grant-due';
  if (!isDecision || (!finishedAt && done === 0)) return null;
  const sums = decisionSums(command, progress);
  const nameOf = await readActors(
    store,
    sums.meanwhile.map(({ by }) => by),
  );
  const meanwhile = sums.meanwhile.map((one) => ({ ...one, by: nameOf(one.by, wording.locale) }));
  return <p>{t.dane.jobs.result({ ...sums, meanwhile })}</p>;
}

/** The proposals that a job decides, and the next waiting one; nothing for other work. */
export async function renderDecided(request: PageRequest, { command, finishedAt }: Job) {
  if (command.kind !== 'decide-proposals') return null;
  const t = request.t.dane.jobs;
  const { ids } = command;
  const next = finishedAt && (await readNext(request, ids.at(-1)));
  return (
    <>
      <h2>{t.decidedOn}</h2>
      {await renderNamed(request, ids)}
      {next && (
        <p>
          <a class="button" href={hrefOf(next.id)}>
            {t.nextProposal}
          </a>
        </p>
      )}
    </>
  );
}

interface Shown {
  /** The most badges that are named. */
  readonly most: number;
  /** The number of all of them, where only some are given. */
  readonly total: number;
}

/** Some badges by name, each with a link to its proposal or decision; the others are counted. */
export async function renderNamed(
  request: PageRequest,
  ids: readonly string[],
  { most, total }: Shown = { most: MOST_NAMED, total: ids.length },
) {
  const { store, ports, wording } = request;
  const known = ids.slice(0, most).flatMap((id) => {
    const subject = parseProposalId(id);
    return subject ? [{ id, ...subject }] : [];
  });
  const { nameOf } = await readNames(
    store,
    known.map(({ recipient }) => recipient),
  );
  const badgeOf = (achievement: string) =>
    badgeName(ports.catalogue, { achievement, locale: wording.locale });
  const more = total - Math.min(most, ids.length);
  return (
    <>
      {known.length > 0 && (
        <ul class="links">
          {known.map(({ id, recipient, achievement }) => (
            <li>
              <a href={hrefOf(id)}>{`${nameOf(recipient)} · ${badgeOf(achievement)}`}</a>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p>{request.t.dane.jobs.moreDecided(more)}</p>}
    </>
  );
}

/** The proposal after those decided, or the first one of the queue. */
async function readNext({ store }: PageRequest, after: string | undefined) {
  const [behind] = after === undefined ? [] : await store.readProposalsByName({ limit: 1, after });
  return behind ?? (await store.readProposalsByName({ limit: 1 }))[0];
}

const hrefOf = (id: string) => `/dane/decisions/${encodeURIComponent(id)}`;
