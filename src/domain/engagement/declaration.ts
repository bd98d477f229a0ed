import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import type { Period } from '../time/calendar.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';
import { engagementKey } from './content.ts';
import type { EngagementContent } from './fields.ts';
import { type MissionCode, type MissionFramework, type Role, SINGLE_ROLES } from './mission.ts';

/** A teacher's description of one engagement: its school and its content. */
export type Declaration = Pick<Engagement, 'uai'> & EngagementContent;

/** A notice to the author of an engagement. The engagement is accepted all the same. */
export type DeclarationNotice =
  /** Shares days with another engagement of the same person. The common days count once. */
  | { readonly kind: 'overlap'; readonly reference: string }
  /** Another person's confirmed engagement holds the single role on a common day. The clash must be settled
   *  before confirmation. */
  | { readonly kind: 'role-held'; readonly role: Role }
  /** The local authority has no authorisation on these days, so the mission does not count. */
  | { readonly kind: 'not-authorised'; readonly mission: MissionCode }
  /** The mission is recorded but never counts, authorised or not. */
  | { readonly kind: 'uncounted'; readonly mission: MissionCode };

/** The records with which a declared engagement is compared. */
export interface DeclarationSurroundings {
  /** All engagements of the person. */
  readonly own: readonly Engagement[];
  /** Countable engagements of anybody that hold a single role at the school. */
  readonly singleRoles: readonly Engagement[];
  readonly authorisations: readonly Authorisation[];
  readonly framework: MissionFramework;
}

/** The notices in this order: overlaps, single roles held by others, conditional missions without
 *  authorisation, missions that never count. */
export function deriveDeclarationNotices(
  engagement: Engagement,
  { own, singleRoles, authorisations, framework }: DeclarationSurroundings,
): readonly DeclarationNotice[] {
  const overlapping = own.filter(
    (other) => other.reference !== engagement.reference && shareDays(other.period, engagement.period),
  );
  const held = SINGLE_ROLES.filter(
    (role) =>
      engagement.roles.includes(role) &&
      singleRoles.some(
        (other) =>
          other.personId !== engagement.personId &&
          other.uai === engagement.uai &&
          isCountable(other.confirmation) &&
          other.roles.includes(role) &&
          shareDays(other.period, engagement.period),
      ),
  );
  const uncounted = engagement.missions.filter(
    (mission) => framework.missions.get(mission)?.elementary === false,
  );
  const refused = engagement.missions.filter(
    (mission) =>
      !uncounted.includes(mission) &&
      framework.missions.get(mission)?.conditional &&
      !authorisations.some(
        (one) =>
          one.uai === engagement.uai && one.mission === mission && shareDays(one.period, engagement.period),
      ),
  );
  return [
    ...overlapping.map(({ reference }) => ({ kind: 'overlap' as const, reference })),
    ...held.map((role) => ({ kind: 'role-held' as const, role })),
    ...refused.map((mission) => ({ kind: 'not-authorised' as const, mission })),
    ...uncounted.map((mission) => ({ kind: 'uncounted' as const, mission })),
  ];
}

/** Whether its author may still change or withdraw it: it was declared in the service, and no decision was
 *  taken on it. */
export function isStillOpen(
  { reference, confirmation, decided }: Engagement,
  declared: readonly string[],
): boolean {
  return declared.includes(reference) && confirmation === 'requested' && decided === undefined;
}

/** An engagement of the person with the same content. */
export function findRepeated<Segment extends Declaration>(
  declaration: Declaration,
  own: readonly Segment[],
): Segment | undefined {
  const key = engagementKey(declaration);
  return own.find((one) => engagementKey(one) === key);
}

function shareDays(a: Period, b: Period): boolean {
  return intersect(toDaySpan(a), toDaySpan(b)) !== undefined;
}
