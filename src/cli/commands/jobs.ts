import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/types.ts';
import { type NodeContext, openNodeContext } from '../../node.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { CLI_ACTOR } from '../local-client.ts';

/** `jobs list`: the jobs whose last attempt failed. `jobs retry ID` makes one due at once. `jobs drop ID --reason
 *  TEXT` ends it, and says what is not done. It works on the database itself. */
export const jobsCommand: Command = {
  options: { reason: { type: 'string' } },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action, id] = call.words;
    const isList = action === 'list' && id === undefined;
    if (!isList && !((action === 'retry' || action === 'drop') && id)) {
      throw new UsageError(call.texts.wrongWords('jobs'));
    }
    const context = await openNodeContext(call.environment);
    try {
      if (isList) return await list(call, context);
      return await retryOrDrop(call, context, id ?? '');
    } finally {
      await context.close();
    }
  },
};

async function list({ output, texts }: CommandCall, { services }: NodeContext): Promise<ExitCode> {
  const jobs = await services.readFailingJobs();
  for (const job of jobs) output.line(toLine(job), texts.failingJob(toLine(job)));
  output.line({ kind: 'summary', failing: jobs.length }, texts.failingJobs(jobs.length));
  return 0;
}

async function retryOrDrop(call: CommandCall, { services }: NodeContext, id: string): Promise<ExitCode> {
  const { output, texts } = call;
  const actor = CLI_ACTOR as PersonId;
  const isDrop = call.words[0] === 'drop';
  const job = isDrop
    ? await services.dropJob({ id, actor, reason: textOption(call, 'reason') ?? '' })
    : await services.retryJob({ id, actor });
  if (!job) throw new UsageError(texts.unknownJob(id));
  const line = { ...toLine(job), kind: isDrop ? 'dropped' : 'retried' };
  output.line(line, isDrop ? texts.jobDropped(line) : texts.jobRetried);
  return 0;
}

function toLine({ id, command, done, total, failure }: Job) {
  return { kind: 'failing', id, job: command.kind, done, total, ...(failure && { failure }) };
}
