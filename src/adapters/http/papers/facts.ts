import type { EngagementSummary } from '../../../domain/engagement/fields.ts';
import type { MissionShare } from '../../../domain/engagement/mission-split.ts';
import type {
  LetterSummary,
  PaperSummary,
  ReviewRecordSummary,
  SchoolFileSummary,
  StatementSummary,
} from '../../../domain/paper/summarise.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { engagementDetails } from '../../../texts/engagement-details.ts';
import { typographic } from '../../../texts/grammar.ts';
import { missionAsText, periodAsText } from '../engagements/descriptions.ts';
import type { TextContext } from '../view-models/text-context.ts';

/** One fact of a paper in words: texts, or lists under a title. */
export interface Fact {
  readonly label: string;
  readonly values: readonly (string | { readonly title: string; readonly items: readonly string[] })[];
}

/** The facts that a reader compares with the paper, in the paper's order. */
export function paperFacts(summary: PaperSummary, year: string, textContext: TextContext): readonly Fact[] {
  switch (summary.kind) {
    case 'statement':
      return statementFacts(summary, year, textContext);
    case 'mission-letter':
      return letterFacts(summary, year, textContext);
    case 'review-record':
      return reviewRecordFacts(summary, textContext);
    case 'imp-file':
      return schoolFileFacts(summary, year, textContext);
  }
}

function statementFacts(summary: StatementSummary, year: string, textContext: TextContext): readonly Fact[] {
  const { public: t } = textContext.t.school.papers;
  const { segments, shares, recognised, reviews, contributions, projects } = summary;
  return [
    { label: t.period, values: segments.map((engagement) => engagementValue(engagement, textContext)) },
    ...splitFacts(shares, year, textContext),
    ...(recognised ? [{ label: t.duration, values: [t.recognised(recognised.here, recognised.inAll)] }] : []),
    { label: t.trainingHours, values: [hoursOf(summary, year, textContext)] },
    { label: t.reviews, values: [daysOf(reviews, textContext)] },
    { label: t.contributions, values: [String(contributions)] },
    ...(projects === undefined ? [] : [{ label: t.projects, values: [String(projects)] }]),
  ];
}

function letterFacts(summary: LetterSummary, year: string, textContext: TextContext): readonly Fact[] {
  const { public: t } = textContext.t.school.papers;
  const { segments, shares, authorised, means, plannedOn } = summary;
  const actions = authorised.map(
    ({ mission, period }) => `${missionAsText(mission, textContext)} (${periodAsText(period, textContext)})`,
  );
  const kinds = means.map((kind) => textContext.t.means.kinds[kind]);
  return [
    { label: t.period, values: segments.map((engagement) => engagementValue(engagement, textContext)) },
    ...splitFacts(shares, year, textContext),
    { label: t.authorised, values: orNone(actions, t.noAuthorised) },
    { label: t.means, values: orNone(kinds, t.noMeans) },
    { label: t.planned, values: [plannedOn ? textContext.t.day(plannedOn) : t.notPlanned] },
  ];
}

function reviewRecordFacts(
  { heldOn, families, noted }: ReviewRecordSummary,
  textContext: TextContext,
): readonly Fact[] {
  const { public: t } = textContext.t.school.papers;
  const { form } = textContext.t.school.reviews;
  const labels = families.map((code) => {
    const family = textContext.framework.families.find((one) => one.code === code);
    return `${code} · ${typographic(family?.label[textContext.locale] ?? '')}`;
  });
  return [
    ...(heldOn ? [{ label: t.heldOn, values: [textContext.t.day(heldOn)] }] : []),
    { label: t.families, values: orNone(labels, t.nothingNoted) },
    {
      label: t.noted,
      values: orNone(
        noted.map((key) => form[key]),
        t.nothingNoted,
      ),
    },
  ];
}

/** People are shown by their initials, because the page is public. */
function schoolFileFacts(
  { people, requests }: SchoolFileSummary,
  year: string,
  textContext: TextContext,
): readonly Fact[] {
  const { public: t } = textContext.t.school.papers;
  return [
    { label: t.people, values: [String(people.length)] },
    ...people.map(({ initials, segments, reviews, ...training }) => ({
      label: initials,
      values: [
        ...segments.map((engagement) => engagementValue(engagement, textContext)),
        t.fact(t.trainingHours, hoursOf(training, year, textContext)),
        t.fact(t.reviews, daysOf(reviews, textContext)),
      ],
    })),
    ...(requests > 0 ? [{ label: t.requests, values: [t.requestCount(requests)] }] : []),
  ];
}

function engagementValue(engagement: EngagementSummary, textContext: TextContext): Fact['values'][number] {
  const { public: t } = textContext.t.school.papers;
  const { confirmations, roles } = textContext.t.records;
  const { confirmation, confirmedOn } = engagement;
  const details = engagementDetails(engagement, textContext.locale, roles).filter(
    ({ items }) => items.length > 0,
  );
  const state = t.state(confirmations[confirmation], confirmedOn && textContext.t.day(confirmedOn));
  return {
    title: `${periodAsText(engagement.period, textContext)} (${state})`,
    items: [
      ...engagement.missions.map((code) => missionAsText(code, textContext)),
      ...details.map(({ label, items }) => t.fact(label, items.join(', '))),
    ],
  };
}

function splitFacts(
  shares: readonly MissionShare[] | undefined,
  year: string,
  textContext: TextContext,
): readonly Fact[] {
  const { public: t } = textContext.t.school.papers;
  if (!shares || shares.length === 0) return [];
  const texts = shares.map(({ mission, others }) =>
    t.fact(mission, others === 0 ? t.alone : t.shared(others)),
  );
  return [{ label: t.split(year), values: texts }];
}

/** Papers made by earlier versions have only one figure. */
function hoursOf(
  { hours, trainingHours }: Pick<StatementSummary, 'hours' | 'trainingHours'>,
  year: string,
  { t }: TextContext,
): string {
  const { hours: one, hoursSaid } = t.school.papers.public;
  return hours ? hoursSaid(year, hours) : one(t.count(trainingHours, '', '').trim());
}

function daysOf(days: readonly LocalDate[], { t }: TextContext): string {
  return days.map((on) => t.day(on)).join(', ') || t.school.papers.public.noReview;
}

function orNone(texts: readonly string[], none: string): readonly string[] {
  return texts.length > 0 ? texts : [none];
}
