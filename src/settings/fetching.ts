import type { SettingError } from '../domain/settings/error.ts';
import { secretText, zeroOrOne } from './shapes.ts';

/** The outgoing proxy for public documents. It is a secret: its address may hold an account. */
export interface FetchProxySecret {
  readonly url: string;
  /** Whether the operator states that the proxy refuses private networks. */
  readonly filters: boolean;
}

export const fetchingSettings = {
  FETCH_PROXY: secretText({ kind: 'web-address' }),
  FETCH_PROXY_FILTERS: zeroOrOne(),
};

interface FetchingSettings {
  readonly FETCH_PROXY?: string | undefined;
  readonly FETCH_PROXY_FILTERS?: string | undefined;
}

export function toFetchProxy(values: FetchingSettings): FetchProxySecret | undefined {
  const { FETCH_PROXY: url, FETCH_PROXY_FILTERS: filters } = values;
  return url ? { url, filters: filters === '1' } : undefined;
}

/** The address is never repeated, because it may hold a password. */
export function fetchingErrors(values: FetchingSettings): readonly SettingError[] {
  const { FETCH_PROXY: url, FETCH_PROXY_FILTERS: filters } = values;
  if (filters === '1' && !url)
    return [{ name: 'FETCH_PROXY', code: 'required-with', other: 'FETCH_PROXY_FILTERS' }];
  return url && !isProxy(url)
    ? [{ name: 'FETCH_PROXY', code: 'wrong-form', form: { kind: 'web-address' } }]
    : [];
}

function isProxy(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isPlain = hostname !== '' && pathname === '/' && !search && !hash;
  return /^https?:$/.test(protocol) && isPlain && isDecodable(username + password);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
