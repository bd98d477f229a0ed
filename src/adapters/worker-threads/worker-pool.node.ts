import { Worker } from 'node:worker_threads';
import { type Caller, makeFairQueue, SERVICE_ITSELF } from '#open-badges/fetching';
import { DomainError, type DomainErrorCode, type ErrorParams } from '../../domain/errors.ts';
import { makeSharedMemory, type SharedMemory } from './memory-budget.ts';

/** Runs slow work in threads that can be stopped. */
export interface WorkerPool {
  /** Throws what the task throws; `overloaded` if too many tasks wait and this caller has most of
   *  them; WorkerStopped if the task was stopped. `bytes` is what the task may take of the memory that this pool
   *  shares with others. */
  run(task: string, input: unknown, bytes?: number): Promise<unknown>;
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** The built script that runs the tasks (worker-thread.node.ts). */
  readonly entry: string;
  readonly threads: number;
  /** The longest time that one task may take, from its start, in milliseconds. */
  readonly deadlineMs: number;
  /** The largest heap of one thread, in MiB. Buffers and WebAssembly are outside of it. */
  readonly memoryMb: number;
  /** The most memory of one thread outside of its heap, in MiB. */
  readonly outsideMb: number;
  /** A thread without work is stopped after this time, which frees its memory; a minute where absent. */
  readonly idleMs?: number;
  /** Tasks that may wait for a thread. */
  readonly maxWaiting: number;
  /** Shared with other pools whose tasks are large. */
  readonly memory?: SharedMemory;
  /** For whom the service works now; the callers take turns. */
  readonly callerOf?: () => Caller;
  /** Called each time that too many tasks wait. */
  readonly onFull?: (() => void) | undefined;
}

/** The task took too much time or memory, and its thread was stopped. */
export class WorkerStopped extends Error {
  override readonly name = 'SideWorkEnded';
}

/** What a thread answers to a task. `keptBytes` is the memory that it holds, in its heap and outside. */
export type WorkerAnswer = WorkerOutcome & { readonly keptBytes?: number };
export type WorkerOutcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: DomainErrorCode; readonly params: ErrorParams }
  | { readonly kind: 'failed'; readonly reason: string };

interface Task {
  readonly message: { readonly task: string; readonly input: unknown };
  readonly bytes: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  current?:
    | { readonly task: Task; readonly deadline: NodeJS.Timeout; readonly look: NodeJS.Timeout }
    | undefined;
  idle?: NodeJS.Timeout | undefined;
}

const IDLE_MS = 60_000;
/** A thread that still holds more than this is replaced: WebAssembly gives nothing back, and a heap little. */
const MAX_RETAINED_BYTES = 96 * 1024 * 1024;
/** How often the memory of a thread is looked at while its task runs. */
const MEMORY_CHECK_INTERVAL_MS = 50;
const MEBIBYTE = 1024 * 1024;

/** Starts threads when there is work for them. A thread does one task at a time, and is replaced after it was
 *  stopped. */
export function makeWorkerPool({
  entry,
  threads,
  deadlineMs,
  memoryMb,
  outsideMb,
  maxWaiting,
  idleMs = IDLE_MS,
  memory = makeSharedMemory(Number.POSITIVE_INFINITY),
  callerOf = () => SERVICE_ITSELF,
  onFull,
}: WorkerPoolOptions): WorkerPool {
  const waiting = makeFairQueue<Task>({
    most: maxWaiting,
    onLost: (task) => task.reject(new DomainError('overloaded')),
    onFull,
  });
  const started = new Set<Thread>();
  memory.whenGiven(assign);

  return {
    run(task, input, bytes = 0) {
      return new Promise((resolve, reject) => {
        if (waiting.put(callerOf(), { message: { task, input }, bytes, resolve, reject })) assign();
        else reject(new DomainError('overloaded'));
      });
    },
    async close() {
      for (let task = waiting.take(); task; task = waiting.take()) task.reject(new DomainError('overloaded'));
      await Promise.all([...started].map((thread) => end(thread, 'the service stops')));
    },
  };

  function assign(): void {
    const free = [...started].find((thread) => !thread.current);
    if (!free && started.size >= threads) return;
    const task = waiting.take((_caller, { bytes }) => memory.isLeft(bytes));
    if (!task) return;
    memory.take(task.bytes);
    const thread = free ?? start();
    clearTimeout(thread.idle);
    const deadline = setTimeout(() => void end(thread, `longer than ${deadlineMs} ms`), deadlineMs);
    thread.current = { task, deadline, look: watchMemory(thread) };
    // An idle thread does not keep the process alive; a working one does.
    thread.worker.ref();
    thread.worker.postMessage(task.message);
  }

  /** Ends the thread where it holds too much during its task. What a task allocates outside of its heap is
   *  bound by arithmetic before; this finds what was forgotten there. */
  function watchMemory(thread: Thread): NodeJS.Timeout {
    const readOutside = makeOutsideReader(thread.worker);
    const look = async () => {
      const bytes = await readOutside().catch(() => 0);
      if (bytes > outsideMb * MEBIBYTE) await end(thread, `more than ${outsideMb} MiB outside of its heap`);
    };
    return setInterval(() => void look(), MEMORY_CHECK_INTERVAL_MS).unref();
  }

  function start(): Thread {
    const worker = startWorker(entry, memoryMb);
    const thread: Thread = { worker };
    started.add(thread);
    worker.on('message', (answer: WorkerAnswer) => {
      const { current } = thread;
      if (!current) return;
      if ((answer.keptBytes ?? 0) > MAX_RETAINED_BYTES) void end(thread, 'its memory', true);
      else rest(thread);
      settle(current.task, answer);
      assign();
    });
    worker.on('error', (error: Error) => void end(thread, error.message));
    worker.on('exit', () => void end(thread, 'the thread ended'));
    return thread;
  }

  function rest(thread: Thread): void {
    const bytes = forget(thread);
    thread.worker.unref();
    thread.idle = setTimeout(() => void end(thread, 'idle'), idleMs).unref();
    memory.giveBack(bytes);
  }

  /** `isDone` where the thread has given its answer. */
  async function end(thread: Thread, reason: string, isDone = false): Promise<void> {
    if (!started.delete(thread)) return;
    clearTimeout(thread.idle);
    if (!isDone) thread.current?.task.reject(new WorkerStopped(reason));
    const bytes = forget(thread);
    await thread.worker.terminate();
    memory.giveBack(bytes);
    assign();
  }
}

function startWorker(entry: string, memoryMb: number): Worker {
  return new Worker(entry, {
    // The thread gets no environment variables: it needs none, and they hold secrets.
    env: {},
    execArgv: [],
    // The young generation is kept small: if it moved to the old one at once and crossed its bound, the
    // whole process would end, not only the thread.
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 6 },
  });
}

/** The bytes that its task may have taken. */
function forget(thread: Thread): number {
  const bytes = thread.current?.task.bytes ?? 0;
  clearTimeout(thread.current?.deadline);
  clearInterval(thread.current?.look);
  thread.current = undefined;
  return bytes;
}

/** Reads the buffers and the WebAssembly of a thread, also while it works. Node before 22.16 cannot see into a
 *  thread: there, the growth of the whole process counts. */
function makeOutsideReader(worker: Worker): () => Promise<number> {
  if (typeof worker.getHeapStatistics === 'function') {
    return async () => (await worker.getHeapStatistics()).external_memory;
  }
  const before = process.memoryUsage.rss();
  return async () => process.memoryUsage.rss() - before;
}

function settle(task: Task, answer: WorkerAnswer): void {
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
