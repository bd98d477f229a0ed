import { existsSync } from 'node:fs';
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import { hasDamage, type InvariantAnswer, isClockLeftover } from '../../domain/integrity/invariant.ts';
import { readSettings } from '../../settings/read.node.ts';
import {
  invariantTexts as english,
  clockLeftoverText as englishLeftovers,
} from '../../texts/en/dane/invariants.ts';
import { errorTexts as englishErrors } from '../../texts/en/errors/domain.ts';
import {
  invariantTexts as french,
  clockLeftoverText as frenchLeftovers,
} from '../../texts/fr/dane/invariants.ts';
import { errorTexts as frenchErrors } from '../../texts/fr/errors/domain.ts';
import { OFFICE } from '../../texts/office.ts';
import type { Command, CommandCall, ExitCode } from '../command.ts';
import { RemoteError } from '../remote-error.ts';
import { withClient } from '../with-client.ts';

/** `doctor [--quick]`: asks every invariant of the whole service, and says each in a line, with what to do. It
 *  writes nothing, and works next to a running service. 0: all of them hold; 1: one does not; 3: one could not be
 *  looked at. */
export const doctorCommand: Command = {
  options: { quick: { type: 'boolean' }, remote: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: (call) => {
    refuseNoDatabase(call);
    return withClient<ExitCode>(call, async (client) => {
      const { output, options } = call;
      const sums = { asked: 0, broken: 0, unread: 0 };
      const depth = options['quick'] === true ? 'quick' : 'whole';
      const onLook = (done: number, label: string) => output.progress.update(done, undefined, label);
      for await (const answer of client.checkInvariants({ depth, onLook })) {
        sums.asked += 1;
        if (answer.count > 0) sums.broken += 1;
        else if (answer.failure !== undefined) sums.unread += 1;
        writeAnswer(call, answer);
      }
      output.line({ kind: 'summary', depth, ...sums }, call.texts.doctor.summary(sums));
      if (sums.broken > 0) return 1;
      return sums.unread > 0 ? 3 : 0;
    }).catch(notLooked);
  },
};

/** A service that refuses to be asked was not looked at: that is 3, and not the 1 of a refusal. */
function notLooked(error: unknown): never {
  if (!(error instanceof RemoteError)) throw error;
  throw new RemoteError(error.code, error.message, { cause: error, params: error.params });
}

/** Without this, a database that is not there would be made, and found to be sound. */
function refuseNoDatabase({ options, environment }: CommandCall): void {
  if (options['remote'] !== undefined) return;
  const { database } = readSettings(environment).config;
  if (database.kind !== 'sqlite' || existsSync(database.file)) return;
  throw new DomainError('database-unusable', { because: 'cannot-open', file: database.file });
}

function writeAnswer({ output, texts, locale }: CommandCall, answer: InvariantAnswer): void {
  const { invariant, looked, count, found, failure } = answer;
  const words = (locale === 'en' ? english : french)[invariant];
  const errors = (locale === 'en' ? englishErrors : frenchErrors)(OFFICE);
  const t = texts.doctor;
  const lines = [
    t.line({ holds: words.holds, looked, count, failed: failure !== undefined }),
    ...found.map(({ subject, detail }) =>
      t.finding(
        subject,
        Object.entries(detail ?? {})
          .flat()
          .join(' '),
      ),
    ),
    ...(count > found.length ? [t.more(count - found.length)] : []),
    ...(hasDamage(answer) ? [t.todo(words.todo)] : []),
    ...(found.some(isClockLeftover) ? [t.todo(locale === 'en' ? englishLeftovers : frenchLeftovers)] : []),
    ...(failure === undefined ? [] : [t.todo(errors[failure as DomainErrorCode]?.({}) ?? failure)]),
  ];
  output.line({ kind: 'invariant', ...answer, holds: count === 0 && failure === undefined }, lines);
}
