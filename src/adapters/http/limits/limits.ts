/** What the application takes on, from one caller and from all together. */
export interface Limits {
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** By kind of work, how many a minute one caller may ask for; 0: any number. */
  readonly perMinute: Readonly<Record<WorkKind, number>>;
  /** Bodies that are being read or worked on, in all. */
  readonly bodyBytes: number;
}

/** `request`: every one of them; `file`: pictures, PDF and tables that are made when they are asked for. */
export type WorkKind = 'request' | 'verification' | 'sign-in' | 'form' | 'file' | 'api-write';

interface Asked {
  readonly method: string;
  readonly path: string;
  /** Whether the address gives something to verify. */
  readonly hasUrl: boolean;
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const VERIFIES = /^\/(verify|api\/v1\/verifications|vc-api\/(credentials|presentations)\/verify)$/;
const FOR_PROGRAMS = /^\/(api|ims|vc-api)\//;
const SIGNS_IN = /^\/sign-in\/./;
const FILE = /\.(png|pdf|xlsx|csv)$/;

/** The kind of work of a request, besides that it is one; undefined where a page or a document is read. */
export function workKindOf({ method, path, hasUrl }: Asked): Exclude<WorkKind, 'request'> | undefined {
  const isRead = READS.has(method);
  if (VERIFIES.test(path)) return !isRead || hasUrl ? 'verification' : undefined;
  if (SIGNS_IN.test(path)) return 'sign-in';
  if (!isRead) return FOR_PROGRAMS.test(path) ? 'api-write' : 'form';
  return FILE.test(path) ? 'file' : undefined;
}
