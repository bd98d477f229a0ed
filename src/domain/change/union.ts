import type { CampaignChange } from '../../features/campaigns/feature.ts';
import type { ClassProjectChange } from '../../features/class-projects/feature.ts';
import type { ContestChange } from '../../features/contests/feature.ts';
import type { DataRequestChange } from '../../features/data-requests/feature.ts';
import type { DirectoryChange } from '../../features/directory/feature.ts';
import type { EndorsementChange } from '../../features/endorsements/feature.ts';
import type { InvitationChange } from '../../features/invitations/feature.ts';
import type { MeansChange } from '../../features/means/feature.ts';
import type { SchoolMeetingChange } from '../../features/meetings/feature.ts';
import type { NetworkMessageChange } from '../../features/messages/feature.ts';
import type { MissionProposalChange } from '../../features/mission-proposals/feature.ts';
import type { ProcedureSheetChange } from '../../features/procedure-sheets/feature.ts';
import type { PublicProfileChange } from '../../features/public-profiles/feature.ts';
import type { SchoolProjectChange } from '../../features/school-projects/feature.ts';
import type { SupportChange } from '../../features/support/feature.ts';
import type { TrainingWishChange } from '../../features/training-wishes/feature.ts';
import type { WishedTrainingChange } from '../../features/wished-trainings/feature.ts';
import type { YearlyReportChange } from '../../features/yearly-reports/feature.ts';
import type { AchievementEndorsementChange } from '../../standards/achievement-endorsements/feature.ts';
import type { HostChange } from '../../standards/host/feature.ts';
import type { HeldBadgeChange } from '../../standards/host/feature-held-badge.ts';
import type { BadgeRecordChange } from '../../standards/badge-records/feature.ts';
import type { TrustedListChange } from '../../standards/trusted-lists/feature.ts';
import type { ProgramCredentialChange } from '../../standards/vc-api/feature.ts';
import type { WalletChange } from '../../standards/wallets/feature.ts';
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
  | DataRequestChange
  | AccountChange
  | TokenChange
  | EngagementChange
  | EngagementProposalChange
  | MissionProposalChange
  | SupportChange
  | ClassProjectChange
  | AuthorisationChange
  | ProcedureSheetChange
  | ContestChange
  | CampaignChange
  | ConfirmationChange
  | CoverageChange
  | ReviewChange
  | WishedTrainingChange
  | YearlyReportChange
  | RetentionChange
  | MeansChange
  | SchoolProjectChange
  | WalletChange
  | EventChange
  | EventDetailsChange
  | TrainingWishChange
  | InvitationChange
  | SchoolMeetingChange
  | ContributionChange
  | PaperChange
  | ProgramCredentialChange
  | CriteriaChange
  | DraftChange
  | BadgeDraftChange
  | ProposalChange
  | AwardChange
  | CredentialChange
  | PublicProfileChange
  | HostChange
  | HeldBadgeChange
  | BadgeRecordChange
  | EndorsementChange
  | AchievementEndorsementChange
  | StatusListChange
  | BadgeLogChange
  | PublicKeyChange
  | JobChange
  | ColumnMatchChange
  | UploadChange
  | ImportLogChange
  | DirectoryChange
  | NetworkMessageChange
  | MailChange
  | OutboxChange
  | InvariantChange
  | SettingChange
  | TrustedListChange
  | AuditChange;

/** The change of one kind. */
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;
