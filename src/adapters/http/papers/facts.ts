import type { MissionShare } from '../../../domain/engagement/mission-split.ts';
import type {
  LetterSummary,
  PaperSummary,
  ReviewRecordSummary,
  SchoolFileSummary,
  SegmentSummary,
  StatementSummary,
} from '../../../domain/paper/summarise.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { typographic } from '../../../texts/grammar.ts';
import { missionWords, periodWords } from '../engagements/descriptions.ts';
import type { Wording } from '../view-models/text-context.ts';

/** One fact of a paper in words: texts, or lists under a title. */
export interface Fact {
  readonly label: string;
  readonly values: readonly (string | { readonly title: string; readonly items: readonly string[] })[];
}

/** The facts that a reader compares with the paper, in the paper's order. */
export function paperFacts(summary: PaperSummary, year: string, wording: Wording): readonly Fact[] {
  switch (summary.kind) {
    case 'statement':
      return statementFacts(summary, year, wording);
    case 'mission-letter':
      return letterFacts(summary, year, wording);
    case 'review-record':
      return reviewRecordFacts(summary, wording);
    case 'imp-file':
      return schoolFileFacts(summary, year, wording);
  }
}

function statementFacts(summary: StatementSummary, year: string, wording: Wording): readonly Fact[] {
  const { public: t } = wording.t.school.papers;
  const { segments, shares, recognised, reviews, contributions, projects } = summary;
  return [
    { label: t.period, values: segments.map((segment) => segmentValue(segment, wording)) },
    ...splitFacts(shares, year, wording),
    ...(recognised ? [{ label: t.duration, values: [t.recognised(recognised.here, recognised.inAll)] }] : []),
    { label: t.trainingHours, values: [hoursOf(summary, year, wording)] },
    { label: t.reviews, values: [daysOf(reviews, wording)] },
    { label: t.contributions, values: [String(contributions)] },
    ...(projects === undefined ? [] : [{ label: t.projects, values: [String(projects)] }]),
  ];
}

function letterFacts(summary: LetterSummary, year: string, wording: Wording): readonly Fact[] {
  const { public: t } = wording.t.school.papers;
  const { segments, shares, authorised, means, plannedOn } = summary;
  const actions = authorised.map(
    ({ mission, period }) => `${missionWords(mission, wording)} (${periodWords(period, wording)})`,
  );
  const kinds = means.map((kind) => wording.t.school.means.kinds[kind]);
  return [
    { label: t.period, values: segments.map((segment) => segmentValue(segment, wording)) },
    ...splitFacts(shares, year, wording),
    { label: t.authorised, values: orNone(actions, t.noAuthorised) },
    { label: t.means, values: orNone(kinds, t.noMeans) },
    { label: t.planned, values: [plannedOn ? wording.t.day(plannedOn) : t.notPlanned] },
  ];
}

function reviewRecordFacts(
  { heldOn, families, noted }: ReviewRecordSummary,
  wording: Wording,
): readonly Fact[] {
  const { public: t } = wording.t.school.papers;
  const { form } = wording.t.school.reviews;
  const labels = families.map((code) => {
    const family = wording.framework.families.find((one) => one.code === code);
    return `${code} · ${typographic(family?.label[wording.locale] ?? '')}`;
  });
  return [
    ...(heldOn ? [{ label: t.heldOn, values: [wording.t.day(heldOn)] }] : []),
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
  wording: Wording,
): readonly Fact[] {
  const { public: t } = wording.t.school.papers;
  return [
    { label: t.people, values: [String(people.length)] },
    ...people.map(({ initials, segments, reviews, ...training }) => ({
      label: initials,
      values: [
        ...segments.map((segment) => segmentValue(segment, wording)),
        t.fact(t.trainingHours, hoursOf(training, year, wording)),
        t.fact(t.reviews, daysOf(reviews, wording)),
      ],
    })),
    ...(requests > 0 ? [{ label: t.requests, values: [t.requestCount(requests)] }] : []),
  ];
}

function segmentValue(segment: SegmentSummary, wording: Wording): Fact['values'][number] {
  const { public: t } = wording.t.school.papers;
  const { confirmations, roles } = wording.t.records;
  const { confirmation, confirmedOn } = segment;
  const state = t.state(confirmations[confirmation], confirmedOn && wording.t.day(confirmedOn));
  const held = segment.roles.map((role) => roles[role]).join(', ');
  return {
    title: `${periodWords(segment.period, wording)} (${state})`,
    items: [...segment.missions.map((code) => missionWords(code, wording)), ...(held ? [t.roles(held)] : [])],
  };
}

function splitFacts(
  shares: readonly MissionShare[] | undefined,
  year: string,
  wording: Wording,
): readonly Fact[] {
  const { public: t } = wording.t.school.papers;
  if (!shares || shares.length === 0) return [];
  const words = shares.map(({ mission, others }) =>
    t.fact(mission, others === 0 ? t.alone : t.shared(others)),
  );
  return [{ label: t.split(year), values: words }];
}

/** Papers made by earlier versions have only one figure. */
function hoursOf(
  { hours, trainingHours }: Pick<StatementSummary, 'hours' | 'trainingHours'>,
  year: string,
  { t }: Wording,
): string {
  const { hours: one, hoursSaid } = t.school.papers.public;
  return hours ? hoursSaid(year, hours) : one(t.count(trainingHours, '', '').trim());
}

function daysOf(days: readonly LocalDate[], { t }: Wording): string {
  return days.map((on) => t.day(on)).join(', ') || t.school.papers.public.noReview;
}

function orNone(words: readonly string[], none: string): readonly string[] {
  return words.length > 0 ? words : [none];
}
