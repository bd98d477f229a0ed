import type { Mission } from '../../domain/engagement/mission.ts';
import type { PersonFacts } from '../../domain/facts/facts.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { shortLabel } from '../../texts/criteria/criteria-context.ts';
import { iprofTexts as texts } from '../../texts/fr/documents-iprof.ts';
import { iprofMissions } from '../../texts/fr/iprof-missions.ts';
import { OFFICE, withOffice } from '../../texts/office.ts';
import { typographic } from '../../texts/typographic.ts';

/** Most characters that i-Prof accepts in the mention, counted as JavaScript does, which never gives fewer
 *  than i-Prof. */
export const IPROF_LIMIT = 600;

export interface IprofMentionInput {
  /** Name of the school, or of the schools in one text. */
  readonly schoolName: string;
  readonly from: LocalDate;
  /** Absent where the engagement continues. */
  readonly to?: LocalDate;
  readonly years: number;
  readonly missions: readonly Mission[];
  /** Attested hours of the school year, and those that still count. */
  readonly hours: { readonly year: SchoolYear; readonly ofYear: number; readonly counted: number };
  readonly confirmedBy: PersonFacts['confirmedBy'];
  /** How the office is called; DANE by default. */
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

/** The mention for i-Prof (« Formations et compétences », TICE). The first form that fits is taken: all
 *  missions; fewer and fewer of them; only their number; none; for a very long name, fewer sentences, though
 *  always the link; at last only the whole words that fit. No word is ever cut. */
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
  return [...whole, fittingWords(without.join(' '))];
}

/** From the most detailed sentence to the shortest. */
function missionSentences({ missions, office = OFFICE }: IprofMentionInput): readonly string[] {
  const labels = missions.map(({ code, label }) =>
    withOffice(iprofMissions[code] ?? shortLabel(typographic(label.fr)), office),
  );
  if (labels.length === 0) return [];
  const shortened = labels.map((_, dropped) =>
    texts.missions(labels.slice(0, labels.length - dropped), dropped),
  );
  return [...shortened, texts.missionCount(labels.length)];
}

function sentences(input: IprofMentionInput) {
  const { schoolName, from, to, years, hours, confirmedBy, badge, office = OFFICE } = input;
  const { principal, dane } = confirmedBy;
  const confirmed = principal && dane ? 'both' : dane ? 'dane' : 'principal';
  return {
    before: [texts.role(schoolName, from, to), ...(years > 0 ? [texts.years(years)] : [])],
    after: [
      ...(hours.counted > 0 ? [texts.hours(schoolYearLabel(hours.year), hours)] : []),
      ...(principal || dane ? [texts.confirmed[confirmed](office)] : []),
      ...(badge === undefined ? [] : [texts.badge(badge.name, badge.issuerName, badge.issuedOn)]),
    ],
    link: badge === undefined ? [] : [texts.link(badge.address)],
  };
}

function fittingWords(text: string): string {
  let fitting = '';
  for (const word of text.split(/\s+/)) {
    const longer = fitting === '' ? word : `${fitting} ${word}`;
    if (longer.length > IPROF_LIMIT) break;
    fitting = longer;
  }
  return fitting;
}
