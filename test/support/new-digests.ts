import { randomBytes } from 'node:crypto';
import type { SignedDigests } from '../../src/domain/badge-log/entries.ts';

/** Digests of a document that no one has signed. */
export function newDigests(): SignedDigests {
  const digest = () => randomBytes(32).toString('hex');
  return { document: digest(), jws: digest() } as SignedDigests;
}
