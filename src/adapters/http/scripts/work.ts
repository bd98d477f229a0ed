/** Milliseconds between two readings: seldom enough for a screen reader, which says what changes. */
const EVERY = 10_000;

/** Reads the line of what goes on again, as long as something does and the page is looked at. Without this
 *  script a link of the line does it. */
export function followWork(): void {
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
  // Only what changed is put in, so that only that is said.
  if (list.innerHTML !== next.innerHTML) list.replaceChildren(...next.children);
  if (now.dataset['work']) setTimeout(() => void readAgain(work, href), EVERY);
}
