import type { MissionRow, MissionSplit, RoleRow } from './mission-split.ts';

/** Roles that nobody holds or asks for. */
export function findVacantRoles({ roles }: MissionSplit): readonly RoleRow[] {
  return roles.filter(({ nobody }) => nobody);
}

/** Missions that somebody has here although the local authority does not allow them. */
export function findUnauthorised({ missions }: MissionSplit): readonly MissionRow[] {
  return missions.filter(({ cells }) => cells.some(({ unauthorised }) => unauthorised));
}

/** A conditional mission that nobody has and that nobody may have yet: no gap. */
export function isClosed({ nobody, conditional, authorised }: MissionRow): boolean {
  return nobody && conditional && !authorised;
}
