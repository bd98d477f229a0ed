import { MOST_WAIT_SECONDS } from '../../domain/award/batch.ts';
import { parseLocalDate } from '../../domain/time/calendar.ts';
import { parseParisTime } from '../../domain/time/paris-clock.ts';
import { parseUai } from '../../domain/uai.ts';
import type { GrantRequest } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { spareMemory } from '../process-limits.ts';
import { stopAtSignal } from '../stop-signals.ts';
import { withClient } from '../with-client.ts';

/** The seconds of each unit. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600 };

/** `grant (--all-met | --person EMAIL --badge CODE | --establishment UAI --badge CODE) [--on DATE]
 *  [--reason TEXT] [--also-to-look-at] [--in 10m | --at 2027-07-01T09:00] [--dry-run]` */
export const grantCommand: Command = {
  options: {
    'all-met': { type: 'boolean' },
    person: { type: 'string' },
    establishment: { type: 'string' },
    badge: { type: 'string' },
    on: { type: 'string' },
    reason: { type: 'string' },
    'also-to-look-at': { type: 'boolean' },
    in: { type: 'string' },
    at: { type: 'string' },
    'dry-run': { type: 'boolean' },
    remote: { type: 'string' },
  },
  words: { min: 0, max: 0 },
  run: (call) => {
    const request = toRequest(call);
    spareMemory();
    return withClient<ExitCode>(call, async (client) => {
      const { output, texts } = call;
      const counts = { granted: 0, grantable: 0, waiting: 0, 'to-look-at': 0, skipped: 0, decision: 0 };
      for await (const line of client.grant({ ...request, stop: stopAtSignal() })) {
        counts[line.kind] += 1;
        if (line.kind === 'decision') {
          output.line({ ...line }, [...texts.decisionLine(line), texts.decisionHelp(line.id)]);
          continue;
        }
        output.line({ ...line }, texts.grantLine(line));
        await output.taken();
        output.progress.update(sumOf(counts), undefined, line.badge);
      }
      const { granted, grantable, waiting, 'to-look-at': toLookAt, skipped } = counts;
      const isOnlyLook = request.dryRun || request.at;
      const first = isOnlyLook ? { grantable } : request.waitSeconds ? { waiting } : { granted };
      const summary = { ...first, toLookAt, skipped };
      output.line({ kind: 'summary', ...summary }, texts.grantSummary(summary, request.at));
      return 0;
    });
  },
};

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}

function toRequest(call: CommandCall): GrantRequest {
  const allMet = call.options['all-met'] === true;
  const person = textOption(call, 'person');
  const school = textOption(call, 'establishment');
  const badge = textOption(call, 'badge');
  const scopes = [allMet, person, school].filter(Boolean).length;
  if (scopes !== 1 || (!allMet && !badge)) throw new UsageError(call.texts.grantUsage);
  const on = textOption(call, 'on');
  const reason = textOption(call, 'reason')?.trim();
  const waitSeconds = readDelay(call);
  return {
    ...(allMet && { allMet: true as const }),
    ...(person && { person }),
    ...(school && { establishment: parseUai(school) }),
    ...(badge && { badge }),
    ...(on && { on: parseLocalDate(on) }),
    ...(reason && { reason }),
    ...(call.options['also-to-look-at'] === true && { alsoToLookAt: true as const }),
    ...(waitSeconds && { waitSeconds }),
    ...readHour(call),
    ...(call.options['dry-run'] === true && { dryRun: true as const }),
  };
}

/** The hour of `--at`, which dates a grant of all that is met, as it is judged then. */
function readHour(call: CommandCall): Pick<GrantRequest, 'at'> {
  const at = textOption(call, 'at');
  if (at === undefined) return {};
  const { options, texts } = call;
  const isAlone = !['also-to-look-at', 'in', 'on', 'reason'].some((name) => options[name] !== undefined);
  if (!isAlone || options['all-met'] !== true) throw new UsageError(texts.hourUsage);
  parseParisTime(at);
  return { at };
}

/** The seconds of `--in`; undefined if the decision is carried out at once. */
function readDelay(call: CommandCall): number | undefined {
  const text = textOption(call, 'in');
  if (text === undefined) return undefined;
  const seconds = parseDelay(text);
  if (seconds === undefined || seconds > MOST_WAIT_SECONDS) {
    throw new UsageError(call.texts.delayUsage(text, MOST_WAIT_SECONDS / 3600));
  }
  return seconds;
}

/** Reads a length of time, such as `90s`, `10m` or `2h`, in seconds; undefined for any other text. */
function parseDelay(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  const figures = [...words].findLastIndex((sign) => sign >= '0' && sign <= '9') + 1;
  const amount = Number(words.slice(0, figures));
  const unit = UNITS[words.slice(figures).trim()];
  return figures > 0 && Number.isInteger(amount) && amount >= 0 && unit ? amount * unit : undefined;
}
