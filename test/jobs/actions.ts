import type { PersonId } from '../../src/domain/ids.ts';
import type { Job, JobCommand } from '../../src/domain/job/types.ts';
import type { NodeContext } from '../../src/node.ts';

/** What an agent does to the queue of decisions in one process. */
export type Action =
  | { readonly act: 'decide'; readonly command: JobCommand; readonly agent: PersonId }
  | { readonly act: 'begin'; readonly command: JobCommand; readonly agent: PersonId }
  | { readonly act: 'take-back'; readonly id: string; readonly agent: PersonId }
  | { readonly act: 'advance'; readonly id: string }
  | { readonly act: 'grant'; readonly person: PersonId; readonly achievement: string };

/** What the process was told. */
export interface ActionResult {
  readonly job?: Job | undefined;
  /** The code of a refusal. */
  readonly code?: string;
  readonly granted?: number;
}

/** Does an act by the use cases of one process, as a page or a command would. */
export async function performAction(
  { services, ports }: Pick<NodeContext, 'services' | 'ports'>,
  action: Action,
): Promise<ActionResult> {
  try {
    switch (action.act) {
      case 'decide': {
        const { id } = await services.beginJob(action.command, action.agent);
        return { job: await toItsEnd(id) };
      }
      case 'begin':
        return { job: await services.beginJob(action.command, action.agent, 600) };
      case 'take-back':
        return { job: await services.takeBackJob({ id: action.id, actor: action.agent }) };
      case 'advance':
        return { job: await toItsEnd(action.id) };
      case 'grant': {
        const scope = { kind: 'person-id' as const, id: action.person, achievement: action.achievement };
        let granted = 0;
        for await (const { kind } of services.grantAwards({ scope, actor: 'cli' })) {
          if (kind === 'granted') granted += 1;
        }
        return { granted };
      }
    }
  } catch (error) {
    return { code: (error as { readonly code?: string }).code ?? String(error) };
  }

  async function toItsEnd(id: string): Promise<Job | undefined> {
    for (;;) {
      const job = await services.advanceJob(id);
      if (!job || job.finishedAt) return job && (await ports.store.readJob(id));
    }
  }
}
