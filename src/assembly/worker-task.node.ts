import { type SidePool, SideWorkEnded } from '../adapters/worker-threads/worker-pool.node.ts';
import { DomainError } from '../domain/errors.ts';
import type { SideTasks } from './worker-thread.node.ts';

export function run<Name extends keyof SideTasks>(
  pool: SidePool,
  ...[task, input, bytes]: [Name, Parameters<SideTasks[Name]>[0], number?]
): Promise<Awaited<ReturnType<SideTasks[Name]>>> {
  return pool.run(task, input, bytes) as Promise<Awaited<ReturnType<SideTasks[Name]>>>;
}

/** An ended thread is a fault of the file. */
export async function ofFile<Read>(name: string, read: Promise<Read>): Promise<Read> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof SideWorkEnded)) throw error;
    throw new DomainError('unreadable-file', { name, reason: 'too-slow' });
  }
}
