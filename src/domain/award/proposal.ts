import type { JustMet } from '../criteria/just-met.ts';
import { type PersonId, personIdsAmong } from '../ids.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Instant, LocalDate } from '../time/time.ts';
import { parseUai, type Uai } from '../uai.ts';
import type { Recipient } from './award-types.ts';

/** The figures that stand beside a proposal in the queue; the whole explanation is judged anew where it is shown. */
export interface ProposalSummary {
  readonly duration?: number;
  readonly families: number;
  readonly trainingHours: number;
  readonly members?: number;
  /** Figures just above their threshold, without which the badge would not be met. */
  readonly justMet: readonly JustMet[];
}

/** A badge whose criteria are met, and which somebody of the DANE is to decide on. */
export interface Proposal {
  /** Sorts by school, badge and recipient. */
  readonly id: string;
  readonly recipient: Recipient;
  readonly achievement: string;
  readonly version: number;
  readonly judgedOn: LocalDate;
  readonly schoolYear: SchoolYear;
  /** The school of the latest engagement, or the school itself. */
  readonly uai?: Uai;
  readonly departmentCode?: string;
  readonly summary: ProposalSummary;
}

/** A badge that was refused; it is not proposed again in the same school year, unless it was reopened. */
export interface Refusal {
  readonly recipient: Recipient;
  readonly achievement: string;
  readonly schoolYear: SchoolYear;
  readonly at: Instant;
  readonly by: PersonId;
  readonly reason: string;
  readonly reopened?: { readonly at: Instant; readonly by: PersonId };
}

/** What the queue is narrowed to. */
export interface ProposalFilter {
  readonly achievement?: string;
  readonly departmentCode?: string;
  readonly uai?: Uai;
  /** Words that are all in the person's name, or all in their school's. */
  readonly text?: string;
  readonly recipient?: Recipient;
}

/** The key of a proposal: it stays the same as long as what is proposed does. */
export function proposalId(
  recipient: Recipient,
  { achievement, uai }: { readonly achievement: string; readonly uai?: Uai },
): string {
  const id = recipient.kind === 'person' ? recipient.personId : recipient.uai;
  return [uai ?? '-', achievement, recipient.kind, id].join('~');
}

/** Of what and whom a key speaks, whether it is still proposed or not. */
export interface ProposalSubject {
  readonly recipient: Recipient;
  readonly achievement: string;
  /** Where the person is engaged. */
  readonly uai?: Uai;
}

/** The subject of a key; undefined where it is no such key. */
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

/** What is written about proposals and refusals. */
export type ProposalChange =
  /** All that is proposed of these recipients, in place of what was. */
  | {
      readonly kind: 'proposals-replaced';
      readonly recipients: readonly Recipient[];
      readonly proposals: readonly Proposal[];
    }
  | { readonly kind: 'proposal-settled'; readonly id: string }
  | { readonly kind: 'proposal-refused'; readonly refusal: Refusal }
  /** What was refused of the recipient is taken back, and stays to be read. */
  | {
      readonly kind: 'refusal-reopened';
      readonly recipient: Recipient;
      readonly achievement: string;
      readonly by: PersonId;
      readonly at: Instant;
    };
