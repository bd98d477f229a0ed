import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import {
  type Declaration,
  type DeclarationNotice,
  deriveDeclarationNotices,
  findRepeated,
  isStillOpen,
} from '../../domain/engagement/declaration.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { askHeads } from '../confirmations/request-from-principals.ts';
import { requireSchoolOpen } from '../engagements/open-school.ts';
import type { Clock, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

interface DeclareEngagement {
  readonly personId: PersonId;
  readonly declaration: Declaration;
}

/** Records an engagement that its teacher declares, and asks the principal to confirm it. Its reference is
 *  generated and opaque. Content that is declared twice, even at the same moment, gives only one engagement,
 *  which is returned. Throws `unknown-establishment`, `establishment-closed`; `engagement-repeated` where a decision was already
 *  taken on the same content. */
const declareEngagement =
  (ports: Ports) =>
  async ({ personId, declaration }: DeclareEngagement): Promise<Engagement> => {
    const { store, clock, ids } = ports;
    return retryOnConflict(async () => {
      const repeated = findRepeated(declaration, await readOwn(store, personId));
      if (repeated) return stillOpen(store, repeated);
      const reference = `J-${ids.credentialId()}`;
      const engagement: Engagement = { ...declaration, reference, personId, confirmation: 'requested' };
      const at = clock.now();
      await store.commit(await changesOfDeclaration(ports, engagement, at));
      return engagement;
    });
  };

/** A declared engagement, the request to confirm it, and the mail to the heads of the school. Throws
 *  `unknown-establishment`, `establishment-closed`. */
export async function changesOfDeclaration(
  ports: Ports,
  engagement: Engagement,
  at: Instant,
): Promise<readonly Change[]> {
  const { reference } = engagement;
  return [
    ...(await readOpenPrecondition(ports.store, engagement)),
    { kind: 'engagement-declared', engagement, at },
    { kind: 'confirmation-asked', request: { engagementReference: reference, requestedAt: at } },
    audited('engagement-declared', engagement, at),
    ...(await askHeads(ports, engagement, at)),
  ];
}

/** Changes one's own engagement, as long as no decision was taken on it. If the school changes, the new
 *  principal is asked. Throws `not-found` for another person's engagement, `engagement-not-open`,
 *  `unknown-establishment`, `establishment-closed`, `engagement-repeated` where another of their engagements has the same content. */
const redeclareEngagement =
  (ports: Ports) =>
  async ({ personId, declaration, reference }: DeclareEngagement & { readonly reference: string }) => {
    const { store, clock } = ports;
    // A decision may be taken in the meantime, or another declaration may write the same mail.
    await retryOnConflict(async () => {
      const before = await readOpenEngagement(store, { personId, reference });
      const others = (await readOwn(store, personId)).filter((one) => one.reference !== reference);
      if (findRepeated(declaration, others)) throw new DomainError('engagement-repeated');
      const { confirmation } = before;
      const engagement: Engagement = { ...declaration, reference, personId, confirmation };
      const at = clock.now();
      await store.commit([
        ...(await readOpenPrecondition(store, engagement)),
        { kind: 'engagement-redeclared', engagement, at },
        audited('engagement-redeclared', engagement, at),
        ...(before.uai === engagement.uai ? [] : await askHeads(ports, engagement, at)),
      ]);
    });
  };

/** Withdraws one's own engagement, as long as no decision was taken on it. Throws `not-found`,
 *  `engagement-not-open`. */
const withdrawEngagement =
  ({ store, clock }: Ports) =>
  async ({ personId, reference }: { readonly personId: PersonId; readonly reference: string }) => {
    // A decision may be taken in the meantime.
    await retryOnConflict(async () => {
      const engagement = await readOpenEngagement(store, { personId, reference });
      await store.commit([
        { kind: 'engagement-withdrawn', reference },
        audited('engagement-withdrawn', engagement, clock.now()),
      ]);
    });
  };

/** The notices on an engagement for its author, after comparing it with all their own engagements. */
const readDeclarationNotices =
  ({ store, catalogue }: Ports) =>
  async (engagement: Engagement, own: readonly Engagement[]): Promise<readonly DeclarationNotice[]> => {
    const { uai, period } = engagement;
    const [singleRoles, authorisations] = await Promise.all([
      store.readSingleRoleEngagements([{ uai, period }]),
      store.readAuthorisations([uai]),
    ]);
    const { framework } = catalogue;
    return deriveDeclarationNotices(engagement, { own, singleRoles, authorisations, framework });
  };

async function readOwn(store: Store, personId: PersonId): Promise<readonly Engagement[]> {
  const [record] = await store.readPersonRecords([personId]);
  return record?.engagements ?? [];
}

/** The engagement of an earlier sending of the same form, if a form is sent again. */
async function stillOpen(store: Store, engagement: Engagement): Promise<Engagement> {
  const declared = await store.readDeclaredReferences(engagement.personId);
  if (!isStillOpen(engagement, declared)) throw new DomainError('engagement-repeated');
  return engagement;
}

async function readOpenEngagement(
  store: Store,
  { personId, reference }: { readonly personId: PersonId; readonly reference: string },
): Promise<Engagement> {
  const [[engagement], declared] = await Promise.all([
    store.readEngagements([reference]),
    store.readDeclaredReferences(personId),
  ]);
  if (engagement?.personId !== personId) throw new DomainError('not-found');
  if (!isStillOpen(engagement, declared)) throw new DomainError('engagement-not-open');
  return engagement;
}

const readOpenPrecondition = (store: Store, { uai, period }: Declaration) =>
  requireSchoolOpen(store, { uai, until: period.to });

function audited(
  action: AuditAction,
  { personId, reference, uai }: Engagement,
  at: ReturnType<Clock['now']>,
): Change {
  return audit(action, { at, actor: personId, subject: personId, details: { reference, uai } });
}

export const declarationServices = useCases({
  declareEngagement,
  redeclareEngagement,
  withdrawEngagement,
  readDeclarationNotices,
});
