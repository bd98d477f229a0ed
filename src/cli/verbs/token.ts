import { changesToSql } from '../../adapters/storage/writing/changes-to-sql.ts';
import { prepareToken } from '../../application/tokens.ts';
import { clock, ids } from '../../system.ts';
import type { TokenRequest } from '../client.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, textOption, type Verb, type VerbCall } from '../verb.ts';
import { withClient } from '../with-client.ts';

const ROLES = ['dane', 'reader'] as const;

/** `token create --role dane|reader --name NAME [--sql]`; the secret is shown this once. With `--sql` nothing is
 *  written: the statements that put the token in a database which only another program reaches are the answer. */
export const tokenVerb: Verb = {
  options: {
    role: { type: 'string' },
    name: { type: 'string' },
    sql: { type: 'boolean' },
    remote: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  async run(call) {
    const request = toRequest(call);
    if (call.options['sql'] === true) return printSql(call, request);
    return withClient<ExitCode>(call, async (client) => {
      const { id, name, role, token } = await client.createToken(request);
      call.output.line(
        { kind: 'token', id, name, role, token },
        call.texts.tokenLine({ name, role, secret: token }),
      );
      return 0;
    });
  },
};

/** The statements on stdout, so that they can be piped; the secret beside them, on stderr. */
async function printSql({ output, texts }: VerbCall, request: TokenRequest): Promise<ExitCode> {
  const { token, secret, changes } = await prepareToken({ clock, ids })({ ...request, actor: CLI_ACTOR });
  const { id, name, role } = token;
  const sql = changesToSql(changes);
  output.line({ kind: 'token', id, name, role, token: secret, sql }, sql);
  if (!output.json) output.note(texts.tokenLine({ name, role, secret }));
  return 0;
}

function toRequest(call: VerbCall): TokenRequest {
  const role = ROLES.find((one) => one === textOption(call, 'role'));
  const name = textOption(call, 'name')?.trim();
  if (call.words[0] !== 'create' || !name) throw new UsageError(call.texts.wrongWords('token'));
  if (!role) throw new UsageError(call.texts.notAllowedValue('role', textOption(call, 'role') ?? '', ROLES));
  return { role, name };
}
