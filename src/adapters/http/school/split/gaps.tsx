import type { MissionCode, Role } from '../../../../domain/engagement/mission.ts';
import { findGaps, type MissionSplit } from '../../../../domain/engagement/mission-split.ts';
import { findVacantRoles } from '../../../../domain/engagement/mission-split-gaps.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { LocalDate } from '../../../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf } from '../../../../domain/time/school-year.ts';
import { isProposalOpen, type MissionProposal } from '../../../../features/mission-proposals/feature.ts';
import { missionAsText } from '../../engagements/descriptions.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import type { SplitQuery } from './day-choice.tsx';

/** A mission or a role that no one has on the days shown. */
export interface GapView {
  readonly kind: 'mission' | 'role';
  readonly label: string;
  /** Address of the form that proposes it to someone; absent for a viewer who may not. */
  readonly href?: string;
  /** The people to whom it is already proposed, in words. */
  readonly proposed: readonly string[];
}

interface GapsAround {
  readonly base: string;
  readonly asked: SplitQuery;
  readonly today: LocalDate;
  readonly mayKeep: boolean;
  readonly proposals: readonly MissionProposal[];
  readonly nameOf: (id: PersonId) => string | undefined;
}

/** The gaps by the code of their mission or role; none for past days, for which nothing can be proposed. */
export function gapViews(
  split: MissionSplit,
  around: GapsAround,
  textContext: TextContext,
): ReadonlyMap<MissionCode | Role, GapView> {
  const { base, mayKeep, proposals, nameOf } = around;
  const { t } = textContext;
  const from = firstDay(around);
  if (from === undefined) return new Map();
  const view = (kind: 'mission' | 'role', code: MissionCode | Role, label: string) => {
    const waiting = proposals.filter(
      (one) =>
        isProposalOpen(one) &&
        (kind === 'mission' ? one.missions : one.roles).some((listed) => listed === code),
    );
    const href = `${base}/missions/new?${new URLSearchParams({ [kind]: code, from })}`;
    return [
      code,
      {
        kind,
        label,
        ...(mayKeep && { href }),
        proposed: waiting.map(({ personId }) =>
          t.missionProposals.proposedTo(nameOf(personId) ?? t.missionProposals.someone),
        ),
      },
    ] as const;
  };
  return new Map([
    ...findGaps(split).map(({ code }) => view('mission', code, missionAsText(code, textContext))),
    ...findVacantRoles(split).map(({ role }) => {
      const label = t.records.roles[role];
      return view('role', role, label.charAt(0).toUpperCase() + label.slice(1));
    }),
  ]);
}

/** The day from which a gap is proposed: the first shown day that is not past. */
function firstDay({ asked, today }: Pick<GapsAround, 'asked' | 'today'>): LocalDate | undefined {
  const [first, last] =
    asked.kind === 'day' ? [asked.on, asked.on] : [firstDayOf(asked.year), lastDayOf(asked.year)];
  if (last < today) return undefined;
  return first > today ? first : today;
}

/** The people who are asked already, and the link to a proposal. */
export function GapAction({ gap: { kind, label, href, proposed } }: { gap: GapView }) {
  const t = usePageContext().t.missionProposals;
  const action = proposed.length > 0 ? t.proposeAgain : t.proposeOne[kind];
  return (
    <>
      {proposed.map((texts) => (
        <small>{texts}</small>
      ))}
      {href && (
        <a href={href} aria-label={t.proposeOf(action, label)}>
          {action}
        </a>
      )}
    </>
  );
}
