import { type WorkerPool, WorkerStopped } from '../adapters/worker-threads/worker-pool.node.ts';
import { DomainError } from '../domain/errors.ts';
import type { WorkerTasks } from './worker-thread.node.ts';

export function run<Name extends keyof WorkerTasks>(
  pool: WorkerPool,
  ...[task, input, bytes]: [Name, Parameters<WorkerTasks[Name]>[0], number?]
): Promise<Awaited<ReturnType<WorkerTasks[Name]>>> {
  return pool.run(task, input, bytes) as Promise<Awaited<ReturnType<WorkerTasks[Name]>>>;
}

/** An ended thread is a fault of the file. */
export async function ofFile<Read>(name: string, read: Promise<Read>): Promise<Read> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    throw new DomainError('unreadable-file', { name, reason: 'too-slow' });
  }
}
