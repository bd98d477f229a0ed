import packageOfProgram from '../../package.json' with { type: 'json' };

/** The version of the program. */
export const { version: VERSION } = packageOfProgram;

let id: string | undefined;

/** A short name of this process, which tells it from others on the same database. It is drawn at the first use,
 *  because a Worker may draw nothing before its first request. */
export function processId(): string {
  id ??= crypto.randomUUID().slice(0, 8);
  return id;
}
