/** The parts of the rules of Open Badges 2.0: the three documents of a hosted badge, and the kinds of values
 *  that 1EdTech's validator core knows. They use nothing of our own reader. */

export const ADDRESS = 'claire.dupont@ac-test.example';
export const LEGACY_CONTEXT = 'https://w3id.org/openbadges/v2';

export type Node = Record<string, unknown>;
export interface Documents {
  readonly assertion: Node;
  readonly badge: Node;
  readonly issuer: Node;
  /** Media types at the addresses of images. */
  readonly images: Readonly<Record<string, string>>;
  /** The addresses from which the three were served. */
  readonly served: { readonly assertion: string; readonly badge: string; readonly issuer: string };
}
type Broken = (documents: { assertion: Node; badge: Node; issuer: Node }) => void;
/** The requirement, whether it holds, and a change that breaks it. */
export type Rule = readonly [string, (documents: Documents) => boolean, Broken];

export const isText = (value: unknown) => typeof value === 'string' && value !== '';
export const isIri = (value: unknown) =>
  typeof value === 'string' && /^(https?:\/\/|urn:uuid:)/.test(value) && URL.canParse(value);
export const isUrl = (value: unknown) =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
export const node = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Node) : {});
/** ISO 8601 with a zone, by the validator's own expression. */
export const isDateTime = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
export const isHash = (value: unknown) =>
  typeof value === 'string' && /^(sha256\$[0-9a-fA-F]{64}|md5\$[0-9a-fA-F]{32})$/.test(value);
/** Properties that take one value: a list of two is a fault. */
export const isSingle = (value: unknown) => !Array.isArray(value) || value.length <= 1;
export const host = (value: unknown) => new URL(String(value)).host;
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
export const isPicture = (type: string | undefined) => type === 'image/png' || type === 'image/svg+xml';
