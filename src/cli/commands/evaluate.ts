import { parseLocalDate } from '../../domain/time/calendar.ts';
import { parseUai } from '../../domain/uai.ts';
import type { EvaluateRequest } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { spareMemory } from '../process-limits.ts';
import { withClient } from '../with-client.ts';

/** `evaluate [--on DATE] [--person EMAIL | --establishment UAI] [--badge CODE]`; writes nothing. */
export const evaluateCommand: Command = {
  options: {
    on: { type: 'string' },
    person: { type: 'string' },
    establishment: { type: 'string' },
    badge: { type: 'string' },
    remote: { type: 'string' },
  },
  words: { min: 0, max: 0 },
  run: (call) => {
    const request = toRequest(call);
    spareMemory();
    return withClient<ExitCode>(call, async (client) => {
      const { output, texts, locale } = call;
      let done = 0;
      let last = '';
      for await (const line of client.evaluate(request)) {
        const label = line.email ?? line.uai ?? '';
        output.line({ ...line }, output.json ? '' : texts.evaluationLine(line, locale));
        await output.taken();
        if (label !== last) done += 1;
        last = label;
        output.progress.update(done, undefined, label);
      }
      output.progress.clear();
      return 0;
    });
  },
};

function toRequest(call: CommandCall): EvaluateRequest {
  const on = textOption(call, 'on');
  const person = textOption(call, 'person');
  const school = textOption(call, 'establishment');
  const badge = textOption(call, 'badge');
  if (person && school) throw new UsageError(call.texts.evaluateUsage);
  return {
    ...(person && { person }),
    ...(school && { establishment: parseUai(school) }),
    ...(on && { on: parseLocalDate(on) }),
    ...(badge && { badge }),
  };
}
