import type { MissionRow, MissionSplit, RoleRow } from './mission-split.ts';

/** Roles that no person holds or asks for. */
export function findVacantRoles({ roles }: MissionSplit): readonly RoleRow[] {
  return roles.filter(({ nobody }) => nobody);
}

/** Missions held without an authorisation of the local authority. */
export function findUnauthorised({ missions }: MissionSplit): readonly MissionRow[] {
  return missions.filter(({ cells }) => cells.some(({ unauthorised }) => unauthorised));
}

/** A conditional mission that no person holds and that is not authorised yet. It is not a gap. */
export function isClosed({ nobody, conditional, authorised }: MissionRow): boolean {
  return nobody && conditional && !authorised;
}
