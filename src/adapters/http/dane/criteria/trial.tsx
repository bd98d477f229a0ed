import { canonicalJson } from '#open-badges/values';
import type { Store } from '../../../../application/ports.ts';
import type { Recipient } from '../../../../domain/award/types.ts';
import { type Amendment, amended, type BadgeChange } from '../../../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import type { Job } from '../../../../domain/job/types.ts';
import { parseUai } from '../../../../domain/uai.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { readNames } from '../decisions/proposal-rows.ts';
import { changedFigures } from './figures.ts';

/** The most names shown of people who would gain or lose a badge; the count includes all. */
const SHOWN_NAMES = 100;

type Moves = NonNullable<Job['progress']['moves']>;
const NONE: Moves[string] = { before: 0, after: 0, gain: [], lose: [] };

/** The effect of other figures on one badge: the number of holders, and the people who would gain or lose
 *  it. */
type Move = Awaited<ReturnType<typeof readMoves>>[number];
type Moved = Awaited<ReturnType<typeof readMoved>>;

/** The people who would gain or lose each badge, and who lacks one condition of a tried one. Every badge of the version
 *  in force on that day has a line, a school's badge too, and every tried badge. */
async function readMoves(
  { store, ports, wording }: PageRequest,
  { on, badges = [] }: Tried,
  moves: Moves = {},
) {
  const put = badges.flatMap((change) => (change.kind === 'put' ? [change] : []));
  const { achievements } = amended(ports.catalogue.criteriaInForce(on), { figures: {}, badges: put });
  return Promise.all(
    achievements.map(async ({ code, name, recipient }) => {
      const { before, after, gain, lose, near = [], nothing = [], ...more } = moves[code] ?? NONE;
      return {
        code,
        badge: inLanguage(name, wording.locale),
        before,
        after,
        gain: await readMoved(store, recipient, { ids: gain, more: more.moreGain ?? 0 }),
        lose: await readMoved(store, recipient, { ids: lose, more: more.moreLose ?? 0 }),
        near: await readMoved(store, recipient, { ids: near, more: more.moreNear ?? 0 }),
        nothing: await readMoved(store, recipient, { ids: nothing, more: more.moreNothing ?? 0 }),
      };
    }),
  );
}

type Tried = Pick<Extract<Job['command'], { kind: 'try-criteria' }>, 'on' | 'badges'>;

/** The first people by name, and the number of the others. */
async function readMoved(
  store: Store,
  kind: Recipient['kind'],
  { ids, more }: { readonly ids: readonly string[]; readonly more: number },
) {
  const recipients = ids.map(
    (id): Recipient =>
      kind === 'establishment' ? { kind, uai: parseUai(id) } : { kind, personId: parsePersonId(id) },
  );
  const { nameOf, byName } = await readNames(store, recipients);
  const people = recipients
    .toSorted(byName)
    .slice(0, SHOWN_NAMES)
    .map((one) => ({
      name: nameOf(one),
      href: one.kind === 'person' ? `/dane/people/${one.personId}` : undefined,
    }));
  return { people, more: more + Math.max(0, ids.length - SHOWN_NAMES) };
}

/** The last comparison; undefined if it was made with another amendment, or on another version. */
export async function readLastTrial(request: PageRequest, amendment: Amendment, version: number) {
  const job = await readTrialOf(request, amendment, version);
  if (!job?.finishedAt) return undefined;
  const { command, progress } = job;
  return { on: command.on, moves: await readMoves(request, command, progress.moves) };
}

/** The job of the last comparison, finished or not; undefined if it is one of something else. */
export async function readTrialOf({ store }: PageRequest, amendment: Amendment, version: number) {
  const job = await store.readLatestJob('try-criteria');
  if (job?.command.kind !== 'try-criteria' || job.command.version !== version) return undefined;
  const { command } = job;
  return sameAmendment(command, amendment) ? { ...job, command } : undefined;
}

function sameAmendment(one: Amendment, other: Amendment): boolean {
  const text = ({ figures, badges = [] }: Amendment) => canonicalJson({ figures, badges });
  return text(one) === text(other);
}

/** The result of a trial: its figures, its day, and the people who would gain or lose a badge. Nothing if
 *  it could not be judged, because no criteria were in force on its day. */
export async function renderTrial(request: PageRequest, { command, progress }: Job) {
  const { catalogue } = request.ports;
  const [first] = catalogue.versions();
  if (command.kind !== 'try-criteria' || !first || command.on < first.inForceFrom) return null;
  const { figures, badges = [], on, version } = command;
  const base = (version !== undefined && catalogue.criteriaVersion(version)) || catalogue.criteriaInForce(on);
  const changed = [...changedFigures(request, base, figures), ...changedBadges(request, base, badges)];
  const pairs = Object.entries(figures).map(([name, value]): [string, string] => [name, String(value)]);
  const t = request.t.dane.criteria;
  return (
    <>
      <p>{t.comparedOn(request.t.day(on))}</p>
      <h2>{t.changed}</h2>
      {changed.length === 0 ? (
        <EmptyState>{t.noChange}</EmptyState>
      ) : (
        <ul>
          {changed.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      )}
      <h2>{t.recapMoves}</h2>
      <MovesTable moves={await readMoves(request, command, progress.moves)} />
      <p class="note">{t.keptAwards}</p>
      <p class="actions">
        <a
          class="button"
          href={badges.length > 0 ? '/dane/badges' : `/dane/criteria/workshop?${new URLSearchParams(pairs)}`}
        >
          {t.changeOrAdopt}
        </a>
      </p>
    </>
  );
}

/** The badges that are put or retired, in words. */
export function changedBadges(
  { t: texts, wording: { locale } }: PageRequest,
  criteria: Criteria,
  badges: readonly BadgeChange[],
): readonly string[] {
  const t = texts.dane.badges.changes;
  const known = new Map(criteria.achievements.map((one) => [one.code, inLanguage(one.name, locale)]));
  return badges.map((change) => {
    if (change.kind === 'retire') return t.retired(known.get(change.code) ?? change.code);
    const { code, name } = change.badge;
    return known.has(code) ? t.changed(inLanguage(name, locale)) : t.added(inLanguage(name, locale));
  });
}

/** What a version changes, and who gains or loses a badge by its last comparison. */
export function WhatChanges({
  changed,
  compared,
  notCompared,
}: {
  /** Each change in words, with the old and the new figure. */
  changed: readonly string[];
  /** The last comparison of exactly these figures. */
  compared: Awaited<ReturnType<typeof readLastTrial>>;
  /** Said where they were not compared. */
  notCompared: string;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.criteria;
  return (
    <>
      <h2>{t.changed}</h2>
      <ul>
        {changed.map((change) => (
          <li>{change}</li>
        ))}
      </ul>
      <h2>{t.recapMoves}</h2>
      {compared ? (
        <>
          <p>{t.comparedOn(pageContext.t.day(compared.on))}</p>
          <MovesTable moves={compared.moves} />
        </>
      ) : (
        <p class="notice">{notCompared}</p>
      )}
    </>
  );
}

/** The present and the tried numbers side by side, and the people who would gain or lose a badge. */
export function MovesTable({ moves }: { moves: readonly Move[] }) {
  const t = usePageContext().t.dane.criteria;
  return (
    <CardTable
      rows={moves}
      columns={[
        { heading: t.badge, cell: (move) => move.badge, names: true },
        { heading: t.today, cell: (move) => move.before },
        { heading: t.tomorrow, cell: (move) => move.after },
        { heading: t.gain, cell: (move) => <People {...move.gain} /> },
        { heading: t.lose, cell: (move) => <People {...move.lose} /> },
      ]}
    />
  );
}

export function People({ people, more }: Moved) {
  const t = usePageContext().t.dane.criteria;
  if (people.length === 0) return <>{t.nobody}</>;
  return (
    <details>
      <summary>{t.people(people.length + more)}</summary>
      <ul>
        {people.map(({ name, href }) => (
          <li>{href ? <a href={href}>{name}</a> : name}</li>
        ))}
        {more > 0 && <li>{t.andMore(more)}</li>}
      </ul>
    </details>
  );
}
