import type { BadgeProgress } from '../../../../application/self-service/badge-progress.ts';
import type { Finding } from '../../../../domain/criteria/evaluation.ts';
import { recordsOf } from '../../../../domain/criteria/finding-kind.ts';
import type { RecordKind } from '../../../../domain/criteria/leaf-traits.ts';
import { shortfall } from '../../../../domain/criteria/nearness.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { findingTexts } from '../../view-models/public-texts.ts';

/** What brings a badge nearer, in a sentence without its full stop, and the page of the act, where it is the
 *  person's own. */
export interface NextStep {
  readonly finding: Finding;
  readonly words: string;
  readonly act?: { readonly href: string; readonly label: string };
}

interface StepContext {
  readonly words: Pick<ReturnType<typeof findingTexts>, 'lacking'>;
  readonly t: PageTexts;
}

type Judged = Pick<BadgeProgress, 'evaluation'> & Partial<BadgeProgress>;

/** The pages on which a person enters a record by themselves. The other records are entered by others. */
const ENTERED_AT: Readonly<Partial<Record<RecordKind, string>>> = {
  engagement: '/my/engagements/new',
  contribution: '/my/contributions',
};

/** The next step towards a badge that is not met: the day, where time alone is enough; the decision, where records
 *  that wait for one are enough; else the nearest missing thing, with the act that adds it. */
export function nextStep(progress: Judged, { words, t }: StepContext): NextStep | undefined {
  const finding = nearestMissing(progress);
  if (!finding) return undefined;
  const next = t.my.badges.next;
  if (progress.metOn) return { finding, words: next.byTime(t.day(progress.metOn)) };
  if (progress.ifConfirmed?.met) return { finding, words: next.ifConfirmed };
  const kind = recordsOf(finding).find((one) => ENTERED_AT[one]);
  const href = kind && ENTERED_AT[kind];
  return {
    finding,
    words: next.lacking(words.lacking(finding)),
    ...(href && { act: { href, label: next.acts[kind === 'engagement' ? 'engagement' : 'contribution'] } }),
  };
}

/** What is missing and does not come with time; where everything comes with time, the nearest of it. */
function nearestMissing({ evaluation, requirementsMetOn }: Judged): Finding | undefined {
  const missing = evaluation.findings.filter(({ met }) => !met);
  const undated = missing.filter(({ rule }) => !requirementsMetOn?.has(rule));
  return (undated.length > 0 ? undated : missing).toSorted((a, b) => shortfall(a) - shortfall(b))[0];
}
