import type { MentionTable } from '../../../domain/person/mentions.ts';
import type { leftMentionTexts as fr } from '../../fr/dane/left-mentions.ts';

const tables: Readonly<Record<MentionTable, string>> = {
  engagement: 'Reservation or sharing of an engagement',
  documentary_confirmation: 'Documents of a confirmation',
  engagement_proposal: 'Proposed change of an engagement',
  authorisation: 'Authorisation of a mission',
  review_notes: 'Notes of a review',
  retention_hold: 'Reason for a hold on deletions',
  paper: 'Prepared document',
  event: 'Title of an event',
  event_details: 'Place, link or words of an event',
  contribution: 'Contribution',
  criteria_draft: 'Words on a draft of criteria',
  award: 'Reason for a decision on a badge',
  proposal_refusal: 'Reason for a refusal',
  credential: 'Reason for a revocation or a suspension',
  public_key: 'Reason for a compromised key',
  setting: 'Setting of the service',
  api_token: 'Name of a token',
  campaign: 'Name of a campaign',
  achievement_endorsement: 'Words of a body about a badge',
  class_project: 'Project for classes',
  class_participation: 'Classes entered in a project',
  contest: 'Contest',
  data_request: 'Request about data',
  endorsement: 'Words of a principal',
  means: 'Allotted means',
  school_meeting: 'Meeting in a school',
  mission_proposal: 'Proposed missions',
  mission_invitation: 'Invitation to missions',
  procedure_sheet: 'Procedure sheet',
  school_project: 'School project',
  support_request: 'Request for support',
  yearly_report: 'Yearly report',
};

/** What an erasure leaves in the texts of others. */
export const leftMentionTexts: typeof fr = {
  colon: ': ',
  tables,
  before: (texts) =>
    `${texts} ${texts === 1 ? 'text of another record contains' : 'texts of other records contain'} their name or address. The erasure does not change them. Edit them first, or ask their authors to:`,
  namesake: 'A text may be about another person with the same name.',
  none: 'No text of another record contains their name or address.',
  after: (texts) =>
    `${texts} ${texts === 1 ? 'text of another record still contains' : 'texts of other records still contain'} the name or address of the erased person. Have them edited:`,
};
