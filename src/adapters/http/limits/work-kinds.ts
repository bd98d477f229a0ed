/** Limits of the application's work, for one caller and for all together. */
export interface Limits {
  /** Number of trusted proxies in front, which write `X-Forwarded-For`. */
  readonly trustedProxies: number;
  /** Requests of each kind that one caller may make in a minute; 0 means no limit. */
  readonly perMinute: Readonly<Record<WorkKind, number>>;
  /** Bytes of all bodies that are being read or processed. */
  readonly bodyBytes: number;
}

/** `request` is every request; `file` is a picture, PDF or table that is made on request; `registration` is a
 *  program that registers itself. */
export type WorkKind =
  | 'request'
  | 'verification'
  | 'sign-in'
  | 'form'
  | 'file'
  | 'api-write'
  | 'registration';

interface ClassifiedRequest {
  readonly method: string;
  readonly path: string;
  /** Whether the address contains something to verify. */
  readonly hasUrl: boolean;
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const VERIFIES = /^\/(verify|api\/v1\/verifications|vc-api\/(credentials|presentations)\/verify)$/;
/** A badge sent to these addresses is verified before it is kept. */
const TAKES_BADGES = /^\/(ims\/ob\/v3p0\/credentials|my\/badges\/elsewhere(\/[^/]+\/check)?)$/;
const FOR_PROGRAMS = /^\/((api|ims|vc-api|oid4vci)\/|oauth\/(token|revoke)$)/;
const REGISTERS = '/oauth/register';
const SIGNS_IN = /^\/sign-in\/./;
const FILE = /\.(png|pdf|xlsx|csv)$/;

/** The kind of work of a request; undefined if it only reads a page or a document. */
export function workKindOf({
  method,
  path,
  hasUrl,
}: ClassifiedRequest): Exclude<WorkKind, 'request'> | undefined {
  const isRead = READS.has(method);
  if (VERIFIES.test(path)) return !isRead || hasUrl ? 'verification' : undefined;
  if (!isRead && TAKES_BADGES.test(path)) return 'verification';
  if (!isRead && path === REGISTERS) return 'registration';
  if (SIGNS_IN.test(path)) return 'sign-in';
  if (!isRead) return FOR_PROGRAMS.test(path) ? 'api-write' : 'form';
  return FILE.test(path) ? 'file' : undefined;
}
