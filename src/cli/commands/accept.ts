import { compact } from '../../domain/text/omit-undefined.ts';
import type { ChoiceRequest } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { parseCredentialAddress, withClient } from '../with-client.ts';

/** `accept (CREDENTIAL_ID | --all) [--visibility public|unlisted] [--name none|initials|full]
 *  [--form feminine|masculine|inclusive] [--schools yes|no] [--confirm-schools] [--email yes|no]
 *  [--words fitting|all|none]` */
export const acceptCommand: Command = {
  options: {
    all: { type: 'boolean' },
    visibility: { type: 'string' },
    name: { type: 'string' },
    form: { type: 'string' },
    schools: { type: 'string' },
    'confirm-schools': { type: 'boolean' },
    email: { type: 'string' },
    words: { type: 'string' },
    remote: { type: 'string' },
  },
  words: { min: 0, max: 1 },
  run: (call) => {
    const choice = toChoice(call);
    const [word] = call.words;
    const all = call.options['all'] === true;
    if (all === (word !== undefined)) throw new UsageError(call.texts.acceptUsage);
    return withClient<ExitCode>(call, async (client) => {
      const { output, texts } = call;
      let accepted = 0;
      const lines = word
        ? [await client.accept(parseCredentialAddress(word), choice)]
        : client.acceptAll(choice);
      for await (const line of lines) {
        accepted += 1;
        output.line({ ...line }, texts.acceptLine(line));
        output.progress.update(accepted, undefined, '');
      }
      output.line({ kind: 'summary', accepted }, texts.acceptSummary(accepted));
      return 0;
    });
  },
};

function toChoice(call: CommandCall): ChoiceRequest {
  const visibility = oneOf(call, 'visibility', ['public', 'unlisted'] as const);
  const name = oneOf(call, 'name', ['none', 'initials', 'full'] as const);
  const form = oneOf(call, 'form', ['feminine', 'masculine', 'inclusive'] as const);
  const schools = oneOf(call, 'schools', ['yes', 'no'] as const);
  const email = oneOf(call, 'email', ['yes', 'no'] as const);
  const words = oneOf(call, 'words', ['fitting', 'all', 'none'] as const);
  return compact({
    visibility,
    name,
    form,
    schools: schools && schools === 'yes',
    schoolsConfirmed: call.options['confirm-schools'] === true || undefined,
    email: email && email === 'yes',
    words,
  });
}

function oneOf<const T extends string>(
  call: CommandCall,
  option: string,
  allowed: readonly T[],
): T | undefined {
  const value = textOption(call, option);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (!found) throw new UsageError(call.texts.notAllowedValue(option, value, allowed));
  return found;
}
