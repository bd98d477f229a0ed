import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface StoredPayload {
  readonly payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Keeps what the local provider remembers, in memory. A restart forgets it all; expired entries are
 *  removed. */
export function makeMemoryAdapter(): AdapterFactory {
  const cached = new Map<string, StoredPayload>();
  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    const read = (key: string) => {
      const found = cached.get(key);
      return found && found.until > Date.now() ? found.payload : undefined;
    };
    const readWhere = (property: 'uid' | 'userCode', value: string) =>
      [...cached].find(
        ([key, { payload }]) => key.startsWith(`${model}:`) && payload[property] === value,
      )?.[0];
    return {
      async upsert(id, payload, expiresIn) {
        sweep(cached);
        cached.set(keyOf(id), { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
      },
      find: async (id) => read(keyOf(id)),
      findByUid: async (uid) => read(readWhere('uid', uid) ?? ''),
      findByUserCode: async (userCode) => read(readWhere('userCode', userCode) ?? ''),
      async consume(id) {
        const found = cached.get(keyOf(id));
        if (found) found.payload['consumed'] = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void cached.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of cached) if (payload.grantId === grantId) cached.delete(key);
      },
    };
  };
}

function sweep(cached: Map<string, StoredPayload>): void {
  for (const [key, { until }] of cached) if (until <= Date.now()) cached.delete(key);
}
