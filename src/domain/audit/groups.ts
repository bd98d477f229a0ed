import * as FEATURES from '../../features/all/declarations.ts';
import type { AuditGroup, Declaration } from '../features/declaration.ts';
import type { CoreAction } from './actions.ts';

/** The first word of an action. */
type Head<Action> = Action extends `${infer Word}-${string}` ? Word : never;

/** The groups of the layers' own actions, by their first word. */
const GROUP_OF: { readonly [Word in Head<CoreAction>]: AuditGroup } = {
  establishment: 'schools',
  person: 'people',
  people: 'people',
  paper: 'people',
  identity: 'accounts',
  sign: 'accounts',
  signed: 'accounts',
  session: 'accounts',
  headship: 'accounts',
  mail: 'accounts',
  engagement: 'engagements',
  mission: 'engagements',
  contribution: 'engagements',
  review: 'engagements',
  confirmations: 'engagements',
  confirmation: 'engagements',
  asking: 'engagements',
  award: 'badges',
  credential: 'badges',
  badge: 'badges',
  criteria: 'criteria',
  office: 'criteria',
  authorisation: 'schools',
  attendance: 'events',
  roll: 'events',
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

const DECLARED: readonly Declaration[] = Object.values(FEATURES);

/** The group of each action that a feature makes or has made. */
const BY_ACTION = new Map(
  DECLARED.flatMap(({ group, groups, history = [], audit = [], retired = [] }) =>
    [...history, ...audit, ...retired].map((action): [string, AuditGroup] => [
      action,
      groups?.[action] ?? group,
    ]),
  ),
);

const firstWord = (action: string): string => action.split('-')[0] ?? '';

/** The group of each first word, for actions of an earlier version that are unknown today. */
const BY_WORD = new Map<string, AuditGroup>([
  ...Array.from(BY_ACTION, ([action, group]): [string, AuditGroup] => [firstWord(action), group]),
  ...Object.entries(GROUP_OF),
]);

/** The group of an action; undefined for one of an earlier version whose first word is unknown too. */
export function groupOfAction(action: string): AuditGroup | undefined {
  return BY_ACTION.get(action) ?? BY_WORD.get(firstWord(action));
}
