import type { SchoolBadges, SchoolInYear } from '../../../../application/school/read-year.ts';

import type { MadePaper } from '../../../../application/store/school-readers.ts';
import { engagementsOfYear } from '../../../../domain/engagement/mission-split.ts';
import type { EngagementProposal } from '../../../../domain/engagement/proposal.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { PaperTogether } from '../../../../domain/paper/types.ts';
import { type Event, isCountable } from '../../../../domain/records.ts';
import type { SchoolYear } from '../../../../domain/time/school-year.ts';
import type { SchoolMeeting } from '../../../../features/meetings/feature.ts';
import type { MissionProposal } from '../../../../features/mission-proposals/feature.ts';
import type { YearlyReport } from '../../../../features/yearly-reports/feature.ts';
import type { TextContext } from '../../view-models/text-context.ts';

/** `none`: there is no one, or nothing, to do it for. */
export type ItemState = 'done' | 'todo' | 'none';

/** One task, with its one link, or with the paper that its button makes for everybody. */
export interface YearItem {
  readonly title: string;
  readonly state: ItemState;
  readonly words: string;
  /** A path under `/school/{uai}`. */
  readonly path: string;
  readonly link: string;
  /** The states in which its link is shown; by default all but `none`. */
  readonly linked?: 'todo' | 'always';
  readonly prints?: PaperTogether;
}

/** Whether the link of an item leads anywhere: a link to decisions does not where none waits. */
export function hasLink({ state, linked }: YearItem): boolean {
  if (linked === 'always') return true;
  return linked === 'todo' ? state === 'todo' : state !== 'none';
}

/** The data of both pages. */
export interface YearAround {
  /** The school in the year of the page. */
  readonly school: SchoolInYear;
  readonly year: SchoolYear;
  readonly viewer: PersonId;
  readonly missionProposals: readonly MissionProposal[];
  readonly changes: readonly EngagementProposal[];
  readonly papers: readonly MadePaper[];
  /** The yearly reports that were handed in. */
  readonly reports: readonly YearlyReport[];
  /** The annual meetings that were held in the school, as events. */
  readonly heldMeetings: readonly Event[];
  /** The meetings that were asked for. */
  readonly meetings: readonly SchoolMeeting[];
  readonly badges: SchoolBadges;
  readonly wording: TextContext;
}

/** The state for the number of remaining items among all: `none` where there are none at all. */
export function stateOf(left: number, all: number): ItemState {
  if (all === 0) return 'none';
  return left > 0 ? 'todo' : 'done';
}

/** Everyone with a confirmed engagement in the year. */
export function engagedPeople({ school, year }: YearAround): readonly PersonId[] {
  const confirmed = engagementsOfYear(school.engagements, year).filter(({ confirmation }) =>
    isCountable(confirmation),
  );
  return [...new Set(confirmed.map(({ personId }) => personId))];
}

/** The engagements that wait for this principal, in any year. */
export function confirmationItem({ school, viewer, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const waiting = school.engagements.filter(
    ({ confirmation, personId }) => confirmation === 'requested' && personId !== viewer,
  ).length;
  return {
    title: t.items.confirmations,
    state: stateOf(waiting, school.engagements.length),
    words: t.confirmations(waiting),
    path: '/confirmations',
    link: t.links.confirmations,
    linked: 'todo',
  };
}

/** A paper for everybody who is engaged in the year. */
export function papersItem(kind: PaperTogether, around: YearAround): YearItem {
  const t = around.wording.t.yearPages;
  const people = engagedPeople(around);
  const made = new Set(around.papers.filter((one) => one.kind === kind).map(({ personId }) => personId));
  const left = people.filter((id) => !made.has(id)).length;
  return {
    title: t.items[kind],
    state: stateOf(left, people.length),
    words: t.papers(people.length - left, people.length),
    path: `/papers?year=${around.year}`,
    link: t.links.papers,
    ...(people.length > 0 && { prints: kind }),
  };
}
