import { existsSync, statSync } from 'node:fs';
import { parseConfig } from '../../config.ts';
import { type NodeContext, openNodeContext } from '../../node.ts';
import { listen } from '../listen.ts';
import { openLocalSignIn } from '../local-sign-in.ts';
import { exampleBadges, prepareDemonstration } from '../prepare-demonstration.ts';
import type { Verb, VerbCall } from '../verb.ts';

const KEYS_LOOK_MILLISECONDS = 2000;
const OUTBOX_MILLISECONDS = 5000;
const UPKEEP_MILLISECONDS = 60_000;

/** `serve`: brings the database up to date and answers until it is stopped. On the very first start of a demonstration
 *  it makes development keys and loads the invented people. */
export const serveVerb: Verb = {
  options: {},
  words: { min: 0, max: 0 },
  async run(call) {
    const { config } = parseConfig(call.environment);
    const { database } = config;
    if (config.demo && database.kind === 'sqlite' && !existsSync(database.file)) {
      await prepareDemonstration(call, database.file);
    }
    const localSignIn = await openLocalSignIn(call.environment);
    const context = await openNodeContext(call.environment, {
      sideWork: true,
      identityProviders: localSignIn ? [localSignIn.identityProvider] : [],
    });
    try {
      // A missing or unreadable key stops the start.
      await context.keys.open();
      // Before the first work: whoever stops the server then is heard too.
      const stopped = untilStopped();
      await context.services.keepUp();
      const { port, close } = await listen(context, localSignIn);
      await tellWhere(call, context, port);
      const stopUpkeep = keepUp(context);
      await stopped;
      call.output.note(call.texts.stopping);
      stopUpkeep();
      await close();
      return 0;
    } finally {
      await context.close();
    }
  },
};

async function tellWhere({ output, texts }: VerbCall, context: NodeContext, port: number): Promise<void> {
  const { config } = context;
  const url = config.port === port ? config.publicUrl : `http://localhost:${port}`;
  output.line({ kind: 'listening', url, port }, texts.listening(url));
  if (config.demo) {
    const examples = await exampleBadges(context);
    output.line({ kind: 'demonstration', url, examples }, texts.demoWelcome(url, examples));
  }
}

/** Keys changed by a key verb are read again; what was committed is followed up, by whichever process comes first. */
function keepUp({ keys, services, config, ports }: NodeContext): () => void {
  const lastChange = () => statSync(config.keysDir, { throwIfNoEntry: false })?.mtimeMs;
  let seen = lastChange();
  const look = setInterval(async () => {
    const changed = lastChange();
    if (changed === seen) return;
    seen = changed;
    await keys
      .open()
      .then((ring) => ring.reload())
      .catch((error: Error) => ports.log.error('keys-not-reloaded', { reason: error.message }));
  }, KEYS_LOOK_MILLISECONDS);
  const every = (milliseconds: number, work: () => Promise<unknown>) =>
    setInterval(() => {
      work().catch((error: Error) => ports.log.error('upkeep-failed', { reason: error.message }));
    }, milliseconds);
  const outbox = every(OUTBOX_MILLISECONDS, services.emptyOutbox);
  const upkeep = every(UPKEEP_MILLISECONDS, services.keepUp);
  return () => {
    for (const timer of [look, outbox, upkeep]) clearInterval(timer);
  };
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
