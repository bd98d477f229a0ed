import type { RequiredMissions, RequirementPhraseInput } from '../../criteria/phrase-book.ts';
import type * as fr from '../../fr/criteria/missions.ts';
import { and, counted, number, or } from './numbers-and-names.ts';

function withRole(roles: RequiredMissions['roles'], role: RequirementPhraseInput['role']): string {
  return roles.length === 0 ? '' : ` with the role ${or(roles.map(role))}`;
}

export const requiredMissionsPhrase: typeof fr.requiredMissionsPhrase = (
  { of, atLeast, roles },
  { missions, each, role },
) =>
  atLeast === of.length
    ? `${missions(of)} covered${withRole(roles, role)}`
    : `at least ${number(atLeast)} of missions ${and(each(of))} covered${withRole(roles, role)}`;

export const missionsLacking: typeof fr.missionsLacking = (
  { left, count, roles },
  { missions, each, role },
) =>
  left.length === count
    ? `${missions(left)}${withRole(roles, role)}`
    : `${counted(count, 'mission', 'missions')} among ${and(each(left))}${withRole(roles, role)}`;
