import type { InnerReport } from '../../openbadges/report.ts';
import type { verificationTexts } from '../../texts/fr/verification.ts';

/** An inner credential in words: its name and issuer, the reason of its verdict, and a warning where it may
 *  be another person's. */
export function innerWords(
  one: InnerReport,
  texts: typeof verificationTexts,
): { readonly label: string; readonly reasons: readonly string[] } {
  const { kind, name, id, issuer } = one;
  const label = texts.innerLabel[kind](name ?? id);
  const reasons = [texts.innerReason(one), one.isOfAnother && texts.innerOfAnother];
  return {
    label: issuer === undefined ? label : `${label}, ${texts.innerIssuer(issuer)}`,
    reasons: reasons.filter((text) => typeof text === 'string'),
  };
}
