import type { Change } from '../../domain/change/change.ts';
import {
  type Declaration,
  type DeclarationNotice,
  deriveDeclarationNotices,
  isStillOpen,
} from '../../domain/engagement/declaration.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Catalogue, Clock, Ids, Store } from '../ports.ts';
import { type AskHeadsNeeds, askHeads } from './ask-heads.ts';

interface Needs extends AskHeadsNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'credentialId'>;
  readonly catalogue: Catalogue;
}

interface DeclareEngagement {
  readonly personId: PersonId;
  readonly declaration: Declaration;
}

/** Records a segment as its teacher says it, and asks the principal to confirm it. Its reference is made here, and is
 *  opaque. Throws `unknown-establishment`. */
export const declareEngagement =
  (needs: Needs) =>
  async ({ personId, declaration }: DeclareEngagement): Promise<Engagement> => {
    const { store, clock, ids } = needs;
    await checkEstablishment(store, declaration);
    const engagement: Engagement = {
      ...declaration,
      reference: `J-${ids.credentialId()}`,
      personId,
      confirmation: 'requested',
    };
    const at = clock.now();
    const request = { engagementReference: engagement.reference, requestedAt: at };
    await commitAsking(needs, engagement, [
      { kind: 'engagement-declared', engagement, at },
      { kind: 'confirmation-asked', request },
      audited('engagement-declared', engagement, at),
    ]);
    return engagement;
  };

/** Changes one's own segment while nobody has decided about it; of another school, its principal is asked. Throws `not-found` for a segment that is not the person's,
 *  `engagement-not-open`, `unknown-establishment`. */
export const redeclareEngagement =
  (needs: Needs) =>
  async ({ personId, declaration, reference }: DeclareEngagement & { readonly reference: string }) => {
    const { store, clock } = needs;
    const before = await readOpenEngagement(store, { personId, reference });
    await checkEstablishment(store, declaration);
    const engagement: Engagement = { ...declaration, reference, personId, confirmation: before.confirmation };
    const at = clock.now();
    const changes: readonly Change[] = [
      { kind: 'engagement-redeclared', engagement, at },
      audited('engagement-redeclared', engagement, at),
    ];
    if (before.uai === engagement.uai) await store.commit(changes);
    else await commitAsking(needs, engagement, changes);
    // Somebody may have decided about it since it was read: then it is as it was.
    const [after] = await store.readEngagements([reference]);
    if (after?.confirmation !== 'requested') throw new DomainError('engagement-not-open');
  };

/** Takes one's own segment back while nobody has decided about it. Throws `not-found`, `engagement-not-open`. */
export const withdrawEngagement =
  ({ store, clock }: Needs) =>
  async ({ personId, reference }: { readonly personId: PersonId; readonly reference: string }) => {
    const engagement = await readOpenEngagement(store, { personId, reference });
    await store.commit([
      { kind: 'engagement-withdrawn', reference },
      audited('engagement-withdrawn', engagement, clock.now()),
    ]);
    if ((await store.readEngagements([reference])).length > 0) throw new DomainError('engagement-not-open');
  };

/** What the author of a segment should know of it, among all of their own. */
export const readDeclarationNotices =
  ({ store, catalogue }: Needs) =>
  async (engagement: Engagement, own: readonly Engagement[]): Promise<readonly DeclarationNotice[]> => {
    const { uai, period } = engagement;
    const [singleRoles, authorisations] = await Promise.all([
      store.readSingleRoleSegments([{ uai, period }]),
      store.readAuthorisations([uai]),
    ]);
    const { framework } = catalogue;
    return deriveDeclarationNotices(engagement, { own, singleRoles, authorisations, framework });
  };

/** The changes with the mails that ask; once more where another declaration wrote the same mail in between. */
async function commitAsking(needs: Needs, engagement: Engagement, changes: readonly Change[]): Promise<void> {
  const { store, clock } = needs;
  const attempt = async () => store.commit([...changes, ...(await askHeads(needs, engagement, clock.now()))]);
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    await attempt();
  }
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

async function checkEstablishment(store: Store, { uai }: Declaration): Promise<void> {
  const [known] = await store.readEstablishments([uai]);
  if (!known) throw new DomainError('unknown-establishment', { uai });
}

function audited(
  action: string,
  { personId, reference, uai }: Engagement,
  at: ReturnType<Clock['now']>,
): Change {
  const entry = { at, actor: personId, action, subject: personId, details: { reference, uai } };
  return { kind: 'audited', entry };
}
