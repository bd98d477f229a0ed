import type { ApiToken } from '../../domain/access/api-token.ts';

/** Reads the tokens of the API. */
export interface TokenReader {
  readTokenByHash(secretHash: string): Promise<ApiToken | undefined>;
  /** Every token, the newest first, including ended and revoked ones. */
  readTokens(): Promise<readonly ApiToken[]>;
}
