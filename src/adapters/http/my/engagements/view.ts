import type { OwnRecord } from '../../../../application/self-service/read-own-record.ts';
import { type DeclarationNotice, isStillOpen } from '../../../../domain/engagement/declaration.ts';
import type { Engagement } from '../../../../domain/records.ts';
import type { Period } from '../../../../domain/time/calendar.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { contestState } from '../../../../features/contests/feature.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { engagementTexts } from '../../engagements/descriptions.ts';
import type { TextContext } from '../../view-models/text-context.ts';

export type EngagementView = ReturnType<typeof engagementView>;

/** An engagement of the person in words. */
export function engagementView(one: Engagement, own: OwnRecord, textContext: TextContext) {
  const shown = engagementTexts(one, textContext);
  return {
    ...shown,
    /** Address of its page. */
    href: engagementPath(one.reference),
    school: schoolName(one.uai, own),
    uai: one.uai,
    period: ownPeriodAsText(one.period, textContext.t),
    confirmation: one.confirmation,
    confirmedOn: one.confirmedOn,
    reservation: one.reservation || undefined,
    contest: contestOf(one, own),
    /** Whether its author may still change or withdraw it. */
    open: isStillOpen(one, own.declared),
  };
}

/** The latest contest of the engagement, or of the engagement that it was cut from, and its stage. */
function contestOf({ reference, confirmation }: Engagement, { contests }: OwnRecord) {
  if (confirmation !== 'contested') return undefined;
  const contest = contests.find(
    ({ engagementReference, decision }) =>
      engagementReference === reference || decision?.references.includes(reference),
  );
  if (!contest) return undefined;
  return {
    href: `/my/contests/${contest.id}`,
    stage: contestState(contest),
    /** False if a file of the DANE contested it. */
    byPrincipal: contest.openedBy !== undefined,
  };
}

/** Notices for the author of an engagement, each in a sentence. */
export function noticeSentences(
  notices: readonly DeclarationNotice[],
  own: OwnRecord,
  texts: TextContext,
): readonly string[] {
  return notices.map((notice) => noticeSentence(notice, own, texts));
}

function noticeSentence(
  notice: DeclarationNotice,
  own: OwnRecord,
  { framework, t, locale }: TextContext,
): string {
  const texts = t.my.engagements;
  switch (notice.kind) {
    case 'overlap': {
      const other = own.record.engagements.find(({ reference }) => reference === notice.reference);
      return other ? texts.overlap(schoolName(other.uai, own), ownPeriodAsText(other.period, t)) : '';
    }
    case 'role-held':
      return texts.roleHeld(t.records.roles[notice.role]);
    case 'not-authorised':
    case 'uncounted': {
      const label = typographic(framework.missions.get(notice.mission)?.label[locale] ?? '');
      const say = notice.kind === 'uncounted' ? texts.uncounted : texts.notAuthorised;
      return say(`${notice.mission}${label ? ` (${label})` : ''}`);
    }
  }
}

export function engagementPath(reference: string): string {
  return `/my/engagements/${encodeURIComponent(reference)}`;
}

export function ownPeriodAsText({ from, to }: Period, t: PageTexts): string {
  const texts = t.my.engagements;
  return to === undefined ? texts.since(t.day(from)) : texts.fromTo(t.day(from), t.day(to));
}

export function schoolName(uai: Uai, { establishments }: OwnRecord): string {
  return establishments.get(uai)?.name ?? uai;
}
