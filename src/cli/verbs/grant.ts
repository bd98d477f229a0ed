import { parseLocalDate } from '../../domain/time/time.ts';
import { parseUai } from '../../domain/uai.ts';
import type { GrantRequest } from '../client.ts';
import { spareMemory } from '../spare-memory.ts';
import { stopAtSignal } from '../stop-signals.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, textOption, type Verb, type VerbCall } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `grant (--all-met | --person EMAIL --badge CODE | --establishment UAI --badge CODE) [--on DATE]
 *  [--reason TEXT] [--dry-run]` */
export const grantVerb: Verb = {
  options: {
    'all-met': { type: 'boolean' },
    person: { type: 'string' },
    establishment: { type: 'string' },
    badge: { type: 'string' },
    on: { type: 'string' },
    reason: { type: 'string' },
    'dry-run': { type: 'boolean' },
    remote: { type: 'string' },
  },
  words: { min: 0, max: 0 },
  run: (call) => {
    const request = toRequest(call);
    spareMemory();
    return withClient<ExitCode>(call, async (client) => {
      const { output, texts } = call;
      const counts = { granted: 0, grantable: 0, skipped: 0 };
      for await (const line of client.grant({ ...request, stop: stopAtSignal() })) {
        counts[line.kind] += 1;
        output.line(line, texts.grantLine(line));
        await output.taken();
        output.progress.update(counts.granted + counts.grantable + counts.skipped, undefined, line.badge);
      }
      const { granted, grantable, skipped } = counts;
      const summary = request.dryRun ? { grantable, skipped } : { granted, skipped };
      output.line({ kind: 'summary', ...summary }, texts.grantSummary(summary));
      return 0;
    });
  },
};

function toRequest(call: VerbCall): GrantRequest {
  const allMet = call.options['all-met'] === true;
  const person = textOption(call, 'person');
  const establishment = textOption(call, 'establishment');
  const badge = textOption(call, 'badge');
  const scopes = [allMet, person, establishment].filter(Boolean).length;
  if (scopes !== 1 || (!allMet && !badge)) throw new UsageError(call.texts.grantUsage);
  const on = textOption(call, 'on');
  const reason = textOption(call, 'reason')?.trim();
  return {
    ...(allMet && { allMet: true as const }),
    ...(person && { person }),
    ...(establishment && { establishment: parseUai(establishment) }),
    ...(badge && { badge }),
    ...(on && { on: parseLocalDate(on) }),
    ...(reason && { reason }),
    ...(call.options['dry-run'] === true && { dryRun: true as const }),
  };
}
