import { audit } from '../../src/domain/audit/entry.ts';
import { compareKeys } from '../../src/domain/keys/registry-check.ts';
import { drain } from './drain.ts';
import { byUseCase, type Scene, type SimulatedAction } from './operation.ts';
import { startPreviousVersion } from './previous-version.ts';
import type { Process } from './process.ts';

/** What the operator does, and what only time does. */
export const SURROUNDINGS: readonly SimulatedAction[] = [
  {
    name: 'a day is lived',
    weight: 5,
    isLong: true,
    run: byUseCase(async ({ process, outside }) => {
      for (let hour = 0; hour < 3; hour += 1) {
        await process.services.runMaintenance();
        outside.pass(3700);
      }
    }),
  },
  {
    name: 'strangers are looked at',
    weight: 0.5,
    isLong: true,
    run: byUseCase(({ process }) => process.services.runOutsideTasks()),
  },
  {
    name: 'keys are rotated',
    weight: 0.3,
    isLong: true,
    run: byUseCase(async (scene) => {
      const { outside, random } = scene;
      const algorithm = random.chance(0.8) ? 'Ed25519' : 'RS256';
      if (outside.keys.rotate(algorithm, outside.now())) await syncKeys(scene, 'rotated');
    }),
  },
  {
    name: 'a key is compromised',
    weight: 0.15,
    isLong: true,
    run: byUseCase(async (scene) => {
      const { outside, process } = scene;
      outside.keys.compromise(outside.now());
      await syncKeys(scene, 'compromised');
      await signAgain(process);
    }),
  },
  { name: 'a backup is made', isAlone: true, weight: 0.5, run: byUseCase(({ backUp }) => backUp()) },
  { name: 'the backup is put back', isAlone: true, weight: 0.2, run: byUseCase(({ restore }) => restore()) },
  {
    name: 'all processes are restarted',
    isAlone: true,
    weight: 0.7,
    run: byUseCase(({ restart }) => restart()),
  },
  {
    name: 'the version before is started',
    weight: 0.3,
    mayChangeNothing: true,
    run: byUseCase(({ place }) => startPreviousVersion(place.openPrevious)),
  },
];

/** As the verb `reissue`, which an operator repeats after an interruption. */
export async function signAgain({ ports, services }: Process): Promise<void> {
  await ports.refreshKeys();
  await drain(services.reissueCompromised({ actor: 'cli' }));
}

/** As the verb `keys`: the database keeps what the folder holds, with a line of the audit. */
async function syncKeys({ process, outside }: Scene, action: 'rotated' | 'compromised'): Promise<void> {
  const { store } = process.ports;
  if (outside.mood.keys !== 'sign') return;
  const at = outside.now();
  const { toKeep } = compareKeys(outside.keys.records(), await store.readPublicKeys());
  await store.commit([
    ...toKeep.map((key) => ({ kind: 'public-key-kept' as const, key })),
    ...toKeep.map(({ kid }) => audit(`key-${action}`, { at, actor: 'cli', subject: kid })),
  ]);
}
