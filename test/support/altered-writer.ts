import type { CompiledQuery } from 'kysely';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import type { Change } from '../../src/domain/change/union.ts';

/** Makes the kind of change write only the statements that `keeps` lets through. Returns the function that puts the
 *  writer back. */
export function alterWriter(kind: Change['kind'], keeps: (sql: string) => boolean): () => void {
  const writers = WRITERS as Record<string, { readonly guard: unknown; readonly write: unknown }>;
  const whole = writers[kind] as { guard: unknown; write: unknown };
  const write = whole.write as ((...given: unknown[]) => CompiledQuery[]) & {
    readonly writeRun?: (...given: unknown[]) => CompiledQuery[];
  };
  const altered =
    (run: (...given: unknown[]) => CompiledQuery[]) =>
    (...given: unknown[]) =>
      run(...given).filter(({ sql }) => keeps(sql));
  const taken = write.writeRun ? { ...write, writeRun: altered(write.writeRun) } : altered(write);
  writers[kind] = { guard: { kind: 'as-stored' }, write: taken };
  return () => {
    writers[kind] = whole;
  };
}

/** Makes the kind write everything but its preconditions. */
export const extractPreconditions = (kind: Change['kind']) =>
  alterWriter(kind, (sql) => !sql.startsWith('insert into "premise"'));
