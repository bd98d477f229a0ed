import { tokenNameOf, tokenState } from '../../domain/access/api-token.ts';
import { personIdsAmong } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';

/** The actor of the command line, which works on the database itself. */
export const COMMAND_LINE = 'cli';

/** Whether the author of a decision that waited may still decide: the agent still is one, the program's token
 *  is still valid. The command line is whoever holds the database. */
export async function mayStill({ store, clock }: Ports, madeBy: string): Promise<boolean> {
  if (madeBy === COMMAND_LINE) return true;
  const name = tokenNameOf(madeBy);
  if (name === undefined) {
    const [agent] = await store.readPeople(personIdsAmong([madeBy]));
    return agent?.profiles.includes('dane') ?? false;
  }
  const tokens = await store.readTokens();
  const own = tokens.filter((token) => token.name === name && token.role === 'dane');
  return own.some((token) => tokenState(token, clock.now()) === 'active');
}
