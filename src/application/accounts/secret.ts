import type { Ids } from '../ports.ts';

/** 256 random bits. */
export function makeSecret(ids: Pick<Ids, 'credentialId'>): string {
  return `${ids.credentialId()}${ids.credentialId()}`;
}
