import type { Context } from 'hono';
import { publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../../../openbadges/report.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { reportView } from '../../public/verify/report-view.ts';
import { shownImage } from '../../public/verify/shown-image.ts';
import type { ParsedForm } from '../../shell/form.ts';
import { readSent } from '../../shell/read-sent.ts';
import { afterDoing, type Refused } from '../../shell/take-form.ts';
import { WORDS, wordsOf } from '../../shell/words.ts';

/** A badge in any form that can be verified: the bytes of a file, of a text, or of an address. */
export interface BroughtBadge {
  readonly bytes: Uint8Array;
}

/** Reads the form: a file or a pasted text. If there are both, the file counts. */
export async function readBroughtBadge(c: Context<AppEnv>): Promise<ParsedForm<BroughtBadge>> {
  const form = await readSent(c);
  const [file, pasted] = [form.get('file'), form.get('credential')];
  const text = typeof pasted === 'string' ? pasted.trim() : '';
  const values = text === '' ? {} : { credential: [text] };
  if (file instanceof File && file.size > 0) {
    return { ok: true, value: { bytes: new Uint8Array(await file.arrayBuffer()) }, values };
  }
  if (text === '') return { ok: false, faults: { credential: 'required' }, values };
  return { ok: true, value: { bytes: new TextEncoder().encode(text) }, values };
}

/** Verifies a badge and keeps it, or explains why it is not kept. */
export async function keepBadge(
  c: Context<AppEnv>,
  deps: AppDeps,
  { bytes }: BroughtBadge,
): Promise<string | Refused> {
  const { services, verify, ports } = deps;
  const report = await verify({ kind: 'bytes', bytes });
  const facts = publicFactsOf(report.credential);
  const picture = shownImage({ report, facts, bytes });
  const received = await services.receiveBadge({
    personId: c.var.signedIn.actor.personId,
    report,
    ...(picture?.source === 'given' && { picture: picture.src }),
  });
  const { refusals } = wordsOf(ports, c.var.locale).pages.host.held;
  switch (received) {
    case 'new':
      return afterDoing('held-badge-added', '/my/badges/elsewhere');
    case 'replaces':
      return afterDoing('held-badge-replaced', '/my/badges/elsewhere');
    case 'not-verified':
      return refused(refusals['not-verified'](sentenceOf(c, deps, report)));
    case 'not-a-badge':
      return refused(report.credential ? refusals['not-a-badge'] : sentenceOf(c, deps, report));
    default:
      return refused(refusals[received]);
  }
}

function refused(refusal: string): Refused {
  return { refusal, status: 400 };
}

/** The result of the verification, in one sentence. */
function sentenceOf(c: Context<AppEnv>, { ports }: AppDeps, report: VerificationReport): string {
  const { locale } = c.var;
  const [document] = report.steps;
  if (!report.credential && document) return WORDS[locale].verification.step(document);
  const facts = publicFactsOf(report.credential);
  return reportView(report, { texts: WORDS[locale].verification, checkedAt: ports.clock.now(), facts })
    .sentence;
}
