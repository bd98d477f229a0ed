import { makeServices } from '../../src/application/services.ts';
import { openNodeContext } from '../../src/node.ts';

/** A process that is stopped with work in its hands, and goes on when its parent lets it: between the reads and
 *  the commit of a step or a task, or just before a mail is handed over. */
const [work = '', id = ''] = process.argv.slice(2);
const { ports, keys, close } = await openNodeContext(process.env);
await keys.open();
const { store } = ports;
let isStopped = false;
const stopOnce = () => {
  if (isStopped) return;
  isStopped = true;
  process.kill(process.pid, 'SIGSTOP');
};
const KINDS = { job: 'job-advanced', task: 'outbox-done' } as const;
const { advanceJob, emptyOutbox } = makeServices({
  ...ports,
  store: {
    ...store,
    commit: async (changes) => {
      if (work !== 'mail' && changes.some(({ kind }) => kind === KINDS[work as keyof typeof KINDS]))
        stopOnce();
      return store.commit(changes);
    },
    readMail: async (mailId) => {
      const mail = await store.readMail(mailId);
      if (work === 'mail') stopOnce();
      return mail;
    },
  },
});
const done =
  work === 'job'
    ? (await advanceJob(id))?.done
    : await emptyOutbox(work === 'mail' ? 'send-mail' : 'publish-status-list');
process.stdout.write(`${done}\n`);
await close();
