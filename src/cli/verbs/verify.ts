import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '../../domain/errors.ts';
import { openNodeContext } from '../../node.ts';
import { verificationTexts as english } from '../../texts/en/verification.ts';
import { verificationTexts as french } from '../../texts/fr/verification.ts';
import type { Verb } from '../verb.ts';

/** `verify FILE|URL|-`; exit 0 only where the credential is verified. */
export const verifyVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run({ words, output, texts, locale, environment }) {
    const input = await toInput(words[0] ?? '');
    const context = await openNodeContext(environment);
    try {
      const { verified, verdict, steps } = await context.verify(input);
      const say = locale === 'en' ? english : french;
      const text = steps
        .map((step) => texts.verifyStep(say.stepName[step.step], step.result, say.step(step)))
        .join('\n');
      output.line({ verified, verdict, steps }, `${text}\n\n${say.shortVerdict[verdict]}`);
      return verified ? 0 : 1;
    } finally {
      await context.close();
    }
  },
};

async function toInput(word: string) {
  if (/^https?:\/\//i.test(word)) return { kind: 'url' as const, url: word };
  const read = word === '-' ? buffer(process.stdin) : readFile(word);
  const bytes = await read.catch((cause: Error) => {
    throw new DomainError('unreadable-file', { name: word, reason: cause.message }, { cause });
  });
  return { kind: 'bytes' as const, bytes: new Uint8Array(bytes) };
}
