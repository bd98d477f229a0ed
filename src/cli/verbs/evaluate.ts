import type { EvaluationQuery } from '../../application/evaluate-recipients.ts';
import { toEvaluationLine } from '../../application/evaluation-line.ts';
import { parseLocalDate } from '../../domain/time.ts';
import { parseUai } from '../../domain/uai.ts';
import { openNodeContext } from '../../node.ts';
import { UsageError } from '../usage-error.ts';
import { textOption, type Verb, type VerbCall } from '../verb.ts';

/** `evaluate [--on DATE] [--person EMAIL | --establishment UAI] [--badge CODE]`; writes nothing. */
export const evaluateVerb: Verb = {
  options: {
    on: { type: 'string' },
    person: { type: 'string' },
    establishment: { type: 'string' },
    badge: { type: 'string' },
  },
  words: { min: 0, max: 0 },
  async run(call) {
    const query = toQuery(call);
    const context = await openNodeContext(call.environment);
    try {
      const { catalogue } = context.ports;
      let done = 0;
      for await (const found of context.services.evaluateRecipients(query)) {
        for (const evaluation of found.evaluations) {
          const line = toEvaluationLine(catalogue, found.label, evaluation);
          call.output.line({ ...line }, call.texts.evaluationLine(line, call.locale));
        }
        done += 1;
        call.output.progress.update(
          done,
          undefined,
          'email' in found.label ? found.label.email : found.label.uai,
        );
      }
      call.output.progress.clear();
      return 0;
    } finally {
      await context.close();
    }
  },
};

function toQuery(call: VerbCall): EvaluationQuery {
  const on = textOption(call, 'on');
  const person = textOption(call, 'person');
  const establishment = textOption(call, 'establishment');
  const achievement = textOption(call, 'badge');
  if (person && establishment) throw new UsageError(call.texts.evaluateUsage);
  const scope = person
    ? { kind: 'person' as const, email: person }
    : establishment
      ? { kind: 'establishment' as const, uai: parseUai(establishment) }
      : { kind: 'all' as const };
  return { scope, ...(on && { on: parseLocalDate(on) }), ...(achievement && { achievement }) };
}
