/** The JWT algorithms that are verified here, each with its kind of key. */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  RS256: 'RSA',
  ES256: 'EC',
  EdDSA: 'OKP',
  Ed25519: 'OKP',
};
/** The algorithms that the certification guide of Open Badges does not name. */
export const OUTSIDE_GUIDE: ReadonlySet<string> = new Set(['EdDSA', 'Ed25519']);
