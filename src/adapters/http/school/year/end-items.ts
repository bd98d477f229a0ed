import { isWaiting } from '../../../../domain/engagement/proposal.ts';
import { schoolYearOf } from '../../../../domain/time/school-year.ts';
import { isOpen } from '../../../../features/contests/feature.ts';
import {
  confirmationItem,
  engagedPeople,
  papersItem,
  stateOf,
  type YearAround,
  type YearItem,
} from './items.ts';

/** The tasks at the end of a school year, in the order in which they are done. */
export function yearEndItems(around: YearAround): readonly YearItem[] {
  return [
    ...reviewItems(around),
    confirmationItem(around),
    changesItem(around),
    contestItem(around),
    papersItem('statement', around),
    fileItem(around),
    badgeItem(around),
    nextItem(around),
  ];
}

/** The reviews with the principal, then the written reports of people without a review. */
function reviewItems(around: YearAround): readonly YearItem[] {
  const t = around.wording.t.yearPages;
  const { school, year } = around;
  const people = engagedPeople(around);
  const has = (kind: 'review' | 'self-report') => (id: string) =>
    school.records
      .find(({ personId }) => personId === id)
      ?.reviews.some(
        (one) =>
          one.kind === kind &&
          schoolYearOf(one.on) === year &&
          (kind === 'self-report' || one.uai === school.establishment.uai),
      ) === true;
  const without = people.filter((id) => !has('review')(id));
  const reported = without.filter(has('self-report')).length;
  const waiting = around.reports.filter(
    ({ personId, receivedAt }) => !receivedAt && without.includes(personId) && !has('self-report')(personId),
  ).length;
  const base = { path: `/reviews?year=${year}`, link: t.links.reviews };
  return [
    {
      ...base,
      title: t.items.reviews,
      state: stateOf(without.length - reported, people.length),
      words: t.reviews(people.length - without.length, people.length),
    },
    {
      ...base,
      path: `${base.path}#reports`,
      title: t.items.reports,
      state: stateOf(without.length - reported, without.length),
      words: t.reports(reported, without.length, waiting),
    },
  ];
}

function changesItem({ changes, viewer, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const waiting = changes.filter((one) => isWaiting(one) && one.personId !== viewer).length;
  return {
    title: t.items.changes,
    state: stateOf(waiting, changes.length),
    words: t.changes(waiting, changes.length),
    path: '/confirmations#proposed',
    link: t.links.confirmations,
    linked: 'todo',
  };
}

/** The DANE decides contests, so the principal only needs to know of them. */
function contestItem({ school, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const open = school.contests.filter(isOpen).length;
  return {
    title: t.items.contests,
    state: stateOf(0, open === 0 ? school.contests.length : 0),
    words: t.contests(open),
    path: '/contests',
    link: t.links.contests,
    ...(open > 0 && { linked: 'always' as const }),
  };
}

function fileItem(around: YearAround): YearItem {
  const t = around.wording.t.yearPages;
  const made = around.papers.find(({ kind }) => kind === 'imp-file');
  return {
    title: t.items['imp-file'],
    state: stateOf(made ? 0 : 1, engagedPeople(around).length),
    words: t.file(made && around.wording.t.moment(made.madeAt)),
    path: `/papers?year=${around.year}`,
    link: t.links.papers,
  };
}

/** The team badge of the year: the decision, or today's missing requirements. */
function badgeItem({ badges, year, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  const base = { title: t.items.badge, path: '/badge', link: t.links.badge };
  const own = badges.awards.filter(({ award }) => award.schoolYear === year).at(-1);
  if (own) {
    const acceptance = own.credential?.choice.acceptance;
    const waits = acceptance === 'private' && !own.credential?.revocation;
    return { ...base, state: waits ? 'todo' : 'done', words: waits ? t.badge.offered : t.badge.granted };
  }
  const [badge] = badges.badges;
  if (!badge || badges.schoolYear !== year) return { ...base, state: 'none', words: t.badge.none };
  const lacking = badge.evaluation.findings.filter(({ met }) => !met).length;
  return {
    ...base,
    state: lacking > 0 ? 'todo' : 'done',
    words: lacking > 0 ? t.badge.lacking(lacking) : t.badge.met,
  };
}

function nextItem({ year, wording }: YearAround): YearItem {
  const t = wording.t.yearPages;
  return {
    title: t.items.next,
    state: 'none',
    words: t.next,
    path: `/new-year?year=${year + 1}`,
    link: t.links.next,
    linked: 'always',
  };
}
