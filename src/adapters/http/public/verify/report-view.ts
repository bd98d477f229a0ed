import { innerWords } from '../../../../application/verification/inner-words.ts';
import { holdsBadges, isOfASite, shownSteps } from '../../../../application/verification/shown-steps.ts';
import type { Revocation, Suspension } from '../../../../domain/award/award-types.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import { credentialKind } from '../../../../openbadges/credential-kind.ts';
import type { PublicFacts } from '../../../../openbadges/public-facts.ts';
import type {
  InnerReport,
  Step,
  StepName,
  StepResult,
  VerificationReport,
} from '../../../../openbadges/report.ts';
import type { Locale } from '../../env.ts';
import type { WORDS } from '../../shell/words.ts';
import type { InnerView, ReportView, StrangerView } from './verification-view.ts';

interface ReportContext {
  readonly texts: Texts;
  readonly checkedAt: Instant;
  readonly facts: PublicFacts;
  /** Read from our register where the badge is ours: a status list contains neither date nor reason. */
  readonly revocation?: Revocation;
  readonly suspension?: Suspension;
}

/** A badge of ours says enough by its verdict. */
function trustView({ issuer }: VerificationReport, texts: Texts): Pick<ReportView, 'trust'> {
  if (!issuer || issuer.trust === 'ours') return {};
  return { trust: { sentence: texts.trust(issuer), isWarning: issuer.borrowedName !== undefined } };
}

const RECIPIENT_MARKS: Readonly<Record<NonNullable<VerificationReport['recipient']>, StepResult>> = {
  confirmed: 'passed',
  'other-address': 'failed',
  'no-address': 'not-checked',
  'not-checked': 'not-checked',
};

/** Whether the report confirms that we are the issuer. */
export function isOurs({ steps }: VerificationReport): boolean {
  return steps.some(
    (step) => step.step === 'issuer' && step.code === 'issuer-ours' && step.result === 'passed',
  );
}

/** A report in words. */
export function reportView(report: VerificationReport, context: ReportContext): ReportView {
  const { texts, checkedAt } = context;
  const said = verdictFacts(report, context);
  return {
    verdict: report.verdict,
    sentence: texts.headline(report, said),
    word: texts.shortVerdict(report.verdict, said),
    steps: shownSteps(report).map((step) => ({
      step: step.step,
      name: stepName(report, step, texts),
      result: step.result,
      resultWord: texts.result(step),
      sentence: texts.step(step),
      ...technicalValue(step),
    })),
    ...(report.inner && { inner: report.inner.map((one) => innerView(one, texts)) }),
    ...trustView(report, texts),
    ...(report.recipient && {
      recipient: { result: RECIPIENT_MARKS[report.recipient], sentence: texts.recipient[report.recipient] },
    }),
    checkedAt,
  };
}

function stepName(report: VerificationReport, step: Step, texts: Texts): string {
  if (holdsBadges(report, step)) return texts.innerName;
  return isOfASite(report, step) ? texts.hostedName : texts.stepName[step.step];
}

function verdictFacts(report: VerificationReport, { facts, revocation, suspension }: ReportContext) {
  // Where both spellings of a date exist, the step says which one counts.
  const validity = report.steps.find(({ step }) => step === 'validity')?.params;
  const dateOf = (name: 'validFrom' | 'validUntil') => validity?.[name]?.toString() ?? facts[name];
  return {
    kind: report.credential && credentialKind(report.credential),
    issuerName: facts.issuer.name,
    holderName: shortened(facts.holderName),
    issuedAt: facts.awardedDate ?? facts.validFrom,
    validFrom: dateOf('validFrom'),
    validUntil: dateOf('validUntil'),
    revokedAt: revocation?.at,
    // The reason stands inside a sentence with its own full stop.
    revocationReason: revocation?.reason.replace(/[.\s]+$/, ''),
    suspendedAt: suspension?.at,
    suspensionCause: suspension?.cause,
    suspensionReason: suspension?.reason.replace(/[.\s]+$/, ''),
    isOurs: isOurs(report),
    older: report.older,
    trust: report.issuer,
  };
}

/** A stranger's name may be of any length. */
const LONGEST_NAME = 120;

function shortened(name: string | undefined): string | undefined {
  return name !== undefined && name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

type Texts = (typeof WORDS)[Locale]['verification'];

function innerView(one: InnerReport, texts: Texts): InnerView {
  const { verdict } = one;
  const { label, reasons } = innerWords(one, texts);
  return {
    label,
    verdict,
    word: texts.innerVerdict[verdict],
    ...(reasons.length > 0 && { reason: reasons.join(' ') }),
  };
}

/** The name or address behind a step's sentence, the same in every language: the part of the document, the
 *  suite, the issuer or the list. */
function technicalValue({ step, params }: Step): { readonly technical?: string } {
  const name = TECHNICAL[step];
  const value = name && params?.[name];
  return value === undefined || value === '' ? {} : { technical: String(value) };
}

const TECHNICAL: Readonly<Partial<Record<StepName, string>>> = {
  schema: 'pointer',
  proof: 'suite',
  issuer: 'issuer',
  status: 'url',
};

/** What a document says of itself, shown beside its report without any guarantee. */
export function strangerView(
  report: VerificationReport,
  facts: PublicFacts,
  ownHref: string | undefined,
): StrangerView {
  const { achievement, issuer } = facts;
  const listed = report.issuer?.trust === 'listed' ? report.issuer : undefined;
  const defined = {
    // Our own title has the form that the holder chose, and the year of a team.
    name: isOurs(report) ? (facts.name ?? achievement.name) : (achievement.name ?? facts.name),
    description: achievement.description,
    // A list names its issuers; a badge may say anything.
    issuerName: listed?.name ?? issuer.name ?? issuer.id,
    issuerUrl: listed ? listed.url : issuer.url,
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
    issuerListed: listed !== undefined,
    results: facts.results,
    evidence: facts.evidence,
    alignments: facts.alignments,
  };
}
