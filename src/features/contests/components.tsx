import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { describeEngagement } from '../../adapters/http/engagements/descriptions.ts';
import { EngagementFacts } from '../../adapters/http/engagements/facts.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import type { Subject } from '../../domain/access/may.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Engagement } from '../../domain/records.ts';
import type { ContestCaseFile } from './actions.ts';
import { contestState, isOpen } from './feature.ts';

/** The reader whom the page addresses. */
export type ContestReader = 'teacher' | 'others';

/** A contest in a list. */
export type ContestLine = Pick<ContestCaseFile, 'contest' | 'person' | 'establishment' | 'engagements'>;

/** The days of the contested engagement. After a decision it may be in parts. */
function periodsOf({ engagements }: ContestLine, { t }: Pick<TextContext, 't'>): string {
  const days = (one: Engagement) =>
    t.school.period(t.day(one.period.from), one.period.to && t.day(one.period.to));
  return engagements.map(days).join(' ; ');
}

/** The subject of the contest that the address names; undefined if there is none. */
export async function contestedEngagement({ store, param }: PageRequest): Promise<Subject | undefined> {
  const contest = await store.readContest(param('id'));
  return contest && { kind: 'engagement', personId: contest.personId, uai: contest.uai };
}

/** The contest that the address names. Throws `not-found`. */
export async function readContestOf({ services, param }: PageRequest): Promise<ContestCaseFile> {
  const file = await services.readContest(param('id'));
  if (!file) throw new DomainError('not-found');
  return file;
}

/** The contested engagement and the statements of each party. All three parties see the same. */
export function ContestStory({
  file: { contest, engagements, person, establishment, confirmers },
  reader,
  wording,
}: {
  file: ContestCaseFile;
  reader: ContestReader;
  wording: TextContext;
}) {
  const { day, contests: t } = wording.t;
  const texts = t.to[reader];
  const { answer, answeredAt, decision, withdrawnAt, openedAt, motive } = contest;
  const byPrincipal = contest.openedBy !== undefined;
  return (
    <>
      <p class="note">{texts.parties}</p>
      <h2>{engagements.length > 1 ? t.parts : t.engagement}</h2>
      <p>{schoolOf(establishment)}</p>
      {engagements.map((one) => (
        <EngagementFacts segment={describeEngagement(one, { name: fullName(person), confirmers }, wording)} />
      ))}
      <h2>{t.story}</h2>
      <h3>{byPrincipal ? texts.motive(day(openedAt)) : t.motiveFromFile(day(openedAt))}</h3>
      <p class={motive === undefined ? 'note' : 'as-written'}>{motive ?? t.motiveUnknown}</p>
      {answer !== undefined && answeredAt ? (
        <>
          <h3>{texts.answer(day(answeredAt))}</h3>
          <p class="as-written">{answer}</p>
        </>
      ) : (
        isOpen(contest) && <p>{texts.noAnswer}</p>
      )}
      {decision && (
        <>
          <h3>{t.decision(day(decision.at))}</h3>
          <p>
            <strong>{t.outcomes[decision.outcome]}</strong>
          </p>
          <p class="as-written">{decision.reason}</p>
        </>
      )}
      {withdrawnAt && (
        <p>{byPrincipal ? texts.withdrawn(day(withdrawnAt)) : t.withdrawnAny(day(withdrawnAt))}</p>
      )}
    </>
  );
}

/** A table of contests, each with a link. A teacher's own list does not repeat their name. */
export function ContestTable({
  base,
  lines,
  reader = 'others',
}: {
  base: string;
  lines: readonly ContestLine[];
  reader?: ContestReader;
}) {
  const pageContext = usePageContext();
  const { day, contests: t } = pageContext.t;
  const texts = t.to[reader];
  return (
    <CardTable
      rows={lines}
      columns={[
        reader === 'others' && { heading: t.person, cell: ({ person }) => fullName(person), names: true },
        {
          heading: t.establishment,
          cell: ({ establishment }) => schoolOf(establishment),
          names: reader === 'teacher',
        },
        { heading: t.period, cell: (line) => periodsOf(line, pageContext) },
        { heading: t.since, cell: ({ contest }) => day(contest.openedAt) },
        {
          heading: t.state,
          cell: ({ contest }) =>
            contest.decision ? t.outcomes[contest.decision.outcome] : texts.states[contestState(contest)],
        },
        {
          heading: t.read,
          cell: ({ contest, person }) => (
            <a
              href={`${base}/${contest.id}`}
              aria-label={texts.readOf(fullName(person), day(contest.openedAt))}
            >
              {t.read}
            </a>
          ),
          label: false,
        },
      ]}
    />
  );
}

/** Contests that wait or, with `?over`, those that are over, page by page. */
export function ContestList({
  base,
  lines,
  open,
  next,
  none,
}: {
  /** Address of the list; each contest's address begins with it. */
  base: string;
  lines: readonly ContestLine[];
  /** True for the contests that wait, false for those that are over. */
  open: boolean;
  /** The last contest of the page, where another page follows. */
  next: string | undefined;
  none: string;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.contests;
  const over = open ? '' : 'over=1&';
  return (
    <>
      <h2>{open ? t.open : t.over}</h2>
      {lines.length === 0 ? (
        <EmptyState>{open ? none : t.noneOver}</EmptyState>
      ) : (
        <ContestTable base={base} lines={lines} />
      )}
      <p class="actions">
        {next && <a href={`${base}?${over}after=${encodeURIComponent(next)}`}>{pageContext.t.forms.next}</a>}
        <a href={open ? `${base}?over=1` : base}>{open ? t.showOver : t.showOpen}</a>
      </p>
    </>
  );
}

const schoolOf = ({ name, commune }: ContestCaseFile['establishment']) => `${name}, ${commune}`;
