import type { Random } from '../../demo/random.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import type { Handles } from '../races/fixture.ts';
import type { Aim } from './aims.ts';
import type { Outside } from './outside.ts';
import type { Process } from './process.ts';
import type { Place } from './sqlite-instance.ts';

/** Where an act happens: one process of the life, the things that it may name, and its own chance. */
export interface Scene {
  readonly process: Process;
  readonly handles: Handles;
  readonly random: Random;
  readonly outside: Outside;
  readonly place: Place;
  readonly today: LocalDate;
  backUp(): Promise<void>;
  restore(): Promise<void>;
  restart(): Promise<void>;
}

/** What the author of an act was told. `looked`: it was an act that only looks. `idle`: it found nothing to change.
 *  `died`: its process ended first. */
export interface ActionResult {
  readonly outcome: 'done' | 'idle' | 'refused' | 'unavailable' | 'looked' | 'died' | 'broken';
  readonly what: string;
}

/** Something that someone does in the life. */
export interface SimulatedAction {
  readonly name: string;
  /** How often it is drawn, next to the others. */
  readonly weight: number;
  /** Whether it is several commits, each an act by itself. */
  readonly isLong?: boolean;
  /** Whether it ends the processes, so that nothing of theirs is under way. */
  readonly isAlone?: boolean;
  /** What it needs. */
  readonly aim?: Aim | undefined;
  /** Whether it succeeds too if all is as it wants it already. */
  readonly mayChangeNothing?: boolean;
  run(scene: Scene): Promise<ActionResult>;
}

/** An act by its use case: a refusal is a `DomainError`. */
export function byUseCase(run: (scene: Scene) => Promise<unknown>): SimulatedAction['run'] {
  return refusable(async (scene) => {
    await run(scene);
    return { outcome: 'done', what: '' };
  });
}

/** An act whose author is told of a refusal by a `DomainError`. */
export function refusable(run: SimulatedAction['run']): SimulatedAction['run'] {
  return async (scene) => {
    try {
      return await run(scene);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { reason } = error.params;
      const what = typeof reason === 'string' ? `${error.code} ${reason}` : error.code;
      return { outcome: error.code === 'unavailable' ? 'unavailable' : 'refused', what };
    }
  };
}

/** What a browser is told by an answer. */
export async function actionResultOf(answer: Response): Promise<ActionResult> {
  await answer.arrayBuffer();
  const { status } = answer;
  const leads = answer.headers.get('Location') ?? '';
  if (status === 303) return { outcome: 'done', what: leads.replace(/[^?]*/, '') };
  if (status === 503) return { outcome: 'unavailable', what: '503' };
  if (status >= 500) return { outcome: 'broken', what: String(status) };
  return { outcome: status < 300 ? 'looked' : 'refused', what: String(status) };
}

/** An act of one commit. */
export const action = (
  name: string,
  weight: number,
  run: (scene: Scene) => Promise<unknown>,
): SimulatedAction => ({
  name,
  weight,
  run: byUseCase(run),
});
/** An act of several commits. */
export const long = (
  name: string,
  weight: number,
  run: (scene: Scene) => Promise<unknown>,
): SimulatedAction => ({
  ...action(name, weight, run),
  isLong: true,
});

/** The action, done on what is found for it. If there is none, another action begins one. */
export const onFound = (one: SimulatedAction, find: Aim['find'], begins?: string): SimulatedAction => ({
  ...one,
  aim: { find, ...(begins !== undefined && { begins }) },
});

/** Works on a job to its end. */
export async function finish({ process }: Scene, id: string): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    const job = await process.services.advanceJob(id);
    if (!job || job.finishedAt) return;
  }
}
