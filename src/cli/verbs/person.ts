import type { ExitCode, Verb } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `export-person EMAIL`: writes everything recorded about a person as JSON, with or without `--json`. */
export const exportPersonVerb: Verb = {
  options: { remote: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (call) =>
    withClient<ExitCode>(call, async (client) => {
      const exported = await client.exportPerson(call.words[0] ?? '');
      call.output.document({ ...exported });
      return 0;
    }),
};

/** `erase-person EMAIL` */
export const erasePersonVerb: Verb = {
  options: { remote: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (call) =>
    withClient<ExitCode>(call, async (client) => {
      const { output, texts, words } = call;
      const email = words[0] ?? '';
      const erased = await client.erasePerson(email);
      output.line({ kind: 'erased', ...erased }, texts.erased(email, erased.revokedCredentials));
      return 0;
    }),
};
