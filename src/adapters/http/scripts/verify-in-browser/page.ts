import { publicFactsOf } from '#open-badges/credential';
import type { VerificationReport } from '#open-badges/verification';
import type { Clock } from '../../../../application/ports.ts';
import {
  type BrowserReport,
  type Device,
  shownReport,
} from '../../../../application/verification/browser-report.ts';
import type { DeviceTexts } from '../../../../texts/fr/verification/browser.ts';
import { type MarkShape, markOf, STEP_MARKS, verdictMark } from '../../public/verify/marks.ts';
import { type ReportContext, verdictView } from '../../public/verify/verdict-view.ts';
import { element, fieldOf } from './element.ts';

const SVG = 'http://www.w3.org/2000/svg';

interface PageDeps {
  readonly texts: { readonly deviceTexts: DeviceTexts; readonly verificationTexts: VerificationTexts };
  readonly clock: Clock;
  /** Absent if the browser lacks the cryptography. */
  readonly device: Device | undefined;
}

/** Fills the section of a page after the visitor opened it. The page of a badge verifies its own badge; the
 *  page of the verification asks for one. */
export async function openPage(section: HTMLElement, { texts, clock, device }: PageDeps): Promise<void> {
  const words = texts.deviceTexts;
  const answer = section.querySelector<HTMLElement>('[data-device-answer]');
  if (!answer) return;
  const say = (...nodes: readonly Node[]) => answer.replaceChildren(...nodes);
  const sayText = (text: string) => say(element('p', {}, text));
  if (!device) return sayText(words.noEd25519);

  const verify = async (bytes: Uint8Array): Promise<void> => {
    sayText(words.checking);
    const given = await device.verify(bytes);
    if (given.kind === 'beyond') return say(...beyond(words));
    const report = shownReport(given);
    const ask = (host: string) => {
      device.allow(host);
      return verify(bytes);
    };
    const asks = given.notAsked.length > 0 ? asking(given, ask, words) : [];
    say(...asks, ...renderReport(report, { texts: texts.verificationTexts, words, clock, read: given.read }));
  };
  const { badge } = section.dataset;
  if (badge === undefined) return askForBadge(section, { words, verify, sayText, device });
  const document = await fetch(badge, { credentials: 'omit', headers: { Accept: 'application/vc' } });
  await verify(new Uint8Array(await document.arrayBuffer()));
}

function beyond(words: DeviceTexts): readonly Node[] {
  const link = element('a', { href: '/verify' }, words.byService);
  return [element('p', {}, words.beyond), element('p', {}, link)];
}

function asking(
  { notAsked }: Extract<BrowserReport, { kind: 'report' }>,
  ask: (host: string) => Promise<void>,
  words: DeviceTexts,
): readonly Node[] {
  const buttons = notAsked.map((host) => {
    const button = element('button', { type: 'button' }, words.ask(host));
    button.addEventListener('click', () => ask(host));
    return button;
  });
  return [element('p', {}, words.notAsked(notAsked)), element('p', {}, ...buttons)];
}

interface AskDeps {
  readonly words: DeviceTexts;
  readonly verify: (bytes: Uint8Array) => Promise<void>;
  readonly sayText: (text: string) => void;
  readonly device: Device;
}

/** Adds fields for a file and for a text, which are not part of a form. */
async function askForBadge(section: HTMLElement, { words, verify, sayText, device }: AskDeps) {
  await device.prepare();
  const file = element('input', { type: 'file', id: 'device-file' });
  const text = element('textarea', {
    id: 'device-text',
    rows: '2',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const check = element('button', { type: 'button', class: 'secondary' }, words.check);
  const box = element(
    'div',
    { class: 'device-box' },
    fieldOf(file, words.file, words.fileHelp),
    fieldOf(text, words.text, words.textHelp),
    check,
  );
  const verifyFile = async (given: File) => verify(new Uint8Array(await given.arrayBuffer()));
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) return verifyFile(chosen);
    return undefined;
  });
  check.addEventListener('click', () => verify(new TextEncoder().encode(text.value.trim())));
  section.addEventListener('dragover', (event) => event.preventDefault());
  section.addEventListener('drop', (event) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) return verifyFile(dropped);
    return undefined;
  });
  section.querySelector('[data-device-answer]')?.before(box);
  sayText(words.ready);
  file.focus();
}

type VerificationTexts = ReportContext['texts'];

interface Drawing {
  readonly texts: VerificationTexts;
  readonly words: DeviceTexts;
  readonly clock: Clock;
  readonly read: readonly { readonly url: string; readonly at: number }[];
}

/** A report as the pages of the service draw it: the verdict, then each step. */
function renderReport(report: VerificationReport, { texts, words, clock, read }: Drawing): Node[] {
  const facts = publicFactsOf(report.credential);
  const checkedAt = clock.now();
  const view = verdictView(report, { texts, checkedAt, facts });
  const mark = verdictMark(view);
  const verdict = element(
    'div',
    { class: `verdict tone-${mark.tone}` },
    render(mark),
    element(
      'div',
      {},
      element('p', { class: 'verdict-word' }, view.word),
      element('p', { class: 'verdict-sentence' }, view.sentence),
    ),
  );
  const steps = view.steps.map((step) => {
    const look = STEP_MARKS[step.result];
    const name = element('strong', {}, step.name);
    const words = element('p', {}, name, ' ', element('span', { class: 'word' }, step.resultWord));
    const mark = element('span', { class: `step-mark tone-${look.tone}` }, render(look));
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

function render(look: MarkShape): SVGElement {
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
