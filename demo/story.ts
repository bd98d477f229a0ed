/** The vocabulary of the stories. Dates are `YYYY-MM-DD`; other values are those of the DANE's files. */

export type PlannedConfirmation =
  | 'demandee'
  | 'confirmee'
  | 'confirmee-avec-reserve'
  | 'confirmee-dane'
  | 'contestee';

/** The school of an engagement. A story takes place at one school, sometimes also at a second one. */
export type Place = 'first' | 'second';

/** The missions and roles of a person. */
export interface Split {
  readonly missions: readonly string[];
  readonly roles: readonly string[];
}

export interface Segment extends Split {
  readonly from: string;
  readonly to?: string;
  readonly place: Place;
  readonly confirmation: PlannedConfirmation;
  readonly reservation?: string;
  /** True if the file names neither author nor day of the confirmation. */
  readonly anonymous?: true;
}

export interface PlannedAttendance {
  /** The school year of the event, and its code in that year. */
  readonly year: number;
  readonly codeIn: (year: number) => string;
  readonly proof: 0 | 1 | 2 | 3;
  /** Hours that count instead of the event's own. */
  readonly hours?: number;
}

export interface PlannedReview {
  readonly on: string;
  readonly kind: 'point-etape' | 'bilan';
  readonly place: Place;
}

export interface PlannedContribution {
  readonly kind: string;
  readonly on: string;
  readonly linked: boolean;
  readonly validated: boolean;
}

export interface PlannedAuthorisation {
  readonly mission: string;
  readonly from: string;
  readonly to?: string;
}

/** One person's life as a RUPN. */
export interface Story {
  readonly segments: readonly Segment[];
  readonly attended: readonly PlannedAttendance[];
  readonly reviews: readonly PlannedReview[];
  readonly contributions: readonly PlannedContribution[];
  /** The missions that the local authority allows at the first school. */
  readonly authorisations?: readonly PlannedAuthorisation[];
}

/** People of one school whose stories depend on each other. */
export interface GroupStory {
  readonly members: readonly Story[];
  /** Days of the annual meeting in the school (`EV-ETAB`). Everyone engaged there attends. */
  readonly meetings: readonly string[];
}

type EngagementOptions = Partial<Pick<Segment, 'place' | 'confirmation' | 'reservation' | 'anonymous'>>;

/** `split('A1 D1', 'contact-dane')`: missions and roles as short words. */
export function split(missions: string, roles = ''): Split {
  return { missions: splitAtSpaces(missions), roles: splitAtSpaces(roles) };
}

/** One engagement between two days, both included. */
export function between(from: string, to: string, work: Split, options: EngagementOptions = {}): Segment {
  return { place: 'first', confirmation: 'confirmee', ...options, ...work, from, to };
}

/** One engagement that has not ended. */
export function openFrom(from: string, work: Split, options: EngagementOptions = {}): Segment {
  return { place: 'first', confirmation: 'confirmee', ...options, ...work, from };
}

/** One engagement for each school year, renewed each September. */
export function yearly(
  [first, last]: readonly [number, number],
  work: Split,
  options: EngagementOptions = {},
): readonly Segment[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.map((year) => between(`${year}-09-01`, `${year + 1}-08-31`, work, options));
}

/** A progress review by the principal. */
export function review(on: string, place: Place = 'first'): PlannedReview {
  return { on, kind: 'point-etape', place };
}

/** A written report acknowledged by the DANE, where the principal held no review. */
export function selfReport(on: string): PlannedReview {
  return { on, kind: 'bilan', place: 'first' };
}

export function contribution(
  kind: string,
  on: string,
  what: { readonly linked?: true; readonly validated?: true } = {},
): PlannedContribution {
  return { kind, on, linked: what.linked ?? false, validated: what.validated ?? false };
}

function splitAtSpaces(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
