import { AsyncResource } from 'node:async_hooks';
import { existsSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { causeOf } from '../../adapters/http/health/readiness-warnings.ts';
import { reasonOf } from '../../application/observability/counting-logger.ts';
import { DomainError, isSigningAway } from '../../domain/errors.ts';
import { secondsBetween } from '../../domain/time/calendar.ts';
import { type NodeContext, openNodeContext } from '../../node.ts';
import { readSettings } from '../../settings/read.node.ts';
import type { Command, CommandCall } from '../command.ts';
import { UsageError } from '../errors.ts';
import { listen } from '../listen.ts';
import { openLocalSignIn } from '../local-sign-in.ts';
import { exampleBadges, prepareDemonstration } from '../prepare-demonstration.ts';
import { untilStopped } from '../stop-signals.ts';

/** A start waits this long for the check of the database's file. A service whose large file turns out damaged later
 *  stops then. */
const CHECK_MILLISECONDS = 500;
const KEY_CHECK_MILLISECONDS = 2000;
const OUTBOX_MILLISECONDS = 5000;
const MAINTENANCE_MILLISECONDS = 60_000;
/** What several requests begin together is done together, and a page that follows its own job comes first. */
const WAKE_MILLISECONDS = 500;
const DAY_SECONDS = 86_400;
/** Half of the logs' maximum delay, a minute. */
const LOG_MILLISECONDS = 30_000;

/** `serve`: migrates the database and answers requests until it is stopped. On the very first start of a
 *  demonstration it also makes development keys and loads the invented people. */
export const serveCommand: Command = {
  options: {},
  words: { min: 0, max: 0 },
  async run(call) {
    const { config } = readSettings(call.environment);
    const { database } = config;
    const localSignIn = await openSignInOfDemonstration(call);
    if (config.demo && !config.officePack && database.kind === 'sqlite' && !existsSync(database.file)) {
      await prepareDemonstration(call, database.file);
    }
    const context = await openNodeContext(call.environment, {
      sideWork: true,
      identityProviders: localSignIn ? [localSignIn.identityProvider] : [],
      serving: true,
    });
    try {
      const checked = refuseDamagedFile(context);
      await Promise.race([checked, wait(CHECK_MILLISECONDS)]);
      await openKeys(call, context);
      await logStart(context);
      await warnIfEmpty(call, context);
      // Listens for signals before the first work, so that an early signal is handled too.
      const stopped = untilStopped(() => context.ports.log.error('stopped-unfinished'));
      await context
        .checkClock()
        .catch((error: Error) => context.ports.log.error('clock', { reason: reasonOf(error) }));
      const maintenance = makeMaintenance(context);
      const listening = await listen(context, localSignIn);
      await announceAddress(call, context, listening.port);
      maintenance.begin();
      const damage = await Promise.race([stopped, checked.then(() => stopped)]).catch(
        (error: Error) => error,
      );
      if (speaks(call, context)) call.output.note(call.texts.stopping);
      else context.ports.log.info('stopping');
      await Promise.all([maintenance.end(), listening.close()]);
      if (damage) throw damage;
      return 0;
    } finally {
      await context.close();
    }
  },
};

/** A release carries nothing that only the demonstration needs, and says so before anything is made. */
async function openSignInOfDemonstration({ environment, texts }: CommandCall) {
  try {
    return await openLocalSignIn(environment);
  } catch (error) {
    const isAway = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw isAway ? new UsageError(texts.noDemonstration) : error;
  }
}

/** Reads the whole file of SQLite in another thread; until then the service catches up. Throws `database-unusable`
 *  where it is damaged. */
async function refuseDamagedFile({ config: { database }, meter, ports }: NodeContext): Promise<void> {
  if (database.kind !== 'sqlite') return;
  meter.expect('file-sound');
  const damaged = new DomainError('database-unusable', { because: 'damaged', file: database.file });
  const { count } = await ports.store.checkEngine('file-sound').catch((error: Error) => {
    if (causeOf(error) === 'damaged') throw damaged;
    ports.log.error('database-not-checked', { reason: reasonOf(error) });
    return { count: 0 };
  });
  if (count > 0) throw damaged;
  meter.worked('file-sound', true);
}

/** Opens the keys now. Where they are away, the service starts all the same and signs nothing, because what it
 *  has signed must still be read; a service that has signed nothing does not start without its keys. */
async function openKeys(call: CommandCall, context: NodeContext): Promise<void> {
  const { output, texts } = call;
  const { keys, ports, config } = context;
  // Elsewhere the log says the same.
  const note = speaks(call, context) ? output.note : () => {};
  try {
    await ports.checkKeys();
  } catch (error) {
    const hasSigned = (await ports.store.readPublicKeys()).length > 0;
    if (!isSigningAway(error) || !hasSigned) throw error;
    note(texts.startsWithoutKeys);
  }
  const missing = keys.directory.missing().map(({ kid }) => kid);
  if (missing.length > 0) note(texts.keysMissing(missing, config.keysDir));
}

/** Whether sentences are for someone: at a terminal, in the demonstration, and as JSON lines where those are asked
 *  for. A collector that reads the log of a service finds JSON lines and nothing else. */
function speaks({ output }: CommandCall, { config }: NodeContext): boolean {
  return output.json || config.demo || process.stdout.isTTY === true;
}

/** The first line of the log: what runs, on which database, and what is there. A service that is empty against all
 *  expectation shows here. */
async function logStart({ ports, config, keys }: NodeContext): Promise<void> {
  const { database } = config;
  ports.log.info('started', {
    database: database.kind,
    place: database.kind === 'sqlite' ? database.file : database.server,
    badges: await ports.store.countIssued(),
    keys: keys.directory.list().filter(({ state }) => state === 'active').length,
    providers: ports.identityProviders.map(({ id }) => id).join(' '),
    origin: config.publicUrl,
  });
}

/** Keys that are a day old and a database in which there is no one: the database was probably lost, or another one is
 *  meant. A new log and new lists would stand at the addresses of the old ones. */
async function warnIfEmpty(call: CommandCall, context: NodeContext): Promise<void> {
  const { ports, keys } = context;
  const { people, credentials } = await ports.store.countRows();
  const [since] = keys.directory
    .list()
    .map(({ createdAt }) => createdAt)
    .toSorted();
  const isNew = since === undefined || secondsBetween(since, ports.clock.now()) < DAY_SECONDS;
  if (isNew || people + credentials > 0) return;
  ports.log.error('database-empty-keys-old', { since });
  if (speaks(call, context)) call.output.note(call.texts.emptyWithOldKeys(since.slice(0, 10)));
}

async function announceAddress(call: CommandCall, context: NodeContext, port: number): Promise<void> {
  const { output, texts } = call;
  const { config, ports } = context;
  const url = config.port === port ? config.publicUrl : `http://localhost:${port}`;
  if (!speaks(call, context)) return ports.log.info('listening', { url, port });
  output.line({ kind: 'listening', url, port }, texts.listening(url));
  if (config.demo) {
    const examples = await exampleBadges(context);
    output.line({ kind: 'demonstration', url, examples }, texts.demoWelcome(url, examples));
  }
}

/** The regular work of a server, which begins once it listens and first catches up. It reads keys again after a
 *  key verb changed them, and does the tasks of commits. Of several processes, the first to claim a task does it. */
function makeMaintenance({ keys, services, config, ports, meter, stopWork }: NodeContext) {
  const underway = new Set<Promise<unknown>>();
  const timers: NodeJS.Timeout[] = [];
  const take = (event: string, work: () => Promise<unknown>) => {
    // Each turn of a timer is an action of its own, with its own time limit for the database.
    const taken = ports.occasions
      .within({ road: 'timer' }, work)
      .catch((error: Error) => ports.log.error(event, { reason: reasonOf(error) }))
      .finally(() => underway.delete(taken));
    underway.add(taken);
  };
  let isOutside = false;
  // The hosts of others may take longer than the time to the next visit.
  const runOutside = async () => {
    if (isOutside) return;
    isOutside = true;
    await services.runOutsideTasks().finally(() => {
      isOutside = false;
    });
  };
  const every = (milliseconds: number, event: string, work: () => Promise<unknown>) =>
    void timers.push(setInterval(() => take(event, work), milliseconds));
  const waking = makeWaking(() => take('upkeep-failed', doBegunWork));
  const doBegunWork = async () => {
    if (await services.doBegunWork()) waking.wake();
  };
  meter.expect('upkeep');
  return {
    begin() {
      ports.store.onWork(waking.wake);
      // A job that was under way at the stop goes on.
      waking.wake();
      // A change of the folder's rights is one too.
      const readChange = () => statSync(config.keysDir, { throwIfNoEntry: false })?.ctimeMs;
      let reloaded = readChange();
      const reload = async () => {
        const change = readChange();
        if (change === reloaded) return;
        await keys.reload();
        // The change counts as seen only now: where the database does not answer, it is tried again.
        reloaded = change;
      };
      every(KEY_CHECK_MILLISECONDS, 'keys-not-reloaded', reload);
      every(OUTBOX_MILLISECONDS, 'upkeep-failed', services.emptyOutbox);
      every(LOG_MILLISECONDS, 'upkeep-failed', services.appendBadgeLog);
      every(LOG_MILLISECONDS, 'upkeep-failed', services.sealAudit);
      // A key declared compromised elsewhere must leave the documents of this process too.
      every(MAINTENANCE_MILLISECONDS, 'keys-not-refreshed', keys.refresh);
      for (const work of [services.runMaintenance, runOutside]) {
        take('upkeep-failed', work);
        every(MAINTENANCE_MILLISECONDS, 'upkeep-failed', work);
      }
    },
    /** Starts no more work, and waits for the work in progress. */
    async end() {
      for (const timer of timers) clearInterval(timer);
      waking.end();
      stopWork();
      await Promise.all(underway);
    },
  };
}

/** Does work some moments after it was asked for, once for all who asked in the meantime. */
function makeWaking(work: () => void) {
  let waiting: NodeJS.Timeout | undefined;
  let isOver = false;
  // The work is the timer's, and not of the request that begins it.
  const begin = AsyncResource.bind(() => {
    waiting = undefined;
    if (!isOver) work();
  });
  return {
    wake() {
      if (!isOver) waiting ??= setTimeout(begin, WAKE_MILLISECONDS);
    },
    end() {
      isOver = true;
      clearTimeout(waiting);
    },
  };
}
