import type { Store } from '../../../../application/ports.ts';
import type {
  DocumentaryConfirmation,
  SilentRequest,
} from '../../../../application/store/engagement-readers.ts';
import type { DocumentsRefusal } from '../../../../domain/confirmation/confirm-on-documents.ts';
import { findClashes } from '../../../../domain/engagement/single-role-clash.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import { readNames } from '../decisions/decision-views.ts';

/** A segment that waits for the DANE. */
export type SilentLine = Awaited<ReturnType<typeof silentLines>>[number];

interface SilentContext {
  readonly t: PageFrame['t'];
  readonly reader: PersonId;
  /** Requests sent at this instant or before have been silent long enough. */
  readonly askedUntil: Instant;
}

export async function silentLines(
  store: Store,
  requests: readonly SilentRequest[],
  { t, reader, askedUntil }: SilentContext,
) {
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
    /** Whether it is the agent's own segment, which another agent must confirm. */
    own: engagement.personId === reader,
    /** Whether another person holds its single role: it is then confirmed on a page of its own, which settles
     *  the role. */
    clashes: findClashes(engagement, holders).length > 0,
    href: `/dane/confirmations/${encodeURIComponent(engagement.reference)}`,
    /** Whether its author heads the school, so that only the DANE can answer. */
    byHead: request.requestedAt > askedUntil,
  }));
}

export type ConfirmedLine = Awaited<ReturnType<typeof confirmedLines>>[number];

export async function confirmedLines(store: Store, confirmations: readonly DocumentaryConfirmation[]) {
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

/** The reasons of segments left unchanged, as one parameter of an address: `role-clash.role-clash`. */
export function toLeftParameter(codes: readonly DocumentsRefusal[]): string {
  return codes.join(LEFT_SEPARATOR);
}

/** These reasons in words: each one once, with its number of segments. */
export function leftSentences({ t: { dane } }: Pick<PageFrame, 't'>, parameter: string): readonly string[] {
  const codes = parameter.split(LEFT_SEPARATOR);
  return LEFT.flatMap((code) => {
    const total = codes.filter((one) => one === code).length;
    return total > 0 ? [dane.campaigns.left[code](total)] : [];
  });
}
