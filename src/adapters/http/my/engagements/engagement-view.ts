import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import { compact } from '../../../../domain/compact.ts';
import { type ContestState, contestState } from '../../../../domain/contest/contest.ts';
import { type DeclarationNotice, isStillOpen } from '../../../../domain/engagement/declaration.ts';
import type { MissionFramework } from '../../../../domain/engagement/mission.ts';
import { sharingsOfMission } from '../../../../domain/engagement/mission-sharing.ts';
import { waivedYears } from '../../../../domain/facts/review-years.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import type { Period } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { Locale } from '../../env.ts';
import type { ProposedDeclaration } from './proposed-declaration.ts';

export interface EngagementView {
  readonly reference: string;
  /** Address of its page. */
  readonly href: string;
  readonly school: string;
  readonly uai: Uai;
  readonly period: string;
  readonly missions: readonly { readonly code: string; readonly label: string }[];
  readonly roles: readonly string[];
  readonly state: Engagement['confirmation'];
  readonly confirmedOn?: string;
  readonly reservation?: string;
  /** Its present or past contest, and its stage. */
  readonly contest?: {
    readonly href: string;
    readonly stage: ContestState;
    /** False where a file of the DANE contested it. */
    readonly byPrincipal: boolean;
  };
  /** Whether its author may still change or withdraw it. */
  readonly open: boolean;
}

interface EngagementWords {
  readonly framework: MissionFramework;
  readonly t: PageTexts;
  readonly locale: Locale;
}

/** The person's segments, latest first. */
export function engagementViews(own: OwnRecord, words: EngagementWords): readonly EngagementView[] {
  return own.record.engagements
    .toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1))
    .map((one) => engagementView(one, own, words));
}

export function engagementView(
  one: Engagement,
  own: OwnRecord,
  { framework, t, locale }: EngagementWords,
): EngagementView {
  return compact({
    reference: one.reference,
    href: engagementPath(one.reference),
    school: schoolName(one.uai, own),
    uai: one.uai,
    period: periodWords(one.period, t),
    missions: one.missions.map((code) => ({
      code,
      label: [
        typographic(framework.missions.get(code)?.label[locale] ?? ''),
        ...sharingsOfMission(code, [one]).map(({ kind, words }) => `(${t.sharing.said(kind, words)})`),
      ].join(' '),
    })),
    roles: one.roles.map((role) => t.records.roles[role]),
    state: one.confirmation,
    confirmedOn: one.confirmedOn,
    reservation: one.reservation || undefined,
    ...contestOf(one, own),
    open: isStillOpen(one, own.declared),
  });
}

/** The latest contest of the segment, or of the segment that it was cut from. */
function contestOf({ reference, confirmation }: Engagement, { contests }: OwnRecord) {
  if (confirmation !== 'contested') return undefined;
  const contest = contests.find(
    ({ engagementReference, decision }) =>
      engagementReference === reference || decision?.references.includes(reference),
  );
  if (!contest) return undefined;
  const byPrincipal = contest.openedBy !== undefined;
  return { contest: { href: `/my/contests/${contest.id}`, stage: contestState(contest), byPrincipal } };
}

/** Notices for the author of a segment, each in a sentence. */
export function noticeSentences(
  notices: readonly DeclarationNotice[],
  own: OwnRecord,
  words: EngagementWords,
): readonly string[] {
  return notices.map((notice) => noticeSentence(notice, own, words));
}

function noticeSentence(
  notice: DeclarationNotice,
  own: OwnRecord,
  { framework, t, locale }: EngagementWords,
): string {
  const words = t.my.engagements;
  switch (notice.kind) {
    case 'overlap': {
      const other = own.record.engagements.find(({ reference }) => reference === notice.reference);
      return other ? words.overlap(schoolName(other.uai, own), periodWords(other.period, t)) : '';
    }
    case 'role-held':
      return words.roleHeld(t.records.roles[notice.role]);
    case 'not-authorised':
    case 'uncounted': {
      const label = typographic(framework.missions.get(notice.mission)?.label[locale] ?? '');
      const say = notice.kind === 'uncounted' ? words.uncounted : words.notAuthorised;
      return say(`${notice.mission}${label ? ` (${label})` : ''}`);
    }
  }
}

/** The segment that the form of a declaration repeats, and whether it still runs. */
export function proposedView({ repeats, running }: ProposedDeclaration, own: OwnRecord, t: PageTexts) {
  if (!repeats) return undefined;
  return {
    school: schoolName(repeats.uai, own),
    period: periodWords(repeats.period, t),
    href: engagementPath(repeats.reference),
    running,
  };
}

export type ReviewView = ReturnType<typeof reviewViews>[number];

/** The person's progress reviews, latest first. */
export function reviewViews(own: OwnRecord) {
  return own.record.reviews
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .map(({ on, kind, uai }) => ({ on, kind, school: schoolName(uai, own) }));
}

/** The years that count as reviewed only because no review was required: they explain why more years count
 *  than there are reviews in the list. */
export function waivedView({ facts, record, criteria: { thresholds } }: OwnRecord) {
  const years = waivedYears(facts.reviewYears, record.reviews, thresholds);
  if (years.length === 0) return {};
  const before = schoolYearLabel(thresholds.reviewWaivedBefore);
  return { waived: { years: years.map(schoolYearLabel), before } };
}

export function engagementPath(reference: string): string {
  return `/my/engagements/${encodeURIComponent(reference)}`;
}

function periodWords({ from, to }: Period, t: PageTexts): string {
  const words = t.my.engagements;
  return to === undefined ? words.since(t.day(from)) : words.fromTo(t.day(from), t.day(to));
}

function schoolName(uai: Uai, { establishments }: OwnRecord): string {
  return establishments.get(uai)?.name ?? uai;
}
