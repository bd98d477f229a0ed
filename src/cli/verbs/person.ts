import { openNodeContext } from '../../node.ts';
import { CLI_ACTOR } from '../local-client.ts';
import type { Verb } from '../verb.ts';

/** `export-person EMAIL`: everything recorded about a person, as JSON, with or without `--json`. */
export const exportPersonVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run({ words, output, environment }) {
    const context = await openNodeContext(environment);
    try {
      const exported = await context.services.exportPerson({ email: words[0] ?? '', actor: CLI_ACTOR });
      output.line({ ...exported }, JSON.stringify(exported, undefined, 2));
      return 0;
    } finally {
      await context.close();
    }
  },
};

/** `erase-person EMAIL` */
export const erasePersonVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run({ words, output, texts, environment }) {
    const context = await openNodeContext(environment);
    try {
      const email = words[0] ?? '';
      const erased = await context.services.erasePerson({ email, actor: CLI_ACTOR });
      output.line({ kind: 'erased', ...erased }, texts.erased(email, erased.revokedCredentials));
      return 0;
    } finally {
      await context.close();
    }
  },
};
