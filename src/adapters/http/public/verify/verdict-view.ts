import { credentialKind, type PublicFacts } from '#open-badges/credential';
import { quotable, shownText } from '#open-badges/parsing';
import { trimEndSigns } from '#open-badges/values';
import type { Step, VerificationReport } from '#open-badges/verification';
import {
  holdsBadges,
  isOfASite,
  isOurs,
  isShowable,
  isUnsigned,
  quotedStep,
  shownSteps,
} from '../../../../application/verification/shown-steps.ts';
import type { Revocation, Suspension } from '../../../../domain/award/types.ts';
import type { Instant } from '../../../../domain/time/calendar.ts';
import type { Locale } from '../../env.ts';
import type { TEXTS } from '../../view-models/public-texts.ts';
import type { ReportView } from './verification-view.ts';

export type VerificationTexts = (typeof TEXTS)[Locale]['verification'];

export interface ReportContext {
  readonly texts: VerificationTexts;
  readonly checkedAt: Instant;
  readonly facts: PublicFacts;
  /** Whether the document names an address of this service, which did not sign it. */
  readonly namesUs?: boolean;
  /** From our register, where the badge is ours: a status list contains neither date nor reason. */
  readonly revocation?: Revocation;
  readonly suspension?: Suspension;
}

/** The verdict and its steps in words. Every page shows this much, and a browser that verifies by itself
 *  shows nothing more. */
export function verdictView(
  report: VerificationReport,
  context: ReportContext,
): Pick<ReportView, 'verdict' | 'isUnsigned' | 'sentence' | 'word' | 'steps'> {
  const { texts } = context;
  const stated = verdictFacts(report, context);
  return {
    verdict: report.verdict,
    isUnsigned: isUnsigned(report),
    sentence: shownText(texts.headline({ ...report, steps: report.steps.map(quotedStep) }, stated)),
    word: texts.shortVerdict(report.verdict, stated),
    steps: shownSteps(report).map((step) => ({
      step: step.step,
      name: stepName(report, step, texts),
      result: step.result,
      resultWord: texts.result(step),
      sentence: shownText(texts.step(quotedStep(step))),
    })),
  };
}

function stepName(report: VerificationReport, step: Step, texts: VerificationTexts): string {
  if (holdsBadges(report, step)) return texts.innerName;
  return isOfASite(report, step) ? texts.hostedName : texts.stepName[step.step];
}

const FULL_STOP = /[.\s]/;

/** A badge of ours without a date of award is nameless: the day on which it was signed is not said to be the day
 *  of the award. */
function showsNoDay(report: VerificationReport): boolean {
  return isOurs(report) && report.credential !== undefined && credentialKind(report.credential) === 'badge';
}

function verdictFacts(report: VerificationReport, context: ReportContext) {
  const { facts, revocation, suspension, namesUs = false } = context;
  // Where a date stands in both spellings, this step decides which one counts.
  const validity = report.steps.find(({ step }) => step === 'validity')?.params;
  const dateOf = (name: 'validFrom' | 'validUntil') => validity?.[name]?.toString() ?? facts[name];
  return {
    kind: report.credential && credentialKind(report.credential),
    issuerName: facts.issuer.name && quotable(facts.issuer.name),
    holderName: facts.holderName && quotable(facts.holderName),
    issuedAt: facts.awardedDate ?? (showsNoDay(report) ? undefined : facts.validFrom),
    validFrom: dateOf('validFrom'),
    validUntil: dateOf('validUntil'),
    revokedAt: revocation?.at,
    // The reason stands inside a sentence, which has its own full stop.
    revocationReason: revocation && trimEndSigns(revocation.reason, FULL_STOP),
    suspendedAt: suspension?.at,
    suspensionCause: suspension?.cause,
    suspensionReason: suspension && trimEndSigns(suspension.reason, FULL_STOP),
    isOurs: isOurs(report),
    isUnsigned: isUnsigned(report),
    isDenied: namesUs && !isShowable(report.verdict),
    older: report.older,
    trust: report.issuer,
  };
}
