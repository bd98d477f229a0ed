import { type MissionFramework, ROLES, type Role } from '../domain/engagement/mission.ts';
import { withOffice } from './office.ts';

type RoleNames = Readonly<Record<Role, string>>;

interface Named {
  readonly framework: Pick<MissionFramework, 'roles'>;
  readonly language: 'fr' | 'en';
  /** The name of the office, which stands for « DANE » in a pack. */
  readonly office: string;
}

/** The names of all roles: those of the office's pack, else the given ones. */
export function roleNames(ours: RoleNames, { framework, language, office }: Named): RoleNames {
  const named = ROLES.flatMap((role): [Role, string][] => {
    const label = framework.roles.get(role)?.[language];
    return label === undefined ? [] : [[role, withOffice(label, office)]];
  });
  return { ...ours, ...Object.fromEntries(named) };
}
