import type { Clock } from '../../../../application/ports.ts';
import { publicFactsOf } from '../../../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../../../openbadges/report.ts';
import type { DeviceTexts } from '../../../../texts/fr/device.ts';
import { type MarkLook, markOf, STEP_LOOKS, VERDICT_LOOKS } from '../../public/verify/marks.ts';
import { type ReportContext, verdictView } from '../../public/verify/verdict-view.ts';
import { element } from './element.ts';

export type VerificationTexts = ReportContext['texts'];

interface Drawing {
  readonly texts: VerificationTexts;
  readonly words: DeviceTexts;
  readonly clock: Clock;
  readonly read: readonly { readonly url: string; readonly at: number }[];
}

/** A report as the pages of the service draw it: the verdict, then each step. */
export function drawReport(report: VerificationReport, { texts, words, clock, read }: Drawing): Node[] {
  const facts = publicFactsOf(report.credential);
  const checkedAt = clock.now();
  const view = verdictView(report, { texts, checkedAt, facts });
  const { tone } = VERDICT_LOOKS[view.verdict];
  const verdict = element(
    'div',
    { class: `verdict tone-${tone}` },
    draw(VERDICT_LOOKS[view.verdict]),
    element(
      'div',
      {},
      element('p', { class: 'verdict-word' }, view.word),
      element('p', { class: 'verdict-sentence' }, view.sentence),
    ),
  );
  const steps = view.steps.map((step) => {
    const look = STEP_LOOKS[step.result];
    const name = element('strong', {}, step.name);
    const words = element('p', {}, name, ' ', element('span', { class: 'word' }, step.resultWord));
    const mark = element('span', { class: `step-mark tone-${look.tone}` }, draw(look));
    return element(
      'li',
      { class: step.result },
      mark,
      element('div', {}, words, element('p', {}, step.sentence)),
    );
  });
  const documents = read.map(({ url, at }) => words.readAt(url, timeOf(at)));
  const made = words.checkedAt(timeOf(Date.parse(checkedAt)));
  const sources = documents.length > 0 ? words.read(documents) : words.readNothing;
  return [
    verdict,
    element('p', { class: 'checked-at' }, `${made} ${sources}`),
    element('h3', {}, words.steps),
    element('ol', { class: 'checks' }, ...steps),
  ];
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
}

const SVG = 'http://www.w3.org/2000/svg';

function draw(look: MarkLook): SVGElement {
  const { ground, sign } = markOf(look);
  const mark = document.createElementNS(SVG, 'svg');
  const attributes = {
    class: 'mark',
    viewBox: '0 0 32 32',
    width: '32',
    height: '32',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) mark.setAttribute(name, value);
  for (const [kind, d] of [
    ['mark-ground', ground],
    ['mark-sign', sign],
  ] as const) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', kind);
    path.setAttribute('d', d);
    mark.append(path);
  }
  return mark;
}
