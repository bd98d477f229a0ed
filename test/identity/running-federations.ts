import { type Federation, startFederation } from './federation.ts';
import { CLAIRE, JEANNE } from './people.ts';

const running: Federation[] = [];

/** Starts a federation, which runs until `stopFederations`. */
export async function runFederation(options: Parameters<typeof startFederation>[0]): Promise<Federation> {
  const federation = await startFederation(options);
  running.push(federation);
  return federation;
}

export const startProConnect = () => runFederation({ kind: 'proconnect', claims: CLAIRE });
export const startFim = () => runFederation({ kind: 'fim', claims: JEANNE });

/** Stops the running federations. */
export async function stopFederations(): Promise<void> {
  await Promise.all(running.splice(0).map((federation) => federation.stop()));
}
