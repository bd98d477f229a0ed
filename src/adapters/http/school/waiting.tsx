import type { SchoolInYear } from '../../../application/school/read-year.ts';
import type { AwardWithCredential } from '../../../application/store/badge-readers.ts';
import { findGaps, type RoleRow } from '../../../domain/engagement/mission-split.ts';
import { findUnauthorised } from '../../../domain/engagement/mission-split-gaps.ts';
import { type EngagementProposal, isWaiting } from '../../../domain/engagement/proposal.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { isCountable } from '../../../domain/records.ts';
import { type LocalDate, localDateInParis, toDayNumber } from '../../../domain/time/calendar.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import type { TextContext } from '../view-models/text-context.ts';
import { splitOf } from './split/day-choice.tsx';
import { nameIn } from './split/matrix-view.ts';

/** One kind of waiting task, and the place where it is settled: a path under `/school/{uai}`, or a place on
 *  the page itself. */
interface Waiting {
  readonly count: number;
  readonly words: string;
  readonly note?: string;
  readonly path: string;
  /** The single things, where each has a place of its own. */
  readonly items?: readonly {
    readonly words: string;
    /** The whole act, where the words are not enough. */
    readonly label?: string;
    readonly path: string;
  }[];
}

/** The viewer of the school, and the badges granted to it. */
interface Looking {
  readonly viewer: PersonId;
  readonly mayKeep: boolean;
  readonly awards: readonly AwardWithCredential[];
  /** Proposed and decided changes of its engagements. */
  readonly proposals: readonly EngagementProposal[];
  /** Number of people unknown to the register who say that they work there. */
  readonly newcomers: number;
  /** People with a new public badge, of whom the principal has said no word yet. */
  readonly unsaid: readonly PersonId[];
}

/** The waiting tasks at one school, each with its link. */
export function WaitingList({
  base,
  waiting,
  elsewhere = false,
}: {
  base: string;
  waiting: readonly Waiting[];
  /** Whether the list stands on another page than today's overview, so that links to places on it need its
   *  address. */
  elsewhere?: boolean;
}) {
  const href = (path: string) => (path.startsWith('#') && !elsewhere ? path : `${base}${path}`);
  return (
    <ul class="waiting">
      {waiting.map(({ count, words, note, path, items = [] }) => (
        <li>
          <strong>{count}</strong>
          {items.length === 0 ? <a href={href(path)}>{words}</a> : <span>{words}</span>}
          {note && <p class="note">{note}</p>}
          {items.map((item) => (
            <p>
              <a href={href(item.path)} aria-label={item.label}>
                {item.words}
              </a>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Only tasks that the principal can settle. Their own engagement is left out, and so is a contest, which the
 *  teacher answers and the DANE decides. The DANE reads the same list. */
export function waitingAt(
  school: SchoolInYear,
  looking: Looking,
  textContext: TextContext,
): readonly Waiting[] {
  const { t } = textContext;
  const texts = t.school.overview;
  const oldest = oldestWait(school);
  const requests = school.engagements.filter(
    ({ confirmation, personId }) => confirmation === 'requested' && personId !== looking.viewer,
  ).length;
  const conflicts = school.split.roles.filter(({ rivals }) => rivals.length > 0);
  const unauthorised = findUnauthorised(school.split).length;
  const reviews = peopleWithoutReview(school).length;
  const gaps = findGaps(splitOf(school, { kind: 'day', on: school.today }, textContext)).length;
  const proposed = looking.proposals.filter(
    (one) => isWaiting(one) && one.personId !== looking.viewer,
  ).length;
  const offered = looking.awards.filter(isOffered).length;
  const { newcomers, unsaid } = looking;
  const note = oldest !== undefined && { note: texts.oldest(oldest) };
  const all: readonly Waiting[] = [
    { count: requests, words: texts.requests(requests), path: '/confirmations', ...note },
    { count: newcomers, words: t.newcomers.count(newcomers), path: '/newcomers' },
    { count: proposed, words: t.changes.decide.count(proposed), path: '/confirmations#proposed' },
    {
      count: conflicts.length,
      words: texts.clashes(conflicts.length),
      path: '/confirmations',
      items: conflicts.map((row) => conflictItem(row, school, { looking, t })),
    },
    { count: offered, words: texts.badge(offered), path: '/badge' },
    {
      count: unsaid.length,
      words: texts.unsaid(unsaid.length),
      path: '#split',
      items: unsaid.map((id) => ({
        words: nameIn(school, id),
        label: t.endorsements.school.writeOf(nameIn(school, id)),
        path: `/people/${id}#words`,
      })),
    },
    { count: unauthorised, words: texts.unauthorised(unauthorised), path: '/actions' },
    { count: reviews, words: texts.reviews(reviews), path: '/reviews' },
    { count: gaps, words: texts.gaps(gaps), path: '#split' },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Whether the badge is signed, and waits to be accepted or declined. */
function isOffered({ credential }: AwardWithCredential): boolean {
  return credential?.choice.acceptance === 'private' && !credential.revocation && !credential.suspension;
}

/** A role with the people who hold or want it, and a link to the first of their engagements that the viewer may
 *  decide. */
function conflictItem(
  { role, rivals, clashing }: RoleRow,
  school: SchoolInYear,
  { looking, t }: { readonly looking: Looking; readonly t: TextContext['t'] },
) {
  const names = rivals.map((id) => nameIn(school, id)).join(', ');
  const first = clashing.find(({ personId }) => personId !== looking.viewer);
  const path =
    first && looking.mayKeep ? `/confirmations/${encodeURIComponent(first.reference)}` : '/confirmations';
  return { words: t.school.overview.clashItem(t.records.roles[role], names), path };
}

/** Days since the oldest waiting request, where its date is known. */
function oldestWait({ waitsSince, today }: SchoolInYear): number | undefined {
  const days = [...waitsSince.values()].map((since) => waitedDays(since, today));
  return days.length > 0 ? Math.max(...days) : undefined;
}

export function waitedDays(since: Parameters<typeof localDateInParis>[0], today: LocalDate): number {
  return toDayNumber(today) - toDayNumber(localDateInParis(since));
}

/** People engaged this year without a held or planned review. */
export function peopleWithoutReview(school: SchoolInYear): readonly PersonId[] {
  const { establishment, schoolYear, records, planned, split, engagements } = school;
  return split.people.filter((id) => {
    const counts = engagements.some((one) => one.personId === id && isCountable(one.confirmation));
    const isPlanned = planned.some(({ personId }) => personId === id);
    const record = records.find(({ personId }) => personId === id);
    const isHeld = record?.reviews.some(
      ({ on, uai }) => uai === establishment.uai && schoolYearOf(on) === schoolYear,
    );
    return counts && !isPlanned && !isHeld;
  });
}
