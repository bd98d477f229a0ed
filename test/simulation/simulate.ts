import { createHash } from 'node:crypto';
import { makeRandom, type Random } from '../../demo/random.ts';
import { daysAfter, type Instant, localDateInParis } from '../../src/domain/time/calendar.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';
import { aim, MAY_CHANGE_NOTHING } from './aims.ts';
import type { Defect } from './defect.ts';
import { type DiskFailure, NEVER } from './fault-injection.ts';
import { drawHandles } from './handles.ts';
import { MISSING_IMPORT } from './jobs.ts';
import { isKnown } from './known-failures.ts';
import { judgeMails } from './mails.ts';
import type { ActionResult, Scene, SimulatedAction } from './operation.ts';
import { ACTS } from './operations.ts';
import { leftBehind } from './oracle.ts';
import { MAINTENANCE, type Step } from './plan.ts';
import type { Process } from './process.ts';
import {
  beginSimulationRun,
  noteCommits,
  restoreBackup,
  type SimulationRun,
  saveRun,
  start,
  startAll,
  stopAll,
} from './run.ts';
import { judgeQuickly, judgeSettled, judgeWithoutKeys } from './settled.ts';
import type { Place } from './sqlite-instance.ts';

/** What broke a promise, and where. */
export interface Broken {
  readonly step: number;
  readonly act: string;
  readonly what: string;
}

/** The act of what is found after the last step. */
export const THE_END = 'the end';

export interface RunReport {
  readonly steps: number;
  /** Whether the time was over before the last step. */
  readonly isCut: boolean;
  readonly broken: readonly Broken[];
  /** What broke a promise in a known way, and did not end the life. */
  readonly known: readonly Broken[];
  /** A digest of what happened, line by line, and of every row at the end. */
  readonly digest: string;
  readonly trace: readonly string[];
  readonly counts: Counts;
  readonly mails: number;
}

/** What happened how often in a life. */
export interface Counts {
  readonly outcomes: Record<string, number>;
  /** Kinds of faults. */
  readonly errors: Record<string, number>;
  /** Outcomes by act. */
  readonly actions: Record<string, Record<string, number>>;
  /** Committed kinds of change. */
  readonly kinds: Record<string, number>;
}

export interface Live {
  readonly place: Place;
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly defect?: Defect | undefined;
  /** Where the life begins, if not at its beginning: the steps before it are those that led there. */
  readonly from?: Snapshot | undefined;
  /** Whether there is time for another step. */
  readonly mayGoOn?: (() => boolean) | undefined;
  readonly onStep?: ((step: Step, today: string) => void) | undefined;
  readonly onSnapshot?: ((snapshot: Snapshot) => void) | undefined;
}

/** The state of a life before a step. */
export interface Snapshot {
  /** The steps that led to it. */
  readonly steps: readonly Step[];
  /** Brings the state back, in the place where it was noted. */
  restore(): Promise<SimulationRun>;
  readonly trace: readonly string[];
  readonly counts: Counts;
}

/** All processes start again after so many steps, so that a life can begin there. */
const BLOCK = 50;
const blockOf = ({ number }: Step) => Math.floor((number - 1) / BLOCK);

/** Lives through these steps, to the first broken promise. The same seed and steps give the same history, byte for
 *  byte, also from a snapshot of it. */
export async function live(options: Live): Promise<RunReport> {
  const { place, seed, steps, defect, from, mayGoOn = () => true, onStep, onSnapshot } = options;
  const broken: Broken[] = [];
  const known: Broken[] = [];
  const trace: string[] = [...(from?.trace ?? [])];
  const counts = structuredClone(from?.counts ?? { outcomes: {}, errors: {}, actions: {}, kinds: {} });
  let current: Step | undefined;
  const report = (what: string) => {
    const act = current?.act ?? (trace.length > 0 ? THE_END : 'the beginning');
    (isKnown(what) ? known : broken).push({ step: current?.number ?? 0, act, what });
  };
  const putBack = defect?.spoilSources?.();
  let life: SimulationRun | undefined;
  let isCut = false;
  try {
    life = from ? await from.restore() : await beginSimulationRun({ place, seed, defect }, report);
    life.broken = report;
    if (from) await startAll(life);
    let year = yearOf(life);
    let last = from?.steps.at(-1);
    for (const [index, step] of steps.entries()) {
      if (index < (from?.steps.length ?? 0)) continue;
      isCut = !mayGoOn();
      if (isCut) break;
      if (last && blockOf(step) !== blockOf(last)) {
        await stopAll(life);
        life.setRandom(makeRandom(seed + blockOf(step)));
        const saved = onSnapshot && (await saveRun(life));
        const run = life;
        onSnapshot?.({
          steps: steps.slice(0, index),
          restore: async () => {
            await saved?.();
            run.setRandom(makeRandom(seed + blockOf(step)));
            return run;
          },
          ...{ trace: [...trace], counts: withKinds(structuredClone(counts), life) },
        });
        await startAll(life);
      }
      [current, last] = [step, step];
      const random = makeRandom(step.seed);
      life.setRandom(random);
      const { action, told, fault } = await takeStep(life, step, random);
      count(counts.outcomes, told.outcome);
      counts.actions[action] ??= {};
      count(counts.actions[action] ?? {}, told.outcome);
      for (const kind of fault) count(counts.errors, kind);
      const planned = action === step.act ? '' : ` (planned: ${step.act})`;
      trace.push(`${step.number} ${life.outside.now()} ${action}${planned}: ${told.outcome} ${told.what}`);
      onStep?.(step, life.outside.now());
      if (broken.length === 0 && step.number % QUICK_EVERY === 0) await judgeQuickly(life);
      if (broken.length === 0 && yearOf(life) !== year) await judgeSettled(life);
      year = yearOf(life);
      if (broken.length > 0) break;
    }
    current = undefined;
    if (broken.length === 0 && !isCut) await judgeSettled(life);
    await stopAll(life);
    const rows = await rowsOf(place);
    const digest = createHash('sha256').update(trace.join('\n')).update(rows).digest('hex');
    const mails = life.outside.sent.length;
    return {
      ...{ steps: trace.length, isCut, broken, known, digest, trace, mails },
      counts: withKinds(counts, life),
    };
  } finally {
    if (life) await stopAll(life);
    putBack?.();
  }
}

/** A life that goes on from a snapshot counts on in its own account. */
function withKinds(counts: Counts, { kinds }: SimulationRun): Counts {
  return { ...counts, kinds: { ...kinds } };
}

const yearOf = ({ outside }: SimulationRun) => schoolYearOf(localDateInParis(outside.now()));

/** Steps after which the quick invariants are asked. */
const QUICK_EVERY = 20;
/** What the log tells of a fault that is over: a clock that was wrong, a claim of a process that died. */
const LATE = ['clock-', 'outbox-overdue'];
const A_STEP_SECONDS = 4 * 3600;
const ACTION_BY_NAME = new Map(ACTS.map((action) => [action.name, action]));

const ENDS_KEYS = /^(keys are rotated|a key is compromised)$/;

async function takeStep(life: SimulationRun, step: Step, random: Random) {
  const { outside, place, logged } = life;
  if (step.at > outside.time.passed) outside.pass(step.at - outside.time.passed);
  const loseCommits = step.losesCommits && (await noteCommits(life));
  logged.length = 0;
  life.isDisturbed = false;
  life.mayCheckAtNight = step.checks === true;
  outside.mood.mail = step.mail ?? 'accepted';
  outside.mood.network = step.network ?? 'answers';
  await life.processes[step.process]?.services.runMaintenance();
  outside.mood.keys = step.keys ?? 'sign';
  if (step.keys) await replace(life, step.process);
  const process = life.processes[step.process] as Process;
  outside.time.wrong = step.wrong ?? 0;
  const ahead = outside.time.passed + outside.time.wrong + A_STEP_SECONDS;
  if (step.wrong) outside.time.aheadUntil = Math.max(outside.time.aheadUntil, ahead);
  const today = localDateInParis(outside.now());
  const { action, row, isPossible } = await aim(step.act, {
    ...{ place, random, days: daysOf(outside.now()) },
    aimOf: (name) => ACTION_BY_NAME.get(name)?.aim,
  });
  const handles = await drawHandles({ place, outside, random, process, row });
  const scene: Scene = {
    ...{ process, handles, random, outside, place, today },
    ...{ backUp: () => backUp(life), restore: () => restoreBackup(life), restart: () => restart(life) },
  };
  const reported = await performAction(life, { ...step, act: action }, scene);
  const told = asCommitted(reported, process);
  const fault = process.gate.hasStruck() && step.fault ? [step.fault.kind] : [];
  if ([action, step.meanwhile ?? ''].some((name) => ENDS_KEYS.test(name))) await place.waitForKeys();
  if (told.outcome === 'died') {
    life.sentBeforeLoss = outside.sent.length;
    await replace(life, step.process);
  }
  await judgeStep(life, {
    step: { ...step, act: action },
    ...{ isPossible, told, process, isDisturbed: fault.length > 0 },
  });
  for (const { gate } of life.processes) void gate.begin();
  if (step.keys) await bringKeysBack(life, step);
  outside.time.wrong = 0;
  outside.mood.mail = 'accepted';
  outside.mood.network = 'answers';
  await (loseCommits || undefined)?.();
  outside.pass(1 + random.integer(30));
  const around = [step.wrong && 'a wrong clock', step.mail && `a mail server that says ${step.mail}`];
  const network = step.network && `a network that ${step.network}`;
  const keys = step.keys && `keys: ${step.keys}`;
  const lost = step.losesCommits && 'lost commits';
  return {
    action,
    told,
    fault: [...fault, ...around, network, keys, lost].filter((one): one is string => typeof one === 'string'),
  };
}

/** Starts another process in the place of this one. */
async function replace(run: SimulationRun, at: Step['process']): Promise<void> {
  const process = run.processes[at];
  process?.gate.kill();
  await process?.bare.close();
  await start(run, at);
}

/** Judges what a process without keys says, and brings the keys back. */
async function bringKeysBack(run: SimulationRun, step: Step): Promise<void> {
  const { outside, processes } = run;
  if (step.keys !== 'fails') await judgeWithoutKeys(run, processes[step.process] as Process);
  outside.mood.keys = 'sign';
  for (const { reloadKeys } of processes) await reloadKeys();
}

/** Does the act, and at the fault whatever comes between. */
async function performAction(life: SimulationRun, step: Step, scene: Scene): Promise<ActionResult> {
  const other = life.processes[(step.process + 1 + (step.seed % 2)) % life.processes.length] as Process;
  const meanwhile = async () => {
    life.isDisturbed = true;
    void other.gate.begin();
    if (step.meanwhile === MAINTENANCE)
      await Promise.all([other.services.runMaintenance(), scene.process.bare.ping(), other.bare.ping()]);
    else await outcomeOf(ACTION_BY_NAME.get(step.meanwhile ?? ''), { ...scene, process: other }, NEVER);
  };
  const spoilDisk = (failure: DiskFailure) => life.place.spoilDisk(failure, scene.process.bare);
  const death = scene.process.gate.begin(step.fault, { meanwhile, spoilDisk });
  return outcomeOf(ACTION_BY_NAME.get(step.act), scene, death);
}

async function outcomeOf(
  action: SimulatedAction | undefined,
  scene: Scene,
  death: Promise<void>,
): Promise<ActionResult> {
  if (!action) return { outcome: 'broken', what: 'no such act' };
  const run = action
    .run(scene)
    .catch((error: Error): ActionResult => ({ outcome: 'broken', what: `${error.stack}` }));
  return Promise.race([run, death.then((): ActionResult => ({ outcome: 'died', what: '' }))]);
}

/** An act that changed nothing may say that all is well. */
function asCommitted(told: ActionResult, { gate }: Process): ActionResult {
  return told.outcome === 'done' && leftBehind(gate.landed).length === 0
    ? { ...told, outcome: 'idle' }
    : told;
}

interface StepResult {
  readonly step: Step;
  readonly told: ActionResult;
  readonly process: Process;
  readonly isDisturbed: boolean;
  /** Whether there was something on which the act is possible. */
  readonly isPossible: boolean;
}

/** What must be so after each step. */
async function judgeStep(
  life: SimulationRun,
  { step, told, process, isDisturbed, isPossible }: StepResult,
): Promise<void> {
  if (told.outcome === 'broken') life.broken(told.what);
  if (told.outcome === 'refused' && !ACTION_BY_NAME.get(step.act)?.isLong)
    for (const kind of leftBehind(process.gate.landed))
      life.broken(`it was refused (${told.what}), and left ${kind}`);
  for (const difference of await life.model.differences(life.place.ask)) life.broken(difference);
  for (const found of await judgeMails(life, isDisturbed || told.outcome === 'died')) life.broken(found);
  const isCalm = !isDisturbed && told.outcome !== 'died' && isUndisturbedAround(step);
  const failures: string[] = [];
  for (const line of life.logged)
    if (!LATE.some((event) => line.startsWith(event)) && !(await isMeantToFail(life, line)))
      failures.push(line);
  // A person of whom something would be left cannot be deleted.
  if (isCalm && told.what === 'store-conflict') life.broken('it met a conflict, and nobody else was there');
  const mayIdle = MAY_CHANGE_NOTHING.has(step.act) || ACTION_BY_NAME.get(step.act)?.mayChangeNothing;
  // A fault of the disk makes an act fail, and nothing less.
  const mustCommit = isCalm || (step.fault?.kind.startsWith('disk') && isUndisturbedAround(step));
  if (mustCommit && isPossible && told.outcome === 'idle' && !mayIdle)
    life.broken('it reported success, and committed nothing');
  if (isCalm) for (const line of failures) life.broken(`the log tells of a failure: ${line}`);
}

/** Whether clock, mails, network and keys are as they should be. */
const isUndisturbedAround = ({ wrong, mail, network, keys }: Step) => !wrong && !mail && !network && !keys;

/** Whether the line is about a job that was begun so that it fails. */
async function isMeantToFail({ place }: SimulationRun, line: string): Promise<boolean> {
  if (!line.startsWith('job-failed')) return false;
  const { id } = JSON.parse(line.slice(line.indexOf('{'))) as { readonly id: string };
  const [job] = await place.ask(`select command from job where id = '${id}'`);
  return String(job?.['command']).includes(MISSING_IMPORT);
}

function daysOf(now: Instant) {
  const today = localDateInParis(now);
  return { today, now, inDays: (days: number) => daysAfter(today, days) };
}

async function backUp(life: SimulationRun): Promise<void> {
  await stopAll(life);
  await life.place.backUp();
  await startAll(life);
}

async function restart(life: SimulationRun): Promise<void> {
  await stopAll(life);
  await startAll(life);
}

/** Every row of every table, in an order of its own. */
async function rowsOf(place: Place): Promise<string> {
  const tables = await place.tables();
  const lists: string[][] = [];
  for (const table of tables) {
    const rows = await place.ask(`select * from "${table}"`);
    // The number of the file on its disk is the machine's.
    lists.push(rows.map(({ home: _, ...row }) => `${table} ${JSON.stringify(row)}`));
  }
  return lists.flat().toSorted().join('\n');
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
