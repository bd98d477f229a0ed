import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/time.ts';
import type { Uai } from '../uai.ts';

/** What the DANE helps with: the relation with the local authority, servers, projects carried with a local
 *  authority, a training that answers a school's own need. */
export const SUPPORT_KINDS = ['local-authority', 'technical', 'proximity', 'local-training'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** `open`: it waits for the DANE. */
export const SUPPORT_STATES = ['open', 'planned', 'answered', 'closed', 'withdrawn'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

export type SupportSide = 'asker' | 'dane';

/** The most characters of its title and of each text, the most texts of a request, and the most requests of
 *  one person that wait at once. */
export const SUPPORT_BOUNDS = { title: 120, text: 2000, messages: 40, open: 10 } as const;

export interface SupportMessage {
  readonly by: PersonId;
  readonly side: SupportSide;
  readonly at: Instant;
  readonly text: string;
}

/** Help that somebody asks of the DANE for a school (docs/rules.md, Asking the DANE). */
export interface SupportRequest {
  readonly id: string;
  readonly kind: SupportKind;
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly title: string;
  /** The request itself is the first one. */
  readonly messages: readonly SupportMessage[];
  readonly askedAt: Instant;
  readonly state: SupportState;
  /** The day on which the DANE comes or calls. */
  readonly plannedOn?: LocalDate;
  readonly changedAt: Instant;
  /** Counts the changes, so that of two made at once the second is refused. */
  readonly revision: number;
}

export interface SupportWord {
  readonly by: PersonId;
  readonly side: SupportSide;
  readonly at: Instant;
  readonly text: string;
  /** Only the DANE plans. */
  readonly plannedOn?: LocalDate | undefined;
  /** Whether the request ends with this word. */
  readonly ends?: boolean | undefined;
}

/** The request with one more text. The asker's word makes it wait again; a closed one opens again. Throws
 *  `request-settled` where it was withdrawn, `support-full`. */
export function addWord(request: SupportRequest, word: SupportWord): SupportRequest {
  const { by, side, at, text, plannedOn, ends } = word;
  if (request.state === 'withdrawn') throw new DomainError('request-settled');
  if (request.messages.length >= SUPPORT_BOUNDS.messages) throw new DomainError('support-full');
  const answered = plannedOn ? 'planned' : 'answered';
  return {
    ...request,
    messages: [...request.messages, { by, side, at, text }],
    state: ends ? 'closed' : side === 'asker' ? 'open' : answered,
    ...(plannedOn && { plannedOn }),
    changedAt: at,
    revision: request.revision + 1,
  };
}

/** The request ended without a word: withdrawn by its asker before any answer, closed otherwise. Throws
 *  `request-settled` where it was ended before. */
export function endRequest(request: SupportRequest, side: SupportSide, at: Instant): SupportRequest {
  if (isEnded(request)) throw new DomainError('request-settled');
  const answered = request.messages.some((one) => one.side === 'dane');
  const state = side === 'asker' && !answered ? 'withdrawn' : 'closed';
  return { ...request, state, changedAt: at, revision: request.revision + 1 };
}

export function isEnded({ state }: SupportRequest): boolean {
  return state === 'closed' || state === 'withdrawn';
}

/** Changes to requests of support. */
export type SupportChange =
  | { readonly kind: 'support-asked'; readonly request: SupportRequest }
  /** The whole commit is refused where somebody else changed the request in the meantime. */
  | { readonly kind: 'support-changed'; readonly request: SupportRequest };
