import type { Caller } from '#open-badges/fetching';
import { makeCallers } from '../../src/adapters/http/limits/caller.ts';

/** A caller in a network of its own, or in this one. */
export const callerOf = (address: string, network = address): Caller => ({ network, address });

/** The caller of a connection from this address, with what a proxy wrote. */
export function anonymousFrom(address: string, forwardedFor?: string, trustedProxies = 0): Caller {
  const headers = { ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }) };
  return makeCallers(trustedProxies).of({ socket: { remoteAddress: address }, headers });
}
