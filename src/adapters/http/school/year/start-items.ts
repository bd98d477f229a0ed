import { deriveCarryOver } from '../../../../domain/engagement/carry-over.ts';
import { findGaps } from '../../../../domain/engagement/mission-split.ts';
import { findUnauthorised } from '../../../../domain/engagement/mission-split-gaps.ts';
import { isToRenew } from '../../../../domain/engagement/renewal.ts';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { isMeetingOpen, type SchoolMeeting, waitsFor } from '../../../../features/meetings/feature.ts';
import { isProposalOpen } from '../../../../features/mission-proposals/feature.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import { peopleWithoutReview } from '../waiting.tsx';
import {
  confirmationItem,
  engagedPeople,
  papersItem,
  stateOf,
  type YearAround,
  type YearItem,
} from './items.ts';

/** The tasks before a school year, in the order in which they are done. */
export function newYearItems(around: YearAround): readonly YearItem[] {
  return [
    carryItem(around),
    answersItem(around),
    splitItem(around),
    conflictItem(around),
    renewalItem(around),
    confirmationItem(around),
    authorisationItem(around),
    meansItem(around),
    plannedItem(around),
    papersItem('mission-letter', around),
    meetingItem(around),
  ];
}

function carryItem({ school, year, viewer, missionProposals, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const { uai } = school.establishment;
  const { engagements } = school;
  const lines = deriveCarryOver({ uai, engagements, proposals: missionProposals, into: year }).filter(
    ({ personId }) => personId !== viewer,
  );
  const left = lines.filter(({ state }) => state === 'ended').length;
  return {
    title: t.items.carry,
    state: stateOf(left, lines.length),
    words: t.carry(left, lines.length),
    path: `/carry-over?year=${year}`,
    link: t.links.carry,
  };
}

function answersItem({ missionProposals, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const waiting = missionProposals.filter(isProposalOpen).length;
  return {
    title: t.items.answers,
    state: stateOf(waiting, missionProposals.length),
    words: t.answers(waiting, missionProposals.length),
    path: '/missions',
    link: t.links.answers,
  };
}

/** Only the current year has engagements to renew: no one can say in June what goes on in September. */
function renewalItem({ school, year, viewer, wording }: YearAround): YearItem {
  const t = wording.t.school.decisions.renewals;
  const left = school.engagements.filter(
    (one) => year === schoolYearOf(school.today) && isToRenew(one, year) && one.personId !== viewer,
  ).length;
  return {
    title: t.item,
    state: stateOf(left, school.engagements.length),
    words: t.itemWords(left),
    path: '/confirmations#renewals',
    link: wording.t.yearPages.links.confirmations,
    linked: 'todo',
  };
}

function splitItem({ school, year, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const gaps = findGaps(school.split).length;
  return {
    title: t.items.gaps,
    state: gaps > 0 ? 'todo' : 'done',
    words: t.gaps(gaps),
    path: `?year=${year}#split`,
    link: t.links.split,
  };
}

function conflictItem({ school, year, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const conflicts = school.split.roles.filter(({ rivals }) => rivals.length > 0).length;
  return {
    title: t.items.clashes,
    state: stateOf(conflicts, school.split.people.length),
    words: t.clashes(conflicts),
    path: `?year=${year}#split`,
    link: t.links.split,
  };
}

function authorisationItem({ school, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const conditional = school.split.missions.filter((row) => row.conditional && !row.nobody).length;
  const without = findUnauthorised(school.split).length;
  return {
    title: t.items.authorisations,
    state: stateOf(without, conditional),
    words: t.authorisations(without, conditional),
    path: '/actions',
    link: t.links.authorisations,
  };
}

/** Means are not compulsory: the task is done as soon as some are recorded. */
function meansItem(around: YearAround): YearItem {
  const t = around.wording.t.yearPages;
  const people = engagedPeople(around);
  const having = people.filter((id) => around.school.means.some(({ personId }) => personId === id)).length;
  return {
    title: t.items.means,
    state: stateOf(having > 0 ? 0 : 1, people.length),
    words: t.means(having, people.length),
    path: '/means',
    link: t.links.means,
  };
}

function plannedItem(around: YearAround): YearItem {
  const t = around.wording.t.yearPages;
  const people = engagedPeople(around);
  const all = people.length;
  const without = new Set(peopleWithoutReview(around.school));
  const left = people.filter((id) => without.has(id)).length;
  return {
    title: t.items.planned,
    state: stateOf(left, all),
    words: t.planned(left, all),
    path: '/reviews',
    link: t.links.reviews,
  };
}

/** The annual meeting in the school: the one that was held, or else the one that was asked for. */
function meetingItem({ heldMeetings, meetings, year, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const held = heldMeetings.find(({ startsOn }) => schoolYearOf(startsOn) === year);
  const open = meetings.find((one) => isMeetingOpen(one) && yearOfMeeting(one) === year);
  const words = held ? t.meeting.held(wording.t.day(held.startsOn)) : meetingAsText(open, wording);
  return {
    title: t.items.meeting,
    state: held ? 'done' : 'todo',
    words,
    path: open && !held ? `/meetings/${open.id}` : '/meetings',
    link: held || open ? t.links.meeting : t.links['ask-meeting'],
  };
}

function yearOfMeeting({ day, askedAt }: SchoolMeeting): SchoolYear {
  return schoolYearOf(day ?? localDateInParis(askedAt));
}

function meetingAsText(meeting: SchoolMeeting | undefined, { t }: TextContext): string {
  const texts = t.yearPages.meeting;
  if (!meeting) return texts.none;
  if (!meeting.day) return texts.asked;
  const day = t.day(meeting.day);
  if (meeting.state === 'planned') return texts.planned(day);
  return waitsFor(meeting, 'principal') ? texts.here(day) : texts.there(day);
}
