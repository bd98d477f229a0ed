import type {
  LackingMissions,
  RequiredMissions,
  RequirementPhraseInput,
} from '../../criteria/phrase-book.ts';
import { and, counted, or } from './numbers-and-names.ts';

function withRole(roles: RequiredMissions['roles'], role: RequirementPhraseInput['role']): string {
  return roles.length === 0 ? '' : ` avec le rôle ${or(roles.map(role))}`;
}

export function requiredMissionsPhrase(
  { of, atLeast, roles }: RequiredMissions,
  { missions, each, role }: RequirementPhraseInput,
): string {
  if (of.length === 1) return `${missions(of)} assurée${withRole(roles, role)}`;
  if (atLeast === of.length) return `${missions(of)} assurées${withRole(roles, role)}`;
  return `au moins ${counted(atLeast, 'mission assurée', 'missions assurées')} parmi ${and(each(of))}${withRole(roles, role)}`;
}

export function missionsLacking(
  { left, count, roles }: LackingMissions,
  { missions, each, role }: RequirementPhraseInput,
): string {
  if (left.length === count) return `${missions(left)}${withRole(roles, role)}`;
  return `${counted(count, 'mission', 'missions')} parmi ${and(each(left))}${withRole(roles, role)}`;
}
