// Improves the pages behind the sign-in where scripts run; each works without it.
import { followDeclaration } from './declaration.ts';
import { followCode } from './roll-call.ts';
import './public.ts';

/** Milliseconds between two readings: long enough for a screen reader, which reads each change aloud. */
const EVERY = 10_000;

/** Milliseconds without typing before a request, so that a word costs only one. */
const REST = 250;

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
  const texts = JSON.parse(output.dataset['count'] ?? '[]') as readonly string[];
  const count = () => {
    const ticked = form.querySelectorAll('input[data-counts]:checked').length;
    output.textContent = texts[ticked] ?? '';
  };
  output.hidden = false;
  form.addEventListener('change', count);
  count();
}

/** Unticks the schools when a badge shows no name. Ticked again, they show their warning. */
for (const nameless of document.querySelectorAll<HTMLInputElement>('input[name="name"][value="none"]')) {
  nameless.addEventListener('change', () => {
    const schools = nameless.form?.querySelector<HTMLInputElement>('input[name="schools"]');
    if (nameless.checked && schools) schools.checked = false;
  });
}

/** Puts the focus of a refused form on its summary of faults. */
document.querySelector<HTMLElement>('#faults')?.focus();

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-declaration]')) {
  followDeclaration(form);
}

const code = document.querySelector<HTMLElement>('[data-code-seconds]');
if (code) followCode(code);

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
