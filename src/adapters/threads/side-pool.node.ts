import { Worker } from 'node:worker_threads';
import { DomainError, type DomainErrorCode, type ErrorParams } from '../../domain/errors.ts';

/** Runs slow work in threads that can be stopped. */
export interface SidePool {
  /** Throws what the task throws; `overloaded` where too many tasks wait; SideWorkEnded where the task was
   *  stopped. */
  run(task: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface SidePoolOptions {
  /** The built script that runs the tasks (side-work.node.ts). */
  readonly entry: string;
  readonly threads: number;
  /** The longest time that one task may take, from its start, in milliseconds. */
  readonly deadlineMs: number;
  /** The largest heap of one thread, in MiB. */
  readonly memoryMb: number;
  /** Tasks that may wait for a thread. */
  readonly maxWaiting: number;
}

/** The task took too much time or memory, and its thread was stopped. */
export class SideWorkEnded extends Error {
  override readonly name = 'SideWorkEnded';
}

/** What a thread answers to a task. */
export type SideAnswer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: DomainErrorCode; readonly params: ErrorParams }
  | { readonly kind: 'failed'; readonly reason: string };

interface Task {
  readonly message: { readonly task: string; readonly input: unknown };
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  current?: { readonly task: Task; readonly deadline: NodeJS.Timeout } | undefined;
  idle?: NodeJS.Timeout | undefined;
}

/** A thread without work is stopped after a minute, which frees its memory. */
const IDLE_MS = 60_000;

/** Starts threads when there is work for them. A thread does one task at a time, and is replaced after it was
 *  stopped. */
export function makeSidePool({
  entry,
  threads,
  deadlineMs,
  memoryMb,
  maxWaiting,
}: SidePoolOptions): SidePool {
  const waiting: Task[] = [];
  const started = new Set<Thread>();

  return {
    run(task, input) {
      if (waiting.length >= maxWaiting) return Promise.reject(new DomainError('overloaded'));
      return new Promise((resolve, reject) => {
        waiting.push({ message: { task, input }, resolve, reject });
        assign();
      });
    },
    async close() {
      for (const task of waiting.splice(0)) task.reject(new DomainError('overloaded'));
      await Promise.all([...started].map((thread) => end(thread, 'the service stops')));
    },
  };

  function assign(): void {
    const free = [...started].find((thread) => !thread.current);
    if (waiting.length === 0 || (!free && started.size >= threads)) return;
    const thread = free ?? start();
    const task = waiting.shift();
    if (!task) return;
    clearTimeout(thread.idle);
    const deadline = setTimeout(() => void end(thread, `longer than ${deadlineMs} ms`), deadlineMs);
    thread.current = { task, deadline };
    // An idle thread does not keep the process alive; a working one does.
    thread.worker.ref();
    thread.worker.postMessage(task.message);
  }

  function start(): Thread {
    const worker = new Worker(entry, {
      // The thread gets no environment variables: it needs none, and they hold secrets.
      env: {},
      execArgv: [],
      // The young generation is kept small: if it moved to the old one at once and crossed its bound, the
      // whole process would end, not only the thread.
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 6 },
    });
    const thread: Thread = { worker };
    started.add(thread);
    worker.on('message', (answer: SideAnswer) => {
      const { current } = thread;
      if (!current) return;
      rest(thread);
      settle(current.task, answer);
      assign();
    });
    worker.on('error', (error: Error) => void end(thread, error.message));
    worker.on('exit', () => void end(thread, 'the thread ended'));
    return thread;
  }

  function rest(thread: Thread): void {
    clearTimeout(thread.current?.deadline);
    thread.current = undefined;
    thread.worker.unref();
    thread.idle = setTimeout(() => void end(thread, 'idle'), IDLE_MS).unref();
  }

  async function end(thread: Thread, reason: string): Promise<void> {
    if (!started.delete(thread)) return;
    clearTimeout(thread.idle);
    clearTimeout(thread.current?.deadline);
    thread.current?.task.reject(new SideWorkEnded(reason));
    thread.current = undefined;
    await thread.worker.terminate();
    assign();
  }
}

function settle(task: Task, answer: SideAnswer): void {
  switch (answer.kind) {
    case 'done':
      task.resolve(answer.value);
      break;
    case 'refused':
      task.reject(new DomainError(answer.code, answer.params));
      break;
    case 'failed':
      task.reject(new Error(answer.reason));
      break;
  }
}
