import { raw } from 'hono/html';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { progressBarSvg } from '../../../../drawings/progress-bar-svg.ts';
import { CardTable } from '../../components/card-table.tsx';
import { TextLink } from '../../components/link.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import type { ProgressView, RequirementView } from './progress-view.ts';

/** One badge: its state and its missing requirements in one line; unfolded, every requirement. The only badge of
 *  a page is `open` at first. */
export function BadgeProgressDetails({ badge, open = false }: { badge: ProgressView; open?: boolean }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.badges;
  return (
    <details class="progress-of" id={badge.code} open={open}>
      <summary>
        <img src={badge.imageSrc} alt="" width="56" height="56" />
        <span class="progress-head">
          <span class="progress-name">
            <h3>{badge.name}</h3>
            {badge.state && <span class={`tag state-${badge.state}`}>{t.states[badge.state]}</span>}
          </span>
          <span>{progressSummary(badge, pageContext)}</span>
        </span>
      </summary>
      {!badge.met && !badge.ofSchool && <ByTime badge={badge} />}
      {badge.next?.act && !badge.ofSchool && (
        <p>
          <a href={badge.next.act.href}>{badge.next.act.label}</a>
        </p>
      )}
      <p class="note">{t.barText}</p>
      <ul class="progress-lines">
        {badge.requirements.map((one) => (
          <RequirementRow one={one} ofSchool={badge.ofSchool} />
        ))}
      </ul>
      <ProgressTable badge={badge} />
      <p>
        <TextLink href={badge.href}>{t.criteriaLink(badge.name)}</TextLink>
      </p>
    </details>
  );
}

/** States that all requirements are met, or names the next step. */
function progressSummary(
  { met, state, ofSchool, requirements, next }: ProgressView,
  pageContext: PageContext,
): string {
  const t = pageContext.t.my.badges;
  if (met && ofSchool) return state ? t.metHeldBySchool : t.metWaits;
  if (met) return state ? t.metAnd[state] : t.metWaits;
  const nearest = next && requirements[next.at];
  if (!nearest) return '';
  // A team's families may only lack days, which its own requirement says.
  return sentence(ofSchool && nearest.metOn ? lacking(nearest, pageContext) : next.words);
}

/** The day on which the badge is met without any further act, or the requirements that will be. */
function ByTime({ badge: { metOn, requirements } }: { badge: ProgressView }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.badges;
  if (metOn) return <p>{t.byTime(pageContext.t.day(metOn))}</p>;
  const dated = requirements.filter((one) => one.metOn).length;
  const missing = requirements.filter((one) => !one.met).length;
  return (
    <p>
      {t.notByTime} {dated > 0 && t.notByTimeBut(dated, missing)}
    </p>
  );
}

function RequirementRow({ one, ofSchool }: { one: RequirementView; ofSchool: boolean }) {
  const frame = usePageContext();
  const t = frame.t.my.badges;
  const figures = one.nothing ? frame.t.findings.nothing : t.found(one.found, one.required, one.unit);
  const drawing = progressBarSvg({
    title: one.requirement,
    description: t.bar(one.met ? t.met : t.notMet, figures),
    found: one.nothing ? undefined : one.found,
    required: one.required,
  });
  return (
    <li>
      <p class="progress-words">
        <strong>{one.requirement}</strong>
      </p>
      <p class="progress-figures">
        {raw(drawing)} <span>{figures}</span>
      </p>
      <p class={one.met ? 'progress-met' : 'progress-missing'}>
        {explained(one, { frame, ofSchool }).map(sentence).join(' ')}
      </p>
    </li>
  );
}

/** The missing part. Where a team's families only lack days, the day on which they count. */
function lacking({ metOn, missionDays, explanation }: RequirementView, pageContext: PageContext): string {
  if (!metOn || missionDays === undefined) return explanation;
  return pageContext.t.my.badges.byTimeOfSchool(pageContext.t.day(metOn));
}

interface Explained {
  readonly frame: PageContext;
  readonly ofSchool: boolean;
}

/** The state of the requirement, the best news first: first the day on which it will be met by time alone,
 *  then the missing part. */
function explained(one: RequirementView, { frame, ofSchool }: Explained): readonly string[] {
  const t = frame.t.my.badges;
  const { metOn, missionDays } = one;
  if (one.met) return [`${t.met}. ${one.explanation}`, ...figureExplanations(one, frame)];
  const news = metOn ? [(ofSchool ? t.byTimeOfSchool : t.byTimeOne)(frame.t.day(metOn))] : [];
  const counts = missionDays === undefined ? [] : [t.familyCounts(missionDays)];
  // A team's families that only lack days are not missing.
  if (metOn && missionDays !== undefined) return [...news, ...counts];
  return [...news, one.explanation, ...counts, ...figureExplanations(one, frame)];
}

/** Sentences that explain the figure. */
function figureExplanations(one: RequirementView, pageContext: PageContext): readonly string[] {
  const t = pageContext.t.my.badges;
  const { ifConfirmed, waived, required, unit } = one;
  return [
    ...(one.nothing ?? []).map((kind) => pageContext.t.findings.recordAt[kind]),
    ...(ifConfirmed === undefined ? [] : [t.ifConfirmed(t.found(ifConfirmed, required, unit))]),
    ...(waived ? [t.waived(waived.years.map(schoolYearLabel), schoolYearLabel(waived.before))] : []),
  ];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function ProgressTable({ badge }: { badge: ProgressView }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.badges;
  const { nothing } = pageContext.t.findings;
  return (
    <details>
      <summary>
        {t.table}
        <span class="visually-hidden">{t.tableOf(badge.name)}</span>
      </summary>
      <CardTable
        rows={badge.requirements}
        columns={[
          { heading: t.requirement, cell: (one) => one.requirement, names: true },
          { heading: t.foundColumn, cell: (one) => (one.nothing ? nothing : t.measure(one.found, one.unit)) },
          {
            heading: t.requiredColumn,
            cell: (one) => t.measure(one.required, one.unit),
          },
          { heading: t.missingColumn, cell: (one) => (one.met ? t.nothing : lacking(one, pageContext)) },
        ]}
      />
    </details>
  );
}
