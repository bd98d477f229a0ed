import { changesToSql } from '../../adapters/storage/commit/changes-to-sql.ts';
import { prepareToken } from '../../application/accounts/tokens.ts';
import { withCompleteEntries } from '../../application/audit/audited-store.ts';
import { commandHere } from '../../assembly/audit-context.node.ts';
import { clock, ids } from '../../assembly/system-ports.ts';
import { TOKEN_DAYS } from '../../domain/access/api-token.ts';
import type { Client, TokenRequest } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { withClient } from '../with-client.ts';

const ROLES = ['dane', 'reader'] as const;

/** `token create --role dane|reader --name NAME [--days DAYS] [--sql]` shows the secret once. With `--sql`
 *  nothing is written: the answer is the SQL that adds the token to a database which only another program can
 *  reach. The other forms are `token list` and `token revoke ID`. */
export const tokenCommand: Command = {
  options: {
    role: { type: 'string' },
    name: { type: 'string' },
    days: { type: 'string' },
    sql: { type: 'boolean' },
    remote: { type: 'string' },
  },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action, id] = call.words;
    if (action === 'list' && !id) return withClient<ExitCode>(call, (client) => list(call, client));
    if (action === 'revoke' && id) return withClient<ExitCode>(call, (client) => revoke(call, client, id));
    if (action !== 'create' || id) throw new UsageError(call.texts.wrongWords('token'));
    const request = toRequest(call);
    if (call.options['sql'] === true) return printSql(call, request);
    return withClient<ExitCode>(call, (client) => create(call, client, request));
  },
};

async function create(
  { output, texts }: CommandCall,
  client: Client,
  request: TokenRequest,
): Promise<ExitCode> {
  const { id, name, role, expiresAt, token } = await client.createToken(request);
  output.line(
    { kind: 'token', id, name, role, expiresAt, token },
    texts.tokenLine({ name, role, expiresAt, secret: token }),
  );
  return 0;
}

async function list({ output, texts }: CommandCall, client: Client): Promise<ExitCode> {
  for (const token of await client.listTokens()) {
    output.line({ kind: 'token', ...token }, texts.listedToken(token));
  }
  return 0;
}

async function revoke({ output, texts }: CommandCall, client: Client, id: string): Promise<ExitCode> {
  const token = await client.revokeToken(id);
  output.line({ kind: 'token-revoked', ...token }, texts.tokenRevoked(token.name));
  return 0;
}

/** Writes the SQL on stdout, so that it can be piped, and the secret on stderr. */
async function printSql({ output, texts }: CommandCall, request: TokenRequest): Promise<ExitCode> {
  const { token, secret, changes } = await prepareToken({ clock, ids })({ ...request, actor: CLI_ACTOR });
  const { id, name, role, expiresAt } = token;
  const auditContext = commandHere();
  const sql = changesToSql(withCompleteEntries(changes, { ids, occasions: { current: () => auditContext } }));
  output.line({ kind: 'token', id, name, role, expiresAt, token: secret, sql }, sql.split('\n'));
  if (!output.json) output.note(texts.tokenLine({ name, role, expiresAt, secret }));
  return 0;
}

function toRequest(call: CommandCall): TokenRequest {
  const role = ROLES.find((one) => one === textOption(call, 'role'));
  const name = textOption(call, 'name')?.trim();
  if (!name) throw new UsageError(call.texts.wrongWords('token'));
  if (!role) throw new UsageError(call.texts.notAllowedValue('role', textOption(call, 'role') ?? '', ROLES));
  const days = textOption(call, 'days');
  if (days === undefined) return { role, name };
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > TOKEN_DAYS) {
    throw new UsageError(call.texts.tokenDays(days, TOKEN_DAYS));
  }
  return { role, name, days: Number(days) };
}
