/** What is used of the binding of a D1 database. Cloudflare's own types would replace those of the DOM everywhere. */
export interface D1Database {
  prepare(sql: string): D1Statement;
  /** All of the statements or none, in order. */
  batch(statements: readonly D1Statement[]): Promise<readonly D1Result[]>;
}

export interface D1Statement {
  bind(...values: readonly unknown[]): D1Statement;
  all(): Promise<D1Result>;
}

export interface D1Result {
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly meta: { readonly changes: number };
}
