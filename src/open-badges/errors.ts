/** Why the library refuses something. `unreadable-file`: damaged or unexpected bytes. `invalid-request`: a wrong
 *  argument. `unsafe-credential`: a credential that other verifiers could not read or would read otherwise. */
export type OpenBadgesErrorCode = 'unreadable-file' | 'invalid-request' | 'unsafe-credential';

/** Values that explain an error. */
export type OpenBadgesErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An error of the library. A judgment ("signature invalid") is a value of the report and is never thrown. */
export class OpenBadgesError extends Error {
  override readonly name = 'OpenBadgesError';
  readonly code: OpenBadgesErrorCode;
  readonly params: OpenBadgesErrorParams;
  constructor(code: OpenBadgesErrorCode, params: OpenBadgesErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }
}

/** Whether the error has this code. A port may throw errors of a class of its own. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === code;
}
