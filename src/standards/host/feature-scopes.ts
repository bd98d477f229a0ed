const BASE = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';

/** The scopes that a client can be granted (Open Badges 3.0, Scopes), by a short name. `offline_access` asks
 *  for tokens that can be renewed without the person. */
export const SCOPES = {
  'credential.readonly': `${BASE}credential.readonly`,
  'credential.upsert': `${BASE}credential.upsert`,
  'profile.readonly': `${BASE}profile.readonly`,
  'profile.update': `${BASE}profile.update`,
  offline_access: 'offline_access',
} as const;

export type Scope = keyof typeof SCOPES;

const NAMES = Object.keys(SCOPES) as readonly Scope[];

/** Reads a list of scopes separated by spaces. Each is returned once, in our order. Undefined if a scope
 *  is unknown or where the list gives access to nothing. */
export function parseScopes(text: string): readonly Scope[] | undefined {
  const stated = text.split(' ').filter((part) => part !== '');
  const known = new Set<string>(Object.values(SCOPES));
  if (!stated.every((part) => known.has(part))) return undefined;
  const scopes = NAMES.filter((name) => stated.includes(SCOPES[name]));
  return scopes.some((name) => name !== 'offline_access') ? scopes : undefined;
}

/** The scopes in the form in which clients write them. */
export function writeScopes(scopes: readonly Scope[]): string {
  return scopes.map((name) => SCOPES[name]).join(' ');
}

/** Whether every scope is among the granted ones. */
export function isWithin(scopes: readonly Scope[], granted: readonly Scope[]): boolean {
  return scopes.every((scope) => granted.includes(scope));
}
