import type { AskedMissions } from '../criteria/phrase-book.ts';
import type * as fr from '../fr/criteria-missions.ts';
import { and, counted, number, or, quotedRole } from './criteria-words.ts';

function withRole(roles: AskedMissions['roles']): string {
  return roles.length === 0 ? '' : ` with the role ${or(roles.map(quotedRole))}`;
}

export const missionsAsked: typeof fr.missionsAsked = ({ of, atLeast, roles }, { missions }) =>
  atLeast === of.length
    ? `${missions(of)} covered${withRole(roles)}`
    : `at least ${number(atLeast)} of missions ${and(of)} covered${withRole(roles)}`;

export const missionsLacking: typeof fr.missionsLacking = ({ left, count, roles }, { missions }) =>
  left.length === count
    ? `${missions(left)}${withRole(roles)}`
    : `${counted(count, 'mission', 'missions')} among ${and(left)}${withRole(roles)}`;
