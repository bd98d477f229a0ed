import type { AccountChange } from '../access/account-change.ts';
import type { TokenChange } from '../access/api-token.ts';
import type { AuditChange } from '../audit/entry.ts';
import type { CredentialChange } from '../award/credential-change.ts';
import type { ProgramCredentialChange } from '../award/program-credential.ts';
import type { ProposalChange } from '../award/proposal.ts';
import type { StatusListChange } from '../award/status-list.ts';
import type { AwardChange } from '../award/types.ts';
import type { BadgeLogChange } from '../badge-log/entries.ts';
import type { CampaignChange } from '../campaign/campaign.ts';
import type { ConfirmationChange } from '../confirmation/request.ts';
import type { ContestChange } from '../contest/contest.ts';
import type { CoverageChange } from '../coverage/measure.ts';
import type { BadgeDraftChange } from '../criteria/badge-change.ts';
import type { CriteriaChange } from '../criteria/change.ts';
import type { DraftChange } from '../criteria/draft.ts';
import type { DataRequestChange } from '../data-request.ts';
import type { DirectoryChange } from '../directory.ts';
import type { AchievementEndorsementChange } from '../endorsement/achievement-endorsement.ts';
import type { EndorsementChange } from '../endorsement/endorsement.ts';
import type { EngagementChange } from '../engagement/change.ts';
import type { MeansChange } from '../engagement/means.ts';
import type { MissionProposalChange } from '../engagement/mission-proposal.ts';
import type { ProcedureSheetChange } from '../engagement/procedure-sheet.ts';
import type { EngagementProposalChange } from '../engagement/proposal.ts';
import type { SchoolProjectChange } from '../engagement/school-project.ts';
import type { EventDetailsChange } from '../event/details.ts';
import type { InvitationChange } from '../event/invitation.ts';
import type { EventChange } from '../event/roll-call.ts';
import type { SchoolMeetingChange } from '../event/school-meeting.ts';
import type { TrainingWishChange } from '../event/training-wish.ts';
import type { BadgeRecordChange } from '../holder/badge-record.ts';
import type { PublicProfileChange } from '../holder/public-profile.ts';
import type { WalletChange } from '../holder/wallet-offer.ts';
import type { HeldBadgeChange } from '../host/held-badge.ts';
import type { HostChange } from '../host/host-grant.ts';
import type { InvariantChange } from '../integrity/invariant.ts';
import type { OutboxChange } from '../job/outbox.ts';
import type { JobChange } from '../job/types.ts';
import type { PublicKeyChange } from '../keys/public.ts';
import type { MailChange } from '../mail/types.ts';
import type { NetworkMessageChange } from '../network-message.ts';
import type { PaperChange } from '../paper/types.ts';
import type { AuthorisationChange, ContributionChange, PersonChange, SchoolChange } from '../records.ts';
import type { RetentionChange } from '../retention.ts';
import type { ReviewChange } from '../review/planned.ts';
import type { WishedTrainingChange } from '../review/wished-training.ts';
import type { YearlyReportChange } from '../review/yearly-report.ts';
import type { SettingChange } from '../settings/change.ts';
import type { ClassProjectChange } from '../support/class-project.ts';
import type { SupportChange } from '../support/support-request.ts';
import type { TrustedListChange } from '../trusted-list.ts';
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
