import type { FormChoice } from '../../domain/award/types.ts';
import type { Mission } from '../../domain/engagement/mission.ts';
import type { PersonFacts } from '../../domain/facts/types.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import { shortLabel } from '../../texts/criteria/context.ts';
import { iprofTexts as texts } from '../../texts/fr/papers/iprof-mention.ts';
import { typographic } from '../../texts/grammar.ts';
import { OFFICE, withOffice } from '../../texts/office.ts';

/** The most characters that i-Prof accepts in the mention. JavaScript never counts fewer characters than
 *  i-Prof. */
export const IPROF_LIMIT = 600;

export interface IprofMentionInput {
  /** Name of the school, or the names of several schools in one text. */
  readonly schoolName: string;
  readonly from: LocalDate;
  /** The grammatical form that the person chose for their badges. */
  readonly form?: FormChoice | undefined;
  /** Absent if the engagement continues. */
  readonly to?: LocalDate;
  /** The day of the facts. */
  readonly on: LocalDate;
  readonly years: number;
  readonly missions: readonly Mission[];
  /** Attested hours of the school year, and hours that still count. */
  readonly hours: { readonly year: SchoolYear; readonly ofYear: number; readonly counted: number };
  readonly confirmedBy: PersonFacts['confirmedBy'];
  /** The name of the office; DANE by default. */
  readonly office?: string;
  readonly badge?: {
    readonly name: string;
    readonly issuerName: string;
    readonly issuedOn: LocalDate;
    readonly address: string;
  };
}

export interface IprofMention {
  readonly text: string;
  /** Number of characters of the text, at most 600. */
  readonly length: number;
}

/** The mention for i-Prof (« Formations et compétences », TICE): the most detailed form that fits. The forms
 *  list all missions, then fewer and fewer of them, then only their number, then none. For a very long name
 *  they have fewer sentences, but always the link; the last form has only the whole words that fit. No word
 *  is cut. */
export function makeIprofMention(input: IprofMentionInput): IprofMention {
  const text = candidates(input).find(({ length }) => length <= IPROF_LIMIT) ?? '';
  return { text, length: text.length };
}

function candidates(input: IprofMentionInput): readonly string[] {
  const { before, after, link } = sentences(input);
  const withMissions = missionSentences(input).map((missions) => [...before, missions, ...after]);
  const without = [...before, ...after];
  const shorter = without.map((_, dropped) => without.slice(0, without.length - dropped));
  const whole = [...withMissions, ...shorter].map((parts) => [...parts, ...link].join(' '));
  return [...whole, fittingText(without.join(' '))];
}

/** The sentences on missions, from the most detailed to the shortest. */
function missionSentences({ missions, office = OFFICE }: IprofMentionInput): readonly string[] {
  const labels = missions.map(({ label, short }) =>
    withOffice(short ?? shortLabel(typographic(label.fr)), office),
  );
  if (labels.length === 0) return [];
  const shortened = labels.map((_, dropped) =>
    texts.missions(labels.slice(0, labels.length - dropped), dropped),
  );
  return [...shortened, texts.missionCount(labels.length)];
}

function sentences(input: IprofMentionInput) {
  const { form, schoolName, from, to, on, years, hours, confirmedBy, badge, office = OFFICE } = input;
  const { principal, dane } = confirmedBy;
  const confirmed = principal && dane ? 'both' : dane ? 'dane' : 'principal';
  const reported = texts.hours(schoolYearLabel(hours.year), hours);
  return {
    before: [texts.role(form, schoolName, { from, to, on }), ...(years > 0 ? [texts.years(years)] : [])],
    after: [
      ...(reported === undefined ? [] : [reported]),
      ...(principal || dane ? [texts.confirmed[confirmed](office)] : []),
      ...(badge === undefined ? [] : [texts.badge(badge.name, badge.issuerName, badge.issuedOn)]),
    ],
    link: badge === undefined ? [] : [texts.link(badge.address)],
  };
}

function fittingText(text: string): string {
  let fitting = '';
  for (const word of text.split(/\s+/)) {
    const longer = fitting === '' ? word : `${fitting} ${word}`;
    if (longer.length > IPROF_LIMIT) break;
    fitting = longer;
  }
  return fitting;
}
