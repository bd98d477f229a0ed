import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { credentialKind } from '#open-badges/credential';
import { spelledAddress } from '#open-badges/parsing';
import { innerTexts } from '../../application/verification/inner-texts.ts';
import type { ServiceReport } from '../../application/verification/own-address.ts';
import {
  holdsBadges,
  isOfASite,
  isShowable,
  isUnsigned,
  quotedStep,
  recipientSentence,
  shownSteps,
} from '../../application/verification/shown-steps.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { openNodeContext } from '../../node.ts';
import { verificationTexts as english } from '../../texts/en/verification/report.ts';
import type { CliTexts } from '../../texts/fr/cli/commands.ts';
import { verificationTexts as french } from '../../texts/fr/verification/report.ts';
import type { Command } from '../command.ts';
import { unreadableFile } from '../errors.ts';

/** `verify FILE|URL|- [--recipient EMAIL] [--accept-part]`; the exit code is 0 only if the credential is verified and, where
 *  an address is given, was issued to it. */
export const verifyCommand: Command = {
  options: { recipient: { type: 'string' }, 'accept-part': { type: 'boolean' } },
  words: { min: 1, max: 1 },
  async run({ words, options, output, texts, locale, environment }) {
    const context = await openNodeContext(environment);
    try {
      const input = await toInput(words[0] ?? '', context.config.publicUrl);
      const given = options['recipient'];
      const report = await context.verify(input, {
        recipient: typeof given === 'string' ? given : undefined,
        acceptsPart: options['accept-part'] === true,
      });
      const { verified, verdict, steps, inner, recipient, older, issuer, ownAddress } = report;
      const say = locale === 'en' ? english : french;
      const line = compact({ verified, verdict, steps, inner, recipient, older, issuer, ownAddress });
      output.line(line, reportAsTexts(report, say, texts));
      return verified && (recipient === undefined || recipient === 'confirmed') ? 0 : 1;
    } finally {
      await context.close();
    }
  },
};

/** Writes a warning if the document is unsigned, or altered and names an address of ours; then every step, the embedded credentials, then the verdict. */
function reportAsTexts(report: ServiceReport, say: typeof french, texts: CliTexts): readonly string[] {
  const { verdict, inner = [], credential, older, issuer } = report;
  const kind = credential && credentialKind(credential);
  const lines = shownSteps(report).map((step) => {
    const own = isOfASite(report, step) ? say.hostedName : say.stepName[step.step];
    const name = holdsBadges(report, step) ? say.innerName : own;
    return texts.verifyStep(name, step.result, say.step(quotedStep(step)));
  });
  const insides = inner.map((one) => {
    const { label, reasons } = innerTexts(one, say);
    const stated = [say.innerVerdict[one.verdict], ...reasons].join('. ');
    return `  ${texts.verifyStep(label, one.verified ? 'passed' : 'failed', stated)}`;
  });
  const ofIssuer = issuer ? [say.trust(issuer)] : [];
  const ofRecipient = recipientSentence(report, say) ?? [];
  const stated = say.shortVerdict(verdict, { kind, older, isUnsigned: isUnsigned(report) });
  const isDenied = isUnsigned(report) || (report.ownAddress !== undefined && !isShowable(verdict));
  const warned = isDenied ? [say.doNotRely] : [];
  return [
    ...warned,
    ...lines,
    ...insides,
    '',
    stated,
    ...ofIssuer,
    ...[ofRecipient].flat(),
    ...named(report, say),
  ];
}

/** What is published at the address of ours that the document names. */
function named({ ownAddress }: ServiceReport, { named }: typeof french): readonly string[] {
  if (ownAddress === undefined) return [];
  const { url, isPublished } = ownAddress;
  return isPublished ? [named.published, `${named.see} (${url})`] : [named.nothing];
}

/** A word that is no address is the name of a file. Where there is no such file, it may be a short id, or an
 *  address without its scheme. */
async function toInput(word: string, origin: string) {
  if (/^https?:\/\//i.test(word)) return { kind: 'url' as const, url: word };
  const isFile = word === '-' || existsSync(word);
  if (!isFile && spelledAddress(word, origin)) return { kind: 'url' as const, url: word };
  const read = word === '-' ? buffer(process.stdin) : readFile(word);
  const bytes = await read.catch(unreadableFile(word));
  return { kind: 'bytes' as const, bytes: new Uint8Array(bytes) };
}
