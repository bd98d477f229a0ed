import type { ApiToken } from '../../domain/access/api-token.ts';

/** Tokens of the API. */
export interface TokenReader {
  readTokenByHash(secretHash: string): Promise<ApiToken | undefined>;
  /** Every token, the newest first, those that have ended or were revoked included. */
  readTokens(): Promise<readonly ApiToken[]>;
}
