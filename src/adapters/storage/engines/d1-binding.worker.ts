/** The parts of a D1 binding that are used. Cloudflare's own types would replace the DOM's everywhere. */
export interface D1Database {
  prepare(sql: string): D1Statement;
  /** Runs all of the statements or none, in order. */
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
