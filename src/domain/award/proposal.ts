import { type AwardId, type PersonId, personIdsAmong } from '../ids.ts';
import type { PersonRecord } from '../records.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import { parseUai, type Uai } from '../uai.ts';
import type { ReviewFlag } from './review-flag.ts';
import type { Recipient } from './types.ts';

/** The school under which a badge stands in the queue: where the person is or was last engaged, or the school
 *  that receives it. */
export function placeOfProposal(recipient: Recipient, record: PersonRecord | undefined): Uai | undefined {
  return recipient.kind === 'establishment' ? recipient.uai : record && lastSchoolOf(record);
}

function lastSchoolOf({ engagements }: PersonRecord): Uai | undefined {
  return engagements.toSorted((a, b) => ((a.period.to ?? '9') < (b.period.to ?? '9') ? 1 : -1))[0]?.uai;
}

/** The figures shown next to a proposal in the queue. The full explanation is judged again when an agent opens
 *  the proposal. */
export interface ProposalSummary {
  readonly duration?: number;
  readonly families: number;
  readonly trainingHours: number;
  readonly members?: number;
  /** Why a person should look at it before it is granted; often empty. */
  readonly cautions: readonly ReviewFlag[];
}

/** A badge whose criteria are met and on which an agent of the DANE has not decided yet. */
export interface Proposal {
  /** Sorts by school, then badge, then recipient. */
  readonly id: string;
  readonly recipient: Recipient;
  readonly achievement: string;
  readonly version: number;
  readonly judgedOn: LocalDate;
  readonly schoolYear: SchoolYear;
  /** The school of the person's latest engagement, or the school that receives the badge. */
  readonly uai?: Uai;
  readonly summary: ProposalSummary;
}

/** A refusal of a badge. The badge is not proposed again in the same school year unless the refusal is
 *  reopened. */
export interface Rejection {
  readonly recipient: Recipient;
  readonly achievement: string;
  readonly schoolYear: SchoolYear;
  readonly at: Instant;
  readonly by: PersonId;
  readonly reason: string;
  /** By an agent, or by a program that granted the badge all the same. */
  readonly reopened?: { readonly at: Instant; readonly by: string };
}

/** The refusal of a badge that stands for its school year. */
export function standingRejection(
  rejections: readonly Rejection[],
  { recipient, achievement, schoolYear }: Pick<Rejection, 'recipient' | 'achievement' | 'schoolYear'>,
): Rejection | undefined {
  return rejections.find(
    (one) =>
      one.reopened === undefined &&
      one.achievement === achievement &&
      one.schoolYear === schoolYear &&
      idOf(one.recipient) === idOf(recipient),
  );
}

/** A badge of a recipient, whatever the school. */
export function proposalKey({ recipient, achievement }: Pick<Proposal, 'recipient' | 'achievement'>): string {
  return [recipient.kind, idOf(recipient), achievement].join('~');
}

function idOf(recipient: Recipient): string {
  return recipient.kind === 'person' ? recipient.personId : recipient.uai;
}

/** The filters of the queue. */
export interface ProposalFilter {
  readonly achievement?: string;
  readonly departmentCode?: string;
  readonly uai?: Uai;
  /** Words that must all be in the person's name, or all in the name of their school. */
  readonly text?: string;
  readonly recipient?: Recipient;
  /** Only those without any caution, or only those with one. */
  readonly isClear?: boolean;
  /** Keys of proposals that are left out. */
  readonly except?: readonly string[];
}

/** The key of a proposal. It does not change as long as the proposal is the same. */
export function proposalId(
  recipient: Recipient,
  { achievement, uai }: { readonly achievement: string; readonly uai?: Uai },
): string {
  return [uai ?? '-', achievement, recipient.kind, idOf(recipient)].join('~');
}

/** The school, badge and recipient that a key names, whether or not the proposal still exists. */
export interface ProposalSubject {
  readonly recipient: Recipient;
  readonly achievement: string;
  /** The school where the person is engaged. */
  readonly uai?: Uai;
}

/** The subject of a key; undefined if the text is not such a key. */
export function parseProposalId(id: string): ProposalSubject | undefined {
  const [place = '', achievement, kind, of = '', ...rest] = id.split('~');
  if (!achievement || rest.length > 0) return undefined;
  const uai = uaiOf(place);
  if (kind === 'person') {
    const [personId] = personIdsAmong([of]);
    return personId && { achievement, recipient: { kind, personId }, ...(uai && { uai }) };
  }
  const school = kind === 'establishment' ? uaiOf(of) : undefined;
  return school && { achievement, recipient: { kind: 'establishment', uai: school } };
}

function uaiOf(text: string): Uai | undefined {
  try {
    return parseUai(text);
  } catch {
    return undefined;
  }
}

export type ProposalChange =
  /** Replaces all proposals of these recipients. Refused where one of the proposed badges was refused, or was
   *  awarded otherwise than by the awards read. */
  | {
      readonly kind: 'proposals-replaced';
      readonly recipients: readonly Recipient[];
      readonly proposals: readonly Proposal[];
      /** The awards that the judgment knew. */
      readonly awards: readonly AwardId[];
    }
  /** Takes the proposal out of the queue. Refused where it no longer waits as it was read. */
  | { readonly kind: 'proposal-refused'; readonly refusal: Rejection; readonly proposal: Proposal }
  /** Reopens the refusals of the recipient. They remain readable. Refused where none stands. */
  | {
      readonly kind: 'refusal-reopened';
      readonly recipient: Recipient;
      readonly achievement: string;
      readonly by: string;
      readonly at: Instant;
    };
