import { openNodeContext } from '../../node.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { UsageError } from '../usage-error.ts';
import { textOption, type Verb } from '../verb.ts';

const ROLES = ['dane', 'reader'] as const;

/** `token create --role dane|reader --name NAME`; the secret is shown this once. */
export const tokenVerb: Verb = {
  options: { role: { type: 'string' }, name: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const role = ROLES.find((one) => one === textOption(call, 'role'));
    const name = textOption(call, 'name')?.trim();
    if (call.words[0] !== 'create' || !name) throw new UsageError(call.texts.wrongWords('token'));
    if (!role)
      throw new UsageError(call.texts.notAllowedValue('role', textOption(call, 'role') ?? '', ROLES));
    const context = await openNodeContext(call.environment);
    try {
      const { token, secret } = await context.services.createToken({ role, name, actor: CLI_ACTOR });
      call.output.line(
        { kind: 'token', id: token.id, name, role, token: secret },
        call.texts.tokenLine({ name, role, secret }),
      );
      return 0;
    } finally {
      await context.close();
    }
  },
};
