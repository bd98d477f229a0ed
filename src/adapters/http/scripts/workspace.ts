// Improves the pages behind the sign-in and the page of a badge where scripts run; each works without it.
import { followDeclaration } from './declaration.ts';
import './verify-box.ts';

/** Milliseconds between two readings: long enough for a screen reader, which reads each change aloud. */
const EVERY = 10_000;

for (const section of document.querySelectorAll<HTMLElement>('section[data-device]')) {
  const button = section.querySelector('button');
  const answer = section.querySelector('[data-device-answer]');
  if (!button || !answer) continue;
  section.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    answer.textContent = section.dataset['loading'] ?? '';
    try {
      const module: DeviceModule = await import(section.dataset['device'] ?? '');
      await module.start(section);
      // On the page of a badge, each press verifies again. On the other page, the fields have taken the
      // button's place.
      if (section.dataset['badge'] === undefined) button.remove();
    } catch {
      answer.textContent = section.dataset['failed'] ?? '';
    }
    button.disabled = false;
  });
}

/** Milliseconds without typing before a request, so that a word costs only one. */
const REST = 250;

/** Buttons that copy the text of a field, and then show that it is copied. */
const fieldOf = (id: string | undefined) =>
  document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`#${id}`);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = fieldOf(button.dataset['copy']);
  const plain = button.dataset['copyPlain'];
  const status = document.querySelector(`[data-copy-status="${button.dataset['copy']}"]`);
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await (plain ? copyHtml(field.value, fieldOf(plain)?.value) : navigator.clipboard.writeText(field.value));
    if (status) status.textContent = button.dataset['copied'] ?? '';
  });
}

/** Copies a piece of a page, as HTML and as plain text. */
function copyHtml(html: string, text = ''): Promise<void> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  return navigator.clipboard.write([item]);
}

const hasSheet = 'share' in navigator;

/** Opens the browser's own sheet for sharing. A reader who closes it has changed their mind. */
async function openSheet(event: Event, { dataset }: HTMLElement): Promise<void> {
  event.preventDefault();
  const { share: url = '', shareTitle: title = '', shareText: text = '' } = dataset;
  await navigator.share({ title, text, url }).catch(() => {});
}

/** In a browser without a sheet, the fold below the button opens, and the address is copied at once. */
const fold = document.querySelector<HTMLDetailsElement>('details[data-share]');
fold?.querySelector('summary')?.addEventListener('click', async (event) => {
  const url = fold.dataset['share'] ?? '';
  if (hasSheet) {
    await openSheet(event, fold);
  } else if (!fold.open && navigator.clipboard) {
    await navigator.clipboard.writeText(url).catch(() => {});
    const status = fold.querySelector('[data-copy-status]');
    if (status) status.textContent = fold.dataset['copied'] ?? '';
  }
});

/** Links that write a mail, which is one of many ways in a browser with a sheet. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
  if (!hasSheet) break;
  link.textContent = link.dataset['shareWord'] ?? '';
  link.addEventListener('click', (event) => openSheet(event, link));
}

/** Folds that lie over the page close at a press elsewhere, and at Escape. */
const closeOver = (but?: EventTarget | null) => {
  for (const over of document.querySelectorAll<HTMLDetailsElement>('details[name="page-action"][open]'))
    if (!(but instanceof Node && over.contains(but))) over.open = false;
};
document.addEventListener('click', ({ target }) => closeOver(target));
document.addEventListener('keydown', ({ key }) => key === 'Escape' && closeOver());

/** The button that prints the page. */
const printing = document.querySelector<HTMLButtonElement>('button[data-print]');
if (printing) printing.hidden = false;
printing?.addEventListener('click', () => window.print());

/** Links that tick all boxes of their form, or those of a selector. Without the script, they request the page
 *  with these boxes ticked. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tick-all]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const some = link.dataset['tickAll'] ?? '';
    const boxes =
      link.closest('form')?.querySelectorAll<HTMLInputElement>(`tbody input[type="checkbox"]${some}`) ?? [];
    for (const box of boxes) box.checked = true;
    link.closest('form')?.dispatchEvent(new Event('change'));
  });
}

/** Shows how many rows of a form are ticked; the page contains the words, by number. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tick-count]')) {
  const output = form.querySelector<HTMLOutputElement>('output[data-count]');
  if (!output) continue;
  const words = JSON.parse(output.dataset['count'] ?? '[]') as readonly string[];
  const count = () => {
    const ticked = form.querySelectorAll('input[data-counts]:checked').length;
    output.textContent = words[ticked] ?? '';
  };
  output.hidden = false;
  form.addEventListener('change', count);
  count();
}

/** Puts the focus of a refused form on its summary of faults. */
document.querySelector<HTMLElement>('#faults')?.focus();

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-declaration]')) {
  followDeclaration(form);
}

followWork();
suggestWhileTyping();

/** Fills the list of a field with the service's suggestions for the typed text. */
function suggestWhileTyping(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-suggests]')) {
    const href = place.dataset['suggests'];
    const input = place.querySelector('input');
    const list = place.querySelector('datalist');
    if (!input || !list || !href) continue;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void fill(list, `${href}?${new URLSearchParams({ q: input.value })}`), REST);
    });
  }
}

async function fill(list: HTMLDataListElement, href: string): Promise<void> {
  const answer = await fetch(href).catch(() => undefined);
  if (!answer?.ok) return;
  const found = (await answer.json()) as readonly string[];
  list.replaceChildren(
    ...found.map((label) => {
      const option = document.createElement('option');
      option.value = label;
      return option;
    }),
  );
}

/** Shows the button for the verification on this device, and loads the code when the visitor presses it. */

interface DeviceModule {
  start(section: HTMLElement): Promise<void>;
}

/** Reads the line about work in progress again, as long as there is work and the page is visible. Without
 *  this script, the reader follows a link in the line. */
function followWork(): void {
  const work = document.getElementById('work');
  const href = work?.dataset['work'];
  if (!work || !href) return;
  work.querySelector<HTMLElement>('.work-again')?.setAttribute('hidden', '');
  setTimeout(() => void readAgain(work, href), EVERY);
}

async function readAgain(work: HTMLElement, href: string): Promise<void> {
  if (document.hidden) {
    setTimeout(() => void readAgain(work, href), EVERY);
    return;
  }
  const answer = await fetch(href).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.getElementById('work');
  const [list, next] = [work.querySelector('ul'), now?.querySelector('ul')];
  if (!list || !next || !now) return;
  // Only the changed list is replaced, so that a screen reader reads nothing else aloud.
  if (list.innerHTML !== next.innerHTML) list.replaceChildren(...next.children);
  if (now.dataset['work']) setTimeout(() => void readAgain(work, href), EVERY);
}
