import type { Clock } from '../../../../application/ports.ts';
import { type Device, type DeviceAnswer, shownReport } from '../../../../application/verification/device.ts';
import type { DeviceTexts } from '../../../../texts/fr/device.ts';
import { drawReport, type VerificationTexts } from './draw-report.ts';
import { element, fieldOf } from './element.ts';

interface PageNeeds {
  readonly texts: { readonly deviceTexts: DeviceTexts; readonly verificationTexts: VerificationTexts };
  readonly clock: Clock;
  /** Absent where the browser lacks the cryptography. */
  readonly device: Device | undefined;
}

/** Fills the section of a page after the visitor opened it. The page of a badge verifies its own badge; the
 *  page of the verification asks for one. */
export async function openPage(section: HTMLElement, { texts, clock, device }: PageNeeds): Promise<void> {
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
    say(...asks, ...drawReport(report, { texts: texts.verificationTexts, words, clock, read: given.read }));
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
  { notAsked }: Extract<DeviceAnswer, { kind: 'report' }>,
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

interface AskNeeds {
  readonly words: DeviceTexts;
  readonly verify: (bytes: Uint8Array) => Promise<void>;
  readonly sayText: (text: string) => void;
  readonly device: Device;
}

/** Adds fields for a file and for a text, which are not part of a form. */
async function askForBadge(section: HTMLElement, { words, verify, sayText, device }: AskNeeds) {
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
