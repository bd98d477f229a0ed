import type { PublicFacts } from '#open-badges/credential';
import { shownAddress, shownText } from '#open-badges/parsing';
import {
  type InnerReport,
  isDoubtful,
  type Step,
  type StepName,
  type StepResult,
  type VerificationReport,
} from '#open-badges/verification';
import { innerTexts } from '../../../../application/verification/inner-texts.ts';
import { isOurs, recipientSentence, shownSteps } from '../../../../application/verification/shown-steps.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import { type ReportContext, type VerificationTexts, verdictView } from './verdict-view.ts';
import type { InnerView, ReportView, UnknownDocumentView } from './verification-view.ts';

/** For a badge of ours, the verdict already names the issuer. */
function trustView({ issuer }: VerificationReport, texts: VerificationTexts): Pick<ReportView, 'trust'> {
  if (!issuer || issuer.trust === 'ours') return {};
  return { trust: { sentence: shownText(texts.trust(issuer)), isWarning: isDoubtful(issuer) } };
}

const RECIPIENT_MARKS: Readonly<Record<NonNullable<VerificationReport['recipient']>, StepResult>> = {
  confirmed: 'passed',
  'other-address': 'failed',
  'no-address': 'not-checked',
  'not-checked': 'not-checked',
};

/** A report in words. Texts of strangers are shown with their invisible characters made visible. */
export function reportView(report: VerificationReport, context: ReportContext): ReportView {
  const { texts, checkedAt } = context;
  const view = verdictView(report, context);
  const sentence = recipientSentence(report, texts);
  const technical = shownSteps(report).map(technicalValue);
  return compact({
    ...view,
    steps: view.steps.map((step, at) => ({ ...step, ...technical[at] })),
    inner: report.inner?.map((one) => innerView(one, texts)),
    ...trustView(report, texts),
    recipient:
      report.recipient && sentence ? { result: RECIPIENT_MARKS[report.recipient], sentence } : undefined,
    checkedAt,
  });
}

function innerView(one: InnerReport, texts: VerificationTexts): InnerView {
  const { verdict } = one;
  const { label, reasons } = innerTexts(one, texts);
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
  return value === undefined || value === '' ? {} : { technical: shownAddress(String(value)) };
}

const TECHNICAL: Readonly<Partial<Record<StepName, string>>> = {
  schema: 'pointer',
  proof: 'suite',
  issuer: 'issuer',
  status: 'url',
};

/** The claims of a document about itself, shown next to its report without any guarantee. */
export function unknownDocumentView(report: VerificationReport, facts: PublicFacts): UnknownDocumentView {
  const { achievement, issuer } = facts;
  const listed = report.issuer?.trust === 'listed' ? report.issuer : undefined;
  const defined = {
    // The name in our own badges has the form that the holder chose, and the year of a team.
    name: isOurs(report) ? (facts.name ?? achievement.name) : (achievement.name ?? facts.name),
    description: achievement.description,
    // The name from a list can be trusted; a badge may claim any name.
    issuerName: listed?.name ?? issuer.name ?? (issuer.id && shownAddress(issuer.id)),
    issuerUrl: listed ? listed.url : issuer.url,
    recipient: facts.holderName,
    awardedOn: facts.awardedDate,
    validFrom: facts.validFrom,
    validUntil: facts.validUntil,
    criteria: achievement.criteria,
    criteriaUrl: achievement.criteriaUrl,
    imageUrl: achievement.imageUrl,
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
