import type { SettingError } from '../domain/settings/error.ts';

/** The place of the database, in words that may be shown. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  /** `server` is host, port and name; the account is in the secrets. */
  | { readonly kind: 'postgres'; readonly server: string };

/** The database where none is named, outside production only. */
export const LOCAL_DATABASE = 'sqlite:./var/jalon.db';

export function toDatabase(url: string): DatabaseConfig {
  if (!isPostgresUrl(url)) return { kind: 'sqlite', file: url.slice('sqlite:'.length) };
  const { host, pathname } = new URL(url);
  return { kind: 'postgres', server: `${host}${pathname}` };
}

/** `postgres://user:password@host:port/database` or `postgresql://…`. */
export function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

export function databaseErrors(url = LOCAL_DATABASE): readonly SettingError[] {
  if (/^sqlite:.+/.test(url) || isPostgresUrl(url)) return [];
  return [{ name: 'DATABASE_URL', code: 'wrong-form', form: { kind: 'database' } }];
}
