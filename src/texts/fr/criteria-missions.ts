import type { AskedMissions, AskedWords, LackingMissions } from '../criteria/phrase-book.ts';
import { and, counted, or, quotedRole } from './criteria-words.ts';

function withRole(roles: AskedMissions['roles']): string {
  return roles.length === 0 ? '' : ` avec le rôle ${or(roles.map(quotedRole))}`;
}

export function missionsAsked({ of, atLeast, roles }: AskedMissions, { missions }: AskedWords): string {
  if (of.length === 1) return `${missions(of)} assurée${withRole(roles)}`;
  if (atLeast === of.length) return `${missions(of)} assurées${withRole(roles)}`;
  return `au moins ${counted(atLeast, 'mission assurée', 'missions assurées')} parmi ${and(of)}${withRole(roles)}`;
}

export function missionsLacking({ left, count, roles }: LackingMissions, { missions }: AskedWords): string {
  if (left.length === count) return `${missions(left)}${withRole(roles)}`;
  return `${counted(count, 'mission', 'missions')} parmi ${and(left)}${withRole(roles)}`;
}
