import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { D1Database, D1Result, D1Statement } from '../../src/adapters/storage/engines/d1.worker.ts';

/** Asks D1 for what it is sent. Bytes come as `{ bytes }`, and an absent value as `{}`, since JSON has neither. */
const SCRIPT = `
const toValue = (sent) => {
  if (sent === null || typeof sent !== 'object') return sent;
  return sent.bytes === undefined ? undefined : new Uint8Array(sent.bytes);
};
const toStatement = (database, { sql, values }) => {
  const prepared = database.prepare(sql);
  return values ? prepared.bind(...values.map(toValue)) : prepared;
};
const answer = async (request, { DB }) => {
  const { statements, isBatch } = await request.json();
  const made = statements.map((one) => toStatement(DB, one));
  const all = isBatch ? await DB.batch(made) : [await made[0].all()];
  return { all: all.map(({ results, meta }) => ({ results, meta })) };
};
export default {
  fetch: (request, env) =>
    answer(request, env).then(Response.json, ({ name, message }) => Response.json({ failed: { name, message } })),
};`;

interface SqlRequest {
  readonly sql: string;
  readonly values?: readonly unknown[];
}

interface Statement extends D1Statement {
  readonly asked: SqlRequest;
}

type Answer =
  | { readonly all: readonly D1Result[]; readonly failed?: undefined }
  | { readonly failed: { readonly name: string; readonly message: string } };

export interface WorkerdDatabase {
  readonly database: D1Database;
  close(): Promise<void>;
}

/** The D1 of workerd with its files in this folder. A Worker next to it takes the statements of a call in one request:
 *  wrangler's own bridge asks once for each step of each statement, and waits with the whole process. */
export function openD1InWorkerd({ folder, id }: { folder: string; id: string }): WorkerdDatabase {
  const worker = { modules: true, script: SCRIPT, compatibilityDate: '2026-11-01' } as const;
  const workerd = new Miniflare({
    ...convertV4MiniflareOptions({ ...worker, d1Databases: { DB: id } }),
    resourcePersistencePath: folder,
  });
  const ask = async (statements: readonly SqlRequest[], isBatch: boolean): Promise<readonly D1Result[]> => {
    const body = JSON.stringify({ statements, isBatch });
    const response = await workerd.dispatchFetch('http://d1.example/', { method: 'POST', body });
    const answer = (await response.json()) as Answer;
    if (answer.failed === undefined) return answer.all;
    throw Object.assign(new Error(answer.failed.message), { name: answer.failed.name });
  };
  const toStatement = (asked: SqlRequest): Statement => ({
    asked,
    bind: (...values) => toStatement({ ...asked, values: values.map(toSent) }),
    async all() {
      const [result] = await ask([asked], false);
      return result as D1Result;
    },
  });
  return {
    database: {
      prepare: (sql) => toStatement({ sql }),
      batch: (statements) =>
        ask(
          statements.map((one) => (one as Statement).asked),
          true,
        ),
    },
    close: () => workerd.dispose(),
  };
}

function toSent(value: unknown): unknown {
  if (value === undefined) return {};
  return value instanceof Uint8Array ? { bytes: [...value] } : value;
}
