import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';

const HOSTS_FILE = '/etc/hosts';
/** A larger file is not read: it is a list of blocked names, and no names of a network. */
const LARGEST_CHARACTERS = 65_536;
/** How long its content is believed. */
const HOSTS_CACHE_MS = 60_000;

/** The addresses that the machine's own file gives to a name (hosts(5)). The resolver of names asks servers
 *  only, and a service may have been given a name there by its operator. */
export function makeHostNames(file = HOSTS_FILE, now = () => performance.now()) {
  let saved: { readonly names: ReadonlyMap<string, readonly string[]>; readonly until: number } | undefined;
  return async (host: string): Promise<readonly string[]> => {
    if (saved === undefined || now() >= saved.until) {
      const text = await readFile(file, 'utf8').catch(() => '');
      saved = { names: parseHosts(text), until: now() + HOSTS_CACHE_MS };
    }
    return saved.names.get(host.toLowerCase()) ?? [];
  };
}

function parseHosts(text: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  if (text.length > LARGEST_CHARACTERS) return names;
  for (const line of text.split('\n')) {
    const [address = '', ...hosts] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (isIP(address) === 0) continue;
    for (const host of hosts) {
      const name = host.toLowerCase();
      names.set(name, [...(names.get(name) ?? []), address]);
    }
  }
  return names;
}
