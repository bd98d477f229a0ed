import type { AuditAction } from './actions.ts';

/** The kinds of acts by which the audit is filtered. */
export const AUDIT_GROUPS = [
  ...(['people', 'accounts', 'engagements', 'badges', 'criteria', 'schools', 'events'] as const),
  ...(['files', 'work', 'service'] as const),
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** The first word of an action. */
type Head<Action> = Action extends `${infer Word}-${string}` ? Word : never;

const GROUP_OF: { readonly [Word in Head<AuditAction>]: AuditGroup } = {
  establishment: 'schools',
  person: 'people',
  people: 'people',
  data: 'people',
  paper: 'people',
  identity: 'accounts',
  sign: 'accounts',
  signed: 'accounts',
  session: 'accounts',
  headship: 'accounts',
  mail: 'accounts',
  directory: 'people',
  message: 'people',
  engagement: 'engagements',
  missions: 'engagements',
  mission: 'engagements',
  contest: 'engagements',
  contribution: 'engagements',
  review: 'engagements',
  yearly: 'engagements',
  confirmations: 'engagements',
  confirmation: 'engagements',
  asking: 'engagements',
  campaign: 'engagements',
  award: 'badges',
  credential: 'badges',
  wallet: 'badges',
  public: 'badges',
  host: 'badges',
  held: 'badges',
  badge: 'badges',
  endorsement: 'badges',
  achievement: 'badges',
  criteria: 'criteria',
  office: 'criteria',
  classes: 'schools',
  class: 'schools',
  support: 'schools',
  means: 'schools',
  project: 'schools',
  authorisation: 'schools',
  procedure: 'schools',
  meeting: 'schools',
  attendance: 'events',
  roll: 'events',
  invitation: 'events',
  invitations: 'events',
  wish: 'events',
  training: 'events',
  event: 'events',
  file: 'files',
  records: 'files',
  register: 'files',
  awards: 'files',
  import: 'work',
  undoing: 'work',
  job: 'work',
  decision: 'work',
  settings: 'service',
  token: 'service',
  key: 'service',
  clock: 'service',
  facts: 'service',
  retention: 'service',
  audit: 'service',
  backup: 'service',
};

/** The group of an action; undefined for one of an earlier version that is unknown today. */
export function groupOfAction(action: string): AuditGroup | undefined {
  const [word = ''] = action.split('-');
  return Object.hasOwn(GROUP_OF, word) ? GROUP_OF[word as keyof typeof GROUP_OF] : undefined;
}
