import type { Random } from '../../demo/random.ts';
import { makeRandom } from '../../demo/random.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { toSource } from '../support/servers/service.ts';
import { castOf } from './actors.ts';
import type { Defect } from './defect.ts';
import { drain } from './drain.ts';
import { type Model, makeModel } from './model.ts';
import { judgeGrants } from './oracle.ts';
import { makeOutside, type Outside } from './outside.ts';
import type { Step } from './plan.ts';
import { type Process, startProcess } from './process.ts';
import type { Place } from './sqlite-instance.ts';

/** A small académie, its three processes on one database, and what surrounds them. */
export interface SimulationRun {
  readonly outside: Outside;
  readonly place: Place;
  readonly processes: Process[];
  readonly model: Model;
  /** Lines of the operator's log that tell of a failure, since the step began. */
  readonly logged: string[];
  readonly defect: Defect | undefined;
  /** Whether someone else acted in the midst of the current act, or its process failed. */
  isDisturbed: boolean;
  /** Mails that were accepted before this one may be sent again: a process was lost since, or a backup was put back. */
  sentBeforeLoss: number;
  /** How many of the sent mails were judged. */
  judgedMails: number;
  /** Whether the nightly check may begin: it takes longer than all else. */
  mayCheckAtNight: boolean;
  /** How many changes of each kind were committed. */
  readonly kinds: Record<string, number>;
  setRandom(random: Random): void;
  broken: (what: string) => void;
}

export async function beginSimulationRun(
  {
    place,
    seed,
    defect,
  }: { readonly place: Place; readonly seed: number; readonly defect?: Defect | undefined },
  broken: (what: string) => void,
): Promise<SimulationRun> {
  let random = makeRandom(seed);
  const outside = makeOutside(() => random);
  const run: SimulationRun = {
    ...{ outside, place, broken, defect },
    ...{ processes: [], logged: [], isDisturbed: false, sentBeforeLoss: 0, judgedMails: 0 },
    ...{ mayCheckAtNight: false, kinds: {} },
    model: makeModel(),
    setRandom: (next) => {
      random = next;
    },
  };
  outside.keys.generate(outside.now());
  await startAll(run);
  const [process] = run.processes;
  const files = Object.entries(castOf(localDateInParis(outside.now()))).map(toSource);
  await process?.services.importFiles(files, { dryRun: false, actor: 'cli' });
  if (process) await grantAll(process);
  await process?.services.runMaintenance();
  return run;
}

/** Grants and signs some of what is met on the first day, so that there are badges to act on. */
async function grantAll({ services }: Process): Promise<void> {
  await drain(
    services.grantAwards({
      scope: { kind: 'all-met', achievement: 'RUPN-ENG', cautions: 'included' },
      actor: 'cli',
    }),
  );
  await drain(services.issueCredentials({ actor: 'cli' }));
}

/** Starts the process of this number, in the place of one that ended. */
export async function start(run: SimulationRun, at: Step['process']): Promise<void> {
  const { outside, place, defect } = run;
  const process: Process = await startProcess({
    outside,
    store: await place.open(),
    trustsClock: place.trustsClock,
    defect,
    log: {
      info: () => {},
      error: (event, fields) => void run.logged.push(`${event} ${JSON.stringify(fields ?? {})}`),
    },
    mayCheckAtNight: () => run.mayCheckAtNight,
    onLanded: async (changes) => {
      for (const { kind } of changes) run.kinds[kind] = (run.kinds[kind] ?? 0) + 1;
      for (const found of run.model.apply(changes)) run.broken(found);
      if (!run.isDisturbed && run.processes[at])
        for (const found of await judgeGrants(run.processes[at], changes)) run.broken(found);
    },
  });
  run.processes[at] = process;
}

/** Ends all processes as a machine that is switched off does. */
export async function stopAll({ processes }: SimulationRun): Promise<void> {
  for (const { gate, bare } of processes) {
    gate.kill();
    await bare.close();
  }
}

export async function startAll(run: SimulationRun): Promise<void> {
  for (const at of [0, 1, 2] as const) await start(run, at);
}

/** Notes the state of database and account. Returns the function that brings it back, as after a power cut: what was
 *  sent and published since then is out. */
export async function noteCommits(run: SimulationRun): Promise<() => Promise<void>> {
  await stopAll(run);
  const [restorePlace, restoreModel] = [await run.place.save(), run.model.save()];
  await startAll(run);
  return async () => {
    await stopAll(run);
    await restorePlace();
    restoreModel();
    run.judgedMails = run.outside.sent.length;
    run.sentBeforeLoss = run.outside.sent.length;
    await startAll(run);
    await run.processes[0]?.services.runMaintenance();
  };
}

/** Puts the last backup back. What it does not know is not told of any more, and mails may be sent again. */
export async function restoreBackup(run: SimulationRun): Promise<void> {
  await stopAll(run);
  await run.place.restore();
  await run.model.adopt(run.place.ask);
  run.sentBeforeLoss = run.outside.sent.length;
  await startAll(run);
}

/** Notes the whole state of a life whose processes have ended. Returns the function that brings it back, as often as
 *  it is called. */
export async function saveRun(run: SimulationRun): Promise<() => Promise<void>> {
  const { outside, place, model, sentBeforeLoss, judgedMails } = run;
  const kinds = { ...run.kinds };
  const [restorePlace, restoreOutside, restoreModel] = [await place.save(), outside.save(), model.save()];
  return async () => {
    await stopAll(run);
    await restorePlace();
    restoreOutside();
    restoreModel();
    Object.assign(run, { sentBeforeLoss, judgedMails });
    for (const kind of Object.keys(run.kinds)) delete run.kinds[kind];
    Object.assign(run.kinds, kinds);
  };
}
