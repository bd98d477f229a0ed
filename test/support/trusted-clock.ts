/** The settings of a service on a day that the tests have moved: the clocks of database servers and of other
 *  machines are not moved with theirs. */
export const TRUSTED_CLOCK: Readonly<Record<string, string>> = process.env['JALON_CLOCK']
  ? { TRUST_CLOCK: '1' }
  : {};
