import { DomainError } from '../../domain/errors.ts';

/** A refusal in the form of the wallets' protocols (OpenID4VCI 1.0 §6.3, §8.3.1). */
export class WalletRejection extends Error {
  override readonly name = 'WalletRefusal';
  readonly error: WalletError;
  constructor(error: WalletError, description: string) {
    super(description);
    this.error = error;
  }
}

export type WalletError =
  | 'invalid_request'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_token'
  | 'invalid_proof'
  | 'invalid_nonce'
  | 'invalid_credential_request'
  | 'unknown_credential_configuration'
  | 'not_found';

/** Throws the refusal where the commit was refused, because another request came first. */
export function refuseConflict(rejection: WalletRejection): (error: unknown) => never {
  return (error) => {
    throw error instanceof DomainError && error.code === 'store-conflict' ? rejection : error;
  };
}
