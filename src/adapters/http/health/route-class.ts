/** The class of each page, by the first part of its address: a figure names no page and no badge. */
const CLASSES: Readonly<Record<string, string>> = {
  '': 'home',
  credentials: 'badge',
  profiles: 'badge',
  badges: 'catalogue',
  referentiel: 'catalogue',
  verify: 'verify',
  status: 'status-list',
  issuer: 'issuer',
  keys: 'issuer',
  '.well-known': 'issuer',
  api: 'api',
  ims: 'api',
  'vc-api': 'api',
  oauth: 'api',
  oid4vci: 'api',
  log: 'log',
  'sign-in': 'sign-in',
  my: 'my',
  school: 'school',
  dane: 'dane',
  assets: 'assets',
  health: 'operations',
  metrics: 'operations',
};

const KNOWN = new Map(Object.entries(CLASSES));

/** The class of the page at a path, which may have a query. */
export function pageClassOf(path: string): string {
  let end = 1;
  while (end < path.length && path[end] !== '/' && path[end] !== '?') end += 1;
  return KNOWN.get(path.slice(1, end)) ?? 'other';
}
