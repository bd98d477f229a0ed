import type { Context } from 'hono';
import type { AppEnv } from '../../adapters/http/env.ts';
import { type WalletError, WalletRejection } from './actions-refusal.ts';

const STATUS: Readonly<Partial<Record<WalletError, 401 | 404>>> = { invalid_token: 401, not_found: 404 };

type Answer = (c: Context<AppEnv>) => Promise<Response>;

/** Answers a refusal in the protocol's form. No answer of these endpoints may be stored. */
export function refusing(action: Answer): Answer {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      return await action(c);
    } catch (error) {
      if (!(error instanceof WalletRejection)) throw error;
      if (error.error === 'invalid_token') c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
      const body = { error: error.error, error_description: error.message.replaceAll(/[^ -~]|["\\]/g, '') };
      return c.json(body, STATUS[error.error] ?? 400);
    }
  };
}

/** The secret in an address. */
export function secretOf(c: Context<AppEnv>): string {
  const secret = c.req.param('secret') ?? '';
  if (!/^[\w-]{44}$/.test(secret)) throw new WalletRejection('not_found', 'there is no such offer');
  return secret;
}
