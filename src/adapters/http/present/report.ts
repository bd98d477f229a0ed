import type { Revocation } from '../../../domain/award/award-types.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { PublicFacts } from '../../../openbadges/public-facts.ts';
import type { Step, StepName, VerificationReport } from '../../../openbadges/report.ts';
import type { Locale } from '../env.ts';
import type { ReportView, StrangerView } from '../pages/verification-view.ts';
import { WORDS } from './words.ts';

interface ReportContext {
  readonly locale: Locale;
  readonly checkedAt: Instant;
  readonly facts: PublicFacts;
  /** From our register, where the badge is ours: a status list knows neither date nor reason. */
  readonly revocation?: Revocation;
}

/** Whether the report vouches for who issued: one of our own. */
export function isOurs({ steps }: VerificationReport): boolean {
  return steps.some(
    (step) => step.step === 'issuer' && step.code === 'issuer-ours' && step.result === 'passed',
  );
}

/** A report in words. */
export function reportView(report: VerificationReport, context: ReportContext): ReportView {
  const { facts, revocation, locale } = context;
  const texts = WORDS[locale].verification;
  return {
    verdict: report.verdict,
    sentence: texts.headline(report, {
      issuerName: facts.issuer.name,
      issuedAt: facts.awardedDate ?? facts.validFrom,
      validFrom: facts.validFrom,
      validUntil: facts.validUntil,
      revokedAt: revocation?.at,
      // Inside a sentence that has its own full stop.
      revocationReason: revocation?.reason.replace(/[.\s]+$/, ''),
      isOurs: isOurs(report),
    }),
    word: texts.shortVerdict[report.verdict],
    steps: report.steps.map((step) => ({
      step: step.step,
      name: texts.stepName[step.step],
      result: step.result,
      resultWord: texts.result(step),
      sentence: texts.step(step),
      ...technicalValue(step),
    })),
    checkedAt: context.checkedAt,
  };
}

/** The name or address behind a step's sentence, the same in every language: by what suite, by whom, from what list. */
function technicalValue({ step, params }: Step): { readonly technical?: string } {
  const name = TECHNICAL[step];
  const value = name && params?.[name];
  return value === undefined || value === '' ? {} : { technical: String(value) };
}

const TECHNICAL: Readonly<Partial<Record<StepName, string>>> = {
  proof: 'suite',
  issuer: 'issuer',
  status: 'url',
};

/** What a document says of itself, shown beside its report; nothing of it is vouched for. */
export function strangerView(
  report: VerificationReport,
  facts: PublicFacts,
  ownHref: string | undefined,
): StrangerView {
  const { achievement, issuer } = facts;
  const defined = {
    name: achievement.name ?? facts.name,
    description: achievement.description,
    issuerName: issuer.name ?? issuer.id,
    issuerUrl: issuer.url,
    recipient: facts.holderName,
    awardedOn: facts.awardedDate,
    validFrom: facts.validFrom,
    validUntil: facts.validUntil,
    criteria: achievement.criteria,
    criteriaUrl: achievement.criteriaUrl,
    imageUrl: achievement.imageUrl,
    ownHref,
  };
  const present = Object.fromEntries(Object.entries(defined).filter(([, value]) => value !== undefined));
  return {
    ...(present as Partial<Record<keyof typeof defined, string>>),
    issuerKnown: isOurs(report),
    results: facts.results,
    evidence: facts.evidence,
    alignments: facts.alignments,
  };
}
