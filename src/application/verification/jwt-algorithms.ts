/** The kind of key of each algorithm of a JWT that is verified here. */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  RS256: 'RSA',
  ES256: 'EC',
  EdDSA: 'OKP',
  Ed25519: 'OKP',
};
/** Those that the certification guide of Open Badges does not name. */
export const OUTSIDE_GUIDE: ReadonlySet<string> = new Set(['EdDSA', 'Ed25519']);
