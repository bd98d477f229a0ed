import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { IssuerConfig } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import type {
  Approvals,
  AuditRetention,
  NewsLinks,
  PendingAcceptanceReminder,
  ServiceTexts,
} from './live.ts';

export type SettingsChange = {
  /** The recorded value, as JSON text, that was shown when this one was typed. */
  readonly seen: string | undefined;
} & (
  | { readonly name: 'issuer'; readonly value: IssuerConfig }
  | { readonly name: 'words'; readonly value: ServiceTexts }
  | { readonly name: 'news'; readonly value: NewsLinks }
  | { readonly name: 'audit'; readonly value: AuditRetention }
  | { readonly name: 'unanswered'; readonly value: PendingAcceptanceReminder }
);

/** Changes the issuer's data, the service's texts, the addresses of its news, how long the audit is kept
 *  and when holders are reminded. Signed badges are not
 *  changed. Throws `store-conflict` where someone changed them since they were shown. */
const changeSettings =
  ({ store, clock, settings }: Ports) =>
  async ({ name, value, seen }: SettingsChange, actor: PersonId): Promise<void> => {
    const at = clock.now();
    const asRead = (await store.readSettings()).get(name);
    if ((asRead ?? '') !== (seen ?? ''))
      throw new DomainError('store-conflict', { constraint: 'setting_seen' });
    await store.commit([
      { kind: 'setting-changed', name, value: JSON.stringify(value), asRead, at, by: actor },
      audit('settings-changed', { at, actor, subject: name }),
    ]);
    await settings.refresh('now');
  };

export interface ChangeApprovals {
  readonly criteria: boolean;
  readonly actor: PersonId;
}

/** Changes whether a second person must approve criteria before they are adopted. One agent alone can turn
 *  this on. To turn it off, one agent asks and another one does it. Throws `approval-set-outside` where the
 *  environment decides, `approval-needs-two` where no other agent exists, `own-draft` where the agent who
 *  asked also tries to turn it off, `store-conflict` where someone changed it at the same moment. */
const changeApprovals =
  ({ store, clock, settings }: Ports) =>
  async ({ criteria, actor }: ChangeApprovals): Promise<Approvals> => {
    await settings.refresh('now');
    const before = settings.approvals();
    if (before.isForced) throw new DomainError('approval-set-outside');
    const agents = await store.searchPeople({ profile: 'dane', limit: 2 });
    if (criteria && agents.length < 2) throw new DomainError('approval-needs-two');
    const after = decide(before, { criteria, actor });
    if (after === undefined) return before;
    const at = clock.now();
    const asRead = (await store.readSettings()).get('approvals');
    await store.commit([
      {
        kind: 'setting-changed',
        name: 'approvals',
        value: JSON.stringify(after),
        at,
        by: actor,
        asRead,
      },
      audit('settings-changed', {
        at,
        actor,
        subject: 'approvals',
        details: { criteria: after.criteria, offAsked: after.offAskedBy !== undefined },
      }),
    ]);
    await settings.refresh('now');
    return settings.approvals();
  };

type ApprovalSetting = Pick<Approvals, 'criteria' | 'offAskedBy'>;

/** The new setting; undefined if nothing changes. */
function decide(before: ApprovalSetting, { criteria, actor }: ChangeApprovals): ApprovalSetting | undefined {
  if (criteria) return before.criteria && !before.offAskedBy ? undefined : { criteria: true };
  if (!before.criteria) return undefined;
  if (!before.offAskedBy) return { criteria: true, offAskedBy: actor };
  if (before.offAskedBy === actor) throw new DomainError('own-draft');
  return { criteria: false };
}

export const settingsServices = useCases({ changeApprovals, changeSettings });
