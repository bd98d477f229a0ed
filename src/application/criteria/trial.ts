import { amended } from '../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import { lastMissing, metBadges } from '../../domain/criteria/evaluate.ts';
import type { MissionFramework } from '../../domain/engagement/mission.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../domain/facts/derive-team.ts';
import type { Facts, FactsBasis } from '../../domain/facts/types.ts';
import type { JobCommand, JobProgress } from '../../domain/job/types.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { TakeStep } from '../jobs/step.ts';
import { type WalkedSlice, walkRecipients } from '../jobs/walk-recipients.ts';
import type { Ports } from '../service-ports.ts';

/** Number of names kept for each badge, of recipients who would gain it and of those who would lose it. The
 *  names are written again at every step, and D1 limits a text to 2 MB. */
const MAX_SAVED_NAMES = 100;

export type Moves = NonNullable<JobProgress['moves']>;

/** Judges a slice of people or schools twice, by the criteria in force and by the trial figures. For each
 *  badge it counts the recipients who would gain or lose it, and keeps the names of the first ones. Nothing
 *  else is written. */
export const tryCriteria =
  ({ store, catalogue }: Ports): TakeStep =>
  async ({ command, progress }) => {
    const { figures, badges = [], on, version } = command as Extract<JobCommand, { kind: 'try-criteria' }>;
    const today = catalogue.criteriaInForce(on);
    const base = (version !== undefined && catalogue.criteriaVersion(version)) || today;
    const page = await walkRecipients(store, progress, on);
    const trial = amended(base, { figures, badges });
    const tried = badges.flatMap((change) => (change.kind === 'put' ? [change.badge.code] : []));
    const judged = judgeSlice(page, { today, trial, tried, on, framework: catalogue.framework });
    return {
      progress: {
        ...(page.next ?? { phase: 1 }),
        counts: progress.counts,
        moves: addMoves(progress.moves ?? {}, judged),
      },
      advanced: page.size,
      finished: page.next === undefined,
      changes: [],
    };
  };

/** A trial of one page of all recipients, as of today; `next` is where the next page begins. */
export interface TriedPage {
  readonly moves: Moves;
  readonly next?: string;
}

interface TrialPageQuery extends Pick<Trial, 'trial' | 'tried'> {
  readonly framework: MissionFramework;
  readonly after: string | undefined;
}

/** Judges one page of all recipients by criteria and by those in force. Nothing is written. */
export async function tryPage(
  { store, clock, catalogue }: Ports,
  { after, ...tried }: TrialPageQuery,
): Promise<TriedPage> {
  const on = localDateInParis(clock.now());
  const slice = await walkRecipients(store, placeOf(after), on);
  const judged = judgeSlice(slice, { ...tried, today: catalogue.criteriaInForce(on), on });
  const { next } = slice;
  return {
    moves: addMoves({}, judged),
    ...(next && { next: `${next.phase} ${next.after ?? ''}` }),
  };
}

/** `1 0210001M`: the phase of the walk, and the recipient behind whom the page begins. */
function placeOf(after = '0 '): Pick<JobProgress, 'phase' | 'after'> {
  const [phase = '0', id = ''] = after.split(' ');
  return { phase: phase === '1' ? 1 : 0, ...(id && { after: id }) };
}

/** For each badge, the ids of the recipients who meet it. */
type MetBy = ReadonlyMap<string, ReadonlySet<string>>;

interface Trial {
  readonly today: Criteria;
  readonly trial: Criteria;
  /** The badges of the trial for which those who nearly meet them are looked for. */
  readonly tried?: readonly string[];
  readonly on: LocalDate;
  readonly framework: MissionFramework;
}

/** The recipients of a slice who meet each badge by the criteria of today and by those on trial. Of a tried badge
 *  also those who lack one condition: `near` have some of it, `nothing` have nothing of it. */
export interface JudgedSlice {
  readonly before: MetBy;
  readonly after: MetBy;
  readonly near: MetBy;
  readonly nothing: MetBy;
}

export function judgeSlice(
  { people, schools }: WalkedSlice,
  { today, trial, tried: codes = [], on, framework }: Trial,
): JudgedSlice {
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  const near = new Map<string, Set<string>>();
  const nothing = new Map<string, Set<string>>();
  const definitions = trial.achievements.filter(({ code }) => codes.includes(code));
  // Facts depend only on the thresholds. Where the trial does not change them, the facts are derived once.
  const alike = JSON.stringify(today.thresholds) === JSON.stringify(trial.thresholds);
  const judge = (id: string, derive: (basis: FactsBasis) => Facts) => {
    const facts = derive({ thresholds: today.thresholds, framework });
    note(before, id, metBadges(today, facts));
    const tried = alike ? facts : derive({ thresholds: trial.thresholds, framework });
    note(after, id, metBadges(trial, tried));
    const ofKind = definitions.filter(({ recipient }) => recipient === tried.kind);
    const missing = ofKind.map((one) => ({
      code: one.code,
      has: lastMissing({ definition: one, criteria: trial, facts: tried }),
    }));
    note(
      near,
      id,
      missing.filter(({ has }) => has === 'some'),
    );
    note(
      nothing,
      id,
      missing.filter(({ has }) => has === 'nothing'),
    );
  };
  for (const record of people) judge(record.personId, (basis) => derivePersonFacts(record, on, basis));
  for (const record of schools) judge(record.uai, (basis) => deriveTeamFacts(record, on, basis));
  return { before, after, near, nothing };
}

function note(metBy: Map<string, Set<string>>, id: string, met: readonly { readonly code: string }[]): void {
  for (const { code } of met) {
    const ids = metBy.get(code);
    if (ids) ids.add(id);
    else metBy.set(code, new Set([id]));
  }
}

/** Adds who gains and who loses each badge in a slice, and who lacks one condition of it. */
function addMoves(moves: Moves, { before, after, near, nothing }: JudgedSlice): Moves {
  const found = [before, after, near, nothing].flatMap((each) => [...each.keys()]);
  const codes = new Set([...Object.keys(moves), ...found]);
  const none: ReadonlySet<string> = new Set();
  return Object.fromEntries(
    [...codes].map((code) => {
      const [had, has] = [before.get(code) ?? none, after.get(code) ?? none];
      const known = moves[code] ?? { before: 0, after: 0, gain: [], lose: [] };
      const gain = [...known.gain, ...[...has].filter((id) => !had.has(id))];
      const nearly = [...(known.near ?? []), ...(near.get(code) ?? none)];
      const lacking = [...(known.nothing ?? []), ...(nothing.get(code) ?? none)];
      const lose = [...known.lose, ...[...had].filter((id) => !has.has(id))];
      return [
        code,
        {
          before: known.before + had.size,
          after: known.after + has.size,
          gain: gain.slice(0, MAX_SAVED_NAMES),
          lose: lose.slice(0, MAX_SAVED_NAMES),
          moreGain: (known.moreGain ?? 0) + Math.max(0, gain.length - MAX_SAVED_NAMES),
          moreLose: (known.moreLose ?? 0) + Math.max(0, lose.length - MAX_SAVED_NAMES),
          ...(nearly.length > 0 && {
            near: nearly.slice(0, MAX_SAVED_NAMES),
            moreNear: (known.moreNear ?? 0) + Math.max(0, nearly.length - MAX_SAVED_NAMES),
          }),
          ...(lacking.length > 0 && {
            nothing: lacking.slice(0, MAX_SAVED_NAMES),
            moreNothing: (known.moreNothing ?? 0) + Math.max(0, lacking.length - MAX_SAVED_NAMES),
          }),
        },
      ];
    }),
  );
}
