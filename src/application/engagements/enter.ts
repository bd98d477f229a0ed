import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { type Declaration, findRepeated } from '../../domain/engagement/declaration.ts';
import { findConflicts } from '../../domain/engagement/role-conflict.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Engagement, isCountable } from '../../domain/records.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { askHeads } from '../confirmations/request-from-principals.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';
import type { Deciding } from './change.ts';
import { requireSchoolOpen } from './open-school.ts';

interface EnterEngagement {
  readonly personId: PersonId;
  readonly declaration: Declaration;
  readonly by: Deciding;
  /** The reason and, where the DANE confirms the engagement, the documents. */
  readonly reason: string;
}

/** Enters an engagement of a person, for the DANE. It waits for the principal, or the DANE confirms it on
 *  documents. Throws `unknown-person`, `own-engagement`, `unknown-establishment`, `establishment-closed`, `engagement-repeated`,
 *  `role-held` where it would be confirmed with a single role that another person holds, `store-conflict`. */
export const enterEngagement =
  (ports: Ports) =>
  ({ personId, declaration, by, reason }: EnterEngagement): Promise<Engagement> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      if (personId === by.personId) throw new DomainError('own-engagement');
      const [[person], [record]] = await Promise.all([
        store.readPeople([personId]),
        store.readPersonRecords([personId]),
      ]);
      if (!person) throw new DomainError('unknown-person');
      const { uai, period } = declaration;
      const openPrecondition = await requireSchoolOpen(store, { uai, until: period.to });
      if (findRepeated(declaration, record?.engagements ?? [])) throw new DomainError('engagement-repeated');
      const at = clock.now();
      const reference = `J-${ids.credentialId()}`;
      const requested: Engagement = { ...declaration, reference, personId, confirmation: 'requested' };
      const engagement = by.confirms
        ? confirmed(requested, { by, issuer: ports.issuer.name, at })
        : requested;
      await refuseConflict(ports, engagement);
      await store.commit([
        ...openPrecondition,
        { kind: 'engagement-entered', engagement },
        ...(await followUp(ports, engagement, { by, reason, at })),
        audit('engagement-entered', {
          at,
          actor: by.personId,
          subject: personId,
          details: { reference, uai, reason },
        }),
      ]);
      return engagement;
    });

function confirmed(
  engagement: Engagement,
  { by, issuer, at }: { readonly by: Deciding; readonly issuer: string; readonly at: Instant },
): Engagement {
  const on = localDateInParis(at);
  return {
    ...engagement,
    confirmation: 'confirmed-by-dane',
    confirmedBy: issuer,
    confirmedOn: on,
    decided: { by: by.address, on, from: 'requested' },
  };
}

async function refuseConflict({ store }: Ports, engagement: Engagement): Promise<void> {
  if (!isCountable(engagement.confirmation)) return;
  const holders = await store.readSingleRoleEngagements([engagement]);
  const [conflict] = findConflicts(
    engagement,
    holders.filter(({ confirmation }) => isCountable(confirmation)),
  );
  if (conflict) throw new DomainError('role-held', { role: conflict.role });
}

/** The request to the principal, or the documents and the mail to the teacher. */
async function followUp(
  ports: Ports,
  engagement: Engagement,
  { by, reason, at }: { readonly by: Deciding; readonly reason: string; readonly at: Instant },
): Promise<readonly Change[]> {
  const { reference, personId } = engagement;
  if (engagement.confirmation === 'requested') {
    const request = { engagementReference: reference, requestedAt: at };
    return [{ kind: 'confirmation-asked', request }, ...(await askHeads(ports, engagement, at))];
  }
  return [
    { kind: 'documents-noted', reference, documents: reason, by: by.personId, at },
    ...mailAbout(ports, { kind: 'decision', personId, subjectIds: [reference], at }),
  ];
}
