import type { Criteria } from '../../domain/criteria/criteria.ts';
import { withFigures } from '../../domain/criteria/criteria-figures.ts';
import type { JobCommand, JobProgress } from '../../domain/job/job.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { makeJudge, type RecipientEvaluations } from '../awards/evaluate-recipients.ts';
import type { TakeStep } from '../jobs/step.ts';
import { type WalkedSlice, walkRecipients } from '../jobs/walk-recipients.ts';
import type { Catalogue, Store } from '../ports.ts';

interface Needs {
  readonly store: Store;
  readonly catalogue: Catalogue;
}

/** Number of names kept of those who would gain a badge, and of those who would lose it. They are written
 *  again at every step, and D1 limits a text to 2 MB. */
const KEPT_NAMES = 100;

type Moves = NonNullable<JobProgress['moves']>;

/** Judges a slice of people or schools twice, by the criteria in force and by the trial figures. It counts
 *  those who would gain or lose each badge, and keeps the names of the first ones. Nothing else is
 *  written. */
export const tryCriteria =
  ({ store, catalogue }: Needs): TakeStep =>
  async ({ command, progress }) => {
    const { figures, on, version } = command as Extract<JobCommand, { kind: 'try-criteria' }>;
    const today = catalogue.criteriaInForce(on);
    const base = (version !== undefined && catalogue.criteriaVersion(version)) || today;
    const page = await walkRecipients(store, progress);
    const needs = { store, catalogue };
    const before = await judgePage(today, { on, page, needs });
    const after = await judgePage(withFigures(base, figures), { on, page, needs });
    return {
      progress: {
        ...(page.next ?? { phase: 1 }),
        counts: progress.counts,
        moves: addMoves(progress.moves ?? {}, before, after),
      },
      advanced: page.size,
      finished: page.next === undefined,
      changes: [],
    };
  };

/** For each badge, the ids of the recipients who meet it. */
type MetBy = ReadonlyMap<string, ReadonlySet<string>>;

interface PageToJudge {
  readonly on: LocalDate;
  readonly page: WalkedSlice;
  readonly needs: Needs;
}

async function judgePage(criteria: Criteria, { on, page, needs }: PageToJudge): Promise<MetBy> {
  const judge = makeJudge(criteria, { on, needs });
  const met = new Map<string, Set<string>>();
  const keepMet = ({ recipient, evaluations }: RecipientEvaluations) => {
    const id = recipient.kind === 'person' ? recipient.personId : recipient.uai;
    for (const { achievement } of evaluations.filter((evaluation) => evaluation.met)) {
      met.set(achievement, (met.get(achievement) ?? new Set<string>()).add(id));
    }
  };
  for (const person of page.people) keepMet(judge.person(person, page.records.get(person.id)));
  for await (const found of judge.schools(page.schools)) keepMet(found);
  return met;
}

function addMoves(moves: Moves, before: MetBy, after: MetBy): Moves {
  const codes = new Set([...Object.keys(moves), ...before.keys(), ...after.keys()]);
  const none: ReadonlySet<string> = new Set();
  return Object.fromEntries(
    [...codes].map((code) => {
      const [had, has] = [before.get(code) ?? none, after.get(code) ?? none];
      const known = moves[code] ?? { before: 0, after: 0, gain: [], lose: [] };
      const gain = [...known.gain, ...[...has].filter((id) => !had.has(id))];
      const lose = [...known.lose, ...[...had].filter((id) => !has.has(id))];
      return [
        code,
        {
          before: known.before + had.size,
          after: known.after + has.size,
          gain: gain.slice(0, KEPT_NAMES),
          lose: lose.slice(0, KEPT_NAMES),
          moreGain: (known.moreGain ?? 0) + Math.max(0, gain.length - KEPT_NAMES),
          moreLose: (known.moreLose ?? 0) + Math.max(0, lose.length - KEPT_NAMES),
        },
      ];
    }),
  );
}
