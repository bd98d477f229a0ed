import { bindsNestedFindings, phraseContext } from '../../../application/awards/evaluation-line.ts';
import type { Evaluation, Finding } from '../../../domain/criteria/evaluation.ts';
import { findingKind, recordsOf } from '../../../domain/criteria/finding-kind.ts';
import { bindsYears, isComposite } from '../../../domain/criteria/rule-kind.ts';
import type { FindingView } from '../components/findings.tsx';
import type { Locale } from '../env.ts';
import { citedViews, type ExplanationContext } from './cited-facts.ts';
import { TEXTS } from './public-texts.ts';

/** Every requirement of an evaluation in words, with its parts and the facts that were counted. */
export function explain(evaluation: Evaluation, context: ExplanationContext): readonly FindingView[] {
  return evaluation.findings.map((finding) =>
    toView(finding, { ...context, evaluation, bound: false, isPart: false }),
  );
}

interface Place extends ExplanationContext {
  readonly evaluation: Evaluation;
  readonly bound: boolean;
  /** Whether the finding is a part of another one. */
  readonly isPart: boolean;
}

function toView(finding: Finding, place: Place): FindingView {
  const { catalogue, evaluation, locale, bound, isPart } = place;
  const criteria = catalogue.criteriaVersion(evaluation.version) ?? catalogue.criteriaInForce(evaluation.on);
  const words = { ...phraseContext(catalogue, criteria, locale), bound };
  const texts = TEXTS[locale].criteria;
  const parts = unfolded(finding);
  const inner = { ...place, bound: bindsNestedFindings(finding, bound), isPart: true };
  const leaf = leafOf(finding);
  return {
    met: finding.met,
    // The parts below have their own words, so a year or window only needs its name here.
    requirement:
      isPart && parts.length > 0 && bindsYears(finding.requirement)
        ? texts.span(finding.requirement)
        : texts.requirement(finding.requirement, words),
    ...(findingKind(finding, evaluation.facts) === 'nothing-on-record' && {
      nothing: recordsOf(finding).map((kind) => TEXTS[locale].pages.findings.recordAt[kind]),
    }),
    ...(!finding.met && { missing: texts.missing(finding, words) }),
    found: leaf
      ? TEXTS[locale].pages.findings.of(leaf.actual, leaf.required)
      : metCountAsText(finding, parts, locale),
    used: [
      ...citedViews(finding, place),
      ...(leaf && leaf !== finding ? citedViews(leaf, { ...place, bound: true }) : []),
    ],
    parts: parts.map((part) => toView(part, inner)),
  };
}

/** The one requirement of a year or window, or the finding itself where it has no parts; undefined if
 *  there are several requirements. */
function leafOf(finding: Finding): Finding | undefined {
  if (finding.parts.length === 0) return finding;
  const [only] = finding.parts;
  return bindsYears(finding.requirement) && only && !isComposite(only.requirement) ? only : undefined;
}

/** The parts of a finding. Where a year or window holds one composed requirement, the parts of that
 *  requirement. */
function unfolded(finding: Finding): readonly Finding[] {
  if (!bindsYears(finding.requirement)) return finding.parts;
  const [inner] = finding.parts;
  if (!inner || !isComposite(inner.requirement)) return [];
  return 'all' in inner.requirement ? inner.parts : [inner];
}

function metCountAsText(finding: Finding, parts: readonly Finding[], locale: Locale): string {
  const t = TEXTS[locale].pages.findings;
  const met = parts.filter((part) => part.met).length;
  return 'any' in finding.requirement ? t.ways(met, parts.length) : t.conditions(met, parts.length);
}
