import type { AccountChange } from '../access/account-change.ts';
import type { TokenChange } from '../access/api-token.ts';
import type { AuditChange } from '../audit/entry.ts';
import type { CredentialChange } from '../award/credential-change.ts';
import type { ProposalChange } from '../award/proposal.ts';
import type { StatusListChange } from '../award/status-list.ts';
import type { AwardChange } from '../award/types.ts';
import type { BadgeLogChange } from '../badge-log/entries.ts';
import type { ConfirmationChange } from '../confirmation/request.ts';
import type { CoverageChange } from '../coverage/measure.ts';
import type { BadgeDraftChange } from '../criteria/badge-change.ts';
import type { CriteriaChange } from '../criteria/change.ts';
import type { DraftChange } from '../criteria/draft.ts';
import type { EngagementChange } from '../engagement/change.ts';
import type { EngagementProposalChange } from '../engagement/proposal.ts';
import type { EventDetailsChange } from '../event/details.ts';
import type { EventChange } from '../event/roll-call.ts';
import type { FeatureChange } from '../features/types.ts';
import type { InvariantChange } from '../integrity/invariant.ts';
import type { OutboxChange } from '../job/outbox.ts';
import type { JobChange } from '../job/types.ts';
import type { PublicKeyChange } from '../keys/public.ts';
import type { MailChange } from '../mail/types.ts';
import type { PaperChange } from '../paper/types.ts';
import type { AuthorisationChange, ContributionChange, PersonChange, SchoolChange } from '../records.ts';
import type { RetentionChange } from '../retention.ts';
import type { ReviewChange } from '../review/planned.ts';
import type { SettingChange } from '../settings/change.ts';
import type { ColumnMatchChange } from '../upload/column-match.ts';
import type { ImportLogChange } from '../upload/import-log.ts';
import type { UploadChange } from '../upload/types.ts';

/** Everything that can be committed. Each kind is declared next to its subject. A commit writes all of its
 *  changes or none. */
export type Change =
  | SchoolChange
  | PersonChange
  | AccountChange
  | TokenChange
  | EngagementChange
  | EngagementProposalChange
  | AuthorisationChange
  | ConfirmationChange
  | CoverageChange
  | ReviewChange
  | RetentionChange
  | EventChange
  | EventDetailsChange
  | ContributionChange
  | PaperChange
  | CriteriaChange
  | DraftChange
  | BadgeDraftChange
  | ProposalChange
  | AwardChange
  | CredentialChange
  | StatusListChange
  | BadgeLogChange
  | PublicKeyChange
  | JobChange
  | ColumnMatchChange
  | UploadChange
  | ImportLogChange
  | MailChange
  | OutboxChange
  | InvariantChange
  | SettingChange
  | AuditChange
  | FeatureChange;

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;
