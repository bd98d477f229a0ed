import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';
import type { Period } from '../time/time.ts';
import type { Uai } from '../uai.ts';
import { type MissionCode, type MissionFramework, type Role, SINGLE_ROLES } from './mission.ts';

/** What a teacher says of one segment: where, when, which missions and roles. */
export interface Declaration {
  readonly uai: Uai;
  readonly period: Period;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
}

/** What its author should know of a segment: it is accepted all the same. */
export type DeclarationNotice =
  /** Shares days with another of the person's segments: common days count once. */
  | { readonly kind: 'overlap'; readonly reference: string }
  /** Somebody else's confirmed segment holds the single role at the same time: a clash to settle before confirmation. */
  | { readonly kind: 'role-held'; readonly role: Role }
  /** No authorisation of the local authority on these days: the mission does not count. */
  | { readonly kind: 'not-authorised'; readonly mission: MissionCode }
  /** The mission is on record and belongs to no count, authorised or not. */
  | { readonly kind: 'uncounted'; readonly mission: MissionCode };

export interface DeclarationSurroundings {
  /** All of the person's segments. */
  readonly own: readonly Engagement[];
  /** Countable segments that hold a single role at the school, whoever they belong to. */
  readonly singleRoles: readonly Engagement[];
  readonly authorisations: readonly Authorisation[];
  readonly framework: MissionFramework;
}

/** Overlaps, single roles already held, conditional missions without authorisation, and missions of no count, in this
 *  order. */
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

/** May its author still change or withdraw it? Declared in the service, and nobody has decided about it. */
export function isStillOpen(
  { reference, confirmation, decided }: Engagement,
  declared: readonly string[],
): boolean {
  return declared.includes(reference) && confirmation === 'requested' && decided === undefined;
}

/** What makes a declared segment this one and no other of the same person: where, when, which missions and roles. */
export function segmentKey({ uai, period, missions, roles }: Declaration): string {
  const lists = [missions, roles].map((codes) => codes.toSorted().join('|'));
  return [uai, period.from, period.to ?? '', ...lists].join(';');
}

/** The segment of theirs that says the same already. */
export function findRepeated<Segment extends Declaration>(
  declaration: Declaration,
  own: readonly Segment[],
): Segment | undefined {
  const key = segmentKey(declaration);
  return own.find((one) => segmentKey(one) === key);
}

function shareDays(a: Period, b: Period): boolean {
  return intersect(toDaySpan(a), toDaySpan(b)) !== undefined;
}
