import type {
  DocumentaryConfirmation,
  SilentRequest,
} from '../../../../application/campaigns/campaign-reader.ts';
import type { Store } from '../../../../application/ports.ts';
import type { DocumentsRefusal } from '../../../../domain/engagement/confirm-on-documents.ts';
import { findClashes } from '../../../../domain/engagement/single-role-clash.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Instant, Period } from '../../../../domain/time/time.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import { readNames } from '../decisions/decision-views.ts';

/** A segment that waits for the DANE. */
export interface SilentLine {
  readonly reference: string;
  readonly person: string;
  readonly personHref: string;
  readonly school: string;
  readonly period: Period;
  readonly missions: readonly string[];
  readonly roles: readonly string[];
  readonly askedAt: string;
  /** The agent's own: another one confirms it. */
  readonly own: boolean;
  /** Somebody holds its single role: it is confirmed on a page of its own, with what becomes of the role. */
  readonly clashes: boolean;
  readonly href: string;
  /** Its author heads the school: nobody else can answer. */
  readonly byHead: boolean;
}

interface SilentContext {
  readonly t: PageFrame['t'];
  readonly reader: PersonId;
  /** Asked at that instant or before: silent. */
  readonly askedUntil: Instant;
}

export async function silentLines(
  store: Store,
  requests: readonly SilentRequest[],
  { t, reader, askedUntil }: SilentContext,
): Promise<readonly SilentLine[]> {
  const { nameOf, schoolOf } = await readNames(
    store,
    requests.map(({ engagement: { personId } }) => ({ kind: 'person', personId })),
    requests.map(({ engagement }) => engagement.uai),
  );
  const holders = await store.readSingleRoleSegments(requests.map(({ engagement }) => engagement));
  return requests.map(({ request, engagement }) => ({
    reference: engagement.reference,
    person: nameOf({ kind: 'person', personId: engagement.personId }),
    personHref: `/dane/people/${engagement.personId}`,
    school: schoolOf(engagement.uai) ?? engagement.uai,
    period: engagement.period,
    missions: engagement.missions,
    roles: engagement.roles.map((role) => t.records.roles[role]),
    askedAt: request.requestedAt,
    own: engagement.personId === reader,
    clashes: findClashes(engagement, holders).length > 0,
    href: `/dane/confirmations/${encodeURIComponent(engagement.reference)}`,
    byHead: request.requestedAt > askedUntil,
  }));
}

export interface ConfirmedLine {
  readonly person: string;
  readonly personHref: string;
  readonly school: string;
  readonly documents: string;
  readonly at: string;
}

export async function confirmedLines(
  store: Store,
  confirmations: readonly DocumentaryConfirmation[],
): Promise<readonly ConfirmedLine[]> {
  const { nameOf, schoolOf } = await readNames(
    store,
    confirmations.map(({ engagement: { personId } }) => ({ kind: 'person', personId })),
    confirmations.map(({ engagement }) => engagement.uai),
  );
  return confirmations.map(({ engagement, documents, at }) => ({
    person: nameOf({ kind: 'person', personId: engagement.personId }),
    personHref: `/dane/people/${engagement.personId}`,
    school: schoolOf(engagement.uai) ?? engagement.uai,
    documents,
    at,
  }));
}

const LEFT = ['not-requested', 'not-silent', 'own-engagement', 'role-clash'] as const;
const LEFT_SEPARATOR = '.';

/** Codes of what was left, as they stand in an address: `role-clash.role-clash`. */
export function toLeftParameter(codes: readonly DocumentsRefusal[]): string {
  return codes.join(LEFT_SEPARATOR);
}

/** The same in words, each code once with how many. */
export function leftSentences({ t: { dane } }: Pick<PageFrame, 't'>, parameter: string): readonly string[] {
  const codes = parameter.split(LEFT_SEPARATOR);
  return LEFT.flatMap((code) => {
    const total = codes.filter((one) => one === code).length;
    return total > 0 ? [dane.campaigns.left[code](total)] : [];
  });
}
