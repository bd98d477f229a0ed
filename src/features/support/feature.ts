import { DomainError } from '../../domain/errors.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { supportErrors } from './feature-errors.ts';

/** The matters in which the DANE helps: relations with the local authority, servers, projects carried with a
 *  local authority, a training for the needs of one school. */
export const SUPPORT_KINDS = ['local-authority', 'technical', 'proximity', 'local-training'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** The states of a request. `open`: it waits for the DANE. */
export const SUPPORT_STATES = ['open', 'planned', 'answered', 'closed', 'withdrawn'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];
/** The states of a request that has ended. */
export const ENDED_STATES = ['closed', 'withdrawn'] as const satisfies readonly SupportState[];

/** The side that wrote a text. */
export type SupportSide = 'asker' | 'dane';

/** The most characters of the title and of each text, the most texts of a request, and the most open requests
 *  of one person. */
export const SUPPORT_BOUNDS = { title: 120, text: 2000, messages: 40, open: 10 } as const;

/** One text of a request. */
export interface SupportMessage {
  readonly by: PersonId;
  readonly side: SupportSide;
  readonly at: Instant;
  readonly text: string;
}

/** A request for the DANE's help, made for a school (docs/rules.md, Asking the DANE). */
export interface SupportRequest {
  readonly id: string;
  readonly kind: SupportKind;
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly title: string;
  /** The texts, oldest first. The first one is the request itself. */
  readonly messages: readonly SupportMessage[];
  readonly askedAt: Instant;
  readonly state: SupportState;
  /** The day on which the DANE visits or calls. */
  readonly plannedOn?: LocalDate;
  readonly changedAt: Instant;
  /** Goes up by one with each change. Of two changes made at once, the second is refused. */
  readonly revision: number;
}

/** One more text on a request, with its effects. */
export interface SupportText {
  readonly by: PersonId;
  readonly side: SupportSide;
  readonly at: Instant;
  readonly text: string;
  /** Set only by the DANE. */
  readonly plannedOn?: LocalDate | undefined;
  /** Whether the request is closed with this text. */
  readonly ends?: boolean | undefined;
}

/** The request with one more text. A text of the asker opens it again, even a closed one. Throws
 *  `request-settled` where it was withdrawn, and `support-full`. */
export function addText(request: SupportRequest, word: SupportText): SupportRequest {
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

/** Ends the request without a text: it is withdrawn where its asker ends it before any answer, and closed
 *  otherwise. Throws `request-settled` where it has already ended. */
export function endRequest(request: SupportRequest, side: SupportSide, at: Instant): SupportRequest {
  if (isEnded(request)) throw new DomainError('request-settled');
  const answered = request.messages.some((one) => one.side === 'dane');
  const state = side === 'asker' && !answered ? 'withdrawn' : 'closed';
  return { ...request, state, changedAt: at, revision: request.revision + 1 };
}

/** The request at the school that takes over from its own. Throws `request-settled` where it has ended. */
export function moveRequest(request: SupportRequest, uai: Uai, at: Instant): SupportRequest {
  if (isEnded(request)) throw new DomainError('request-settled');
  return { ...request, uai, changedAt: at, revision: request.revision + 1 };
}

export function isEnded({ state }: SupportRequest): boolean {
  return ENDED_STATES.some((one) => one === state);
}

/** Changes to requests of support. */
export type SupportChange =
  | { readonly kind: 'support-asked'; readonly request: SupportRequest }
  /** The whole commit is refused where someone else changed the request in the meantime. */
  | { readonly kind: 'support-changed'; readonly request: SupportRequest };

/** A search among requests of support. */
export interface SupportSearch extends Slice<string> {
  /** Words of the asker's name or address, or of the school's name and commune. */
  readonly text?: string;
  readonly kind?: SupportKind;
  readonly state?: SupportState;
}

/** Reads requests of support. */
export interface SupportReader {
  readSupportRequest(id: string): Promise<SupportRequest | undefined>;
  /** The newest first. */
  readSupportRequestsOf(personId: PersonId): Promise<readonly SupportRequest[]>;
  /** The newest first. */
  readSupportRequestsAt(uai: Uai): Promise<readonly SupportRequest[]>;
  /** All requests about the school that have not ended. */
  readUnendedSupportAt(uai: Uai): Promise<readonly SupportRequest[]>;
  /** Requests that wait for the DANE first, then the others, each the oldest first; `after` is an id. */
  searchSupportRequests(search: SupportSearch): Promise<readonly SupportRequest[]>;
  /** Number of requests that wait for the DANE. */
  countOpenSupportRequests(): Promise<number>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface SupportTables {
  support_request: RowOf<SupportRequest> & { queue_rank: 0 | 1 };
}

/** What the other layers read of this feature. */
export const feature = declare<SupportTables, SupportChange, SupportReader>()({
  group: 'schools',
  history: ['support-asked', 'support-answered', 'support-ended', 'support-moved'],
  errors: supportErrors,
  menu: {
    my: { support: { under: 'home', after: 'home', path: '/my/support' } },
    dane: { support: { under: 'decide', after: 'contests', path: '/dane/support' } },
    school: { support: { under: 'school', after: 'badge', path: '/support' } },
  },
  people: {
    support_request: {
      ...OWN,
      exportedAfter: 'mission_proposal',
      merge: 'moves',
      register: 'nothing',
      school: 'kept',
      ends: WITH_PERSON,
    },
  },
});
