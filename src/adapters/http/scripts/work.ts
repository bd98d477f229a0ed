/** Milliseconds between two readings: long enough for a screen reader, which reads each change aloud. */
const EVERY = 10_000;

/** Reads the line about work in progress again, as long as there is work and the page is visible. Without
 *  this script, the reader follows a link in the line. */
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
  // Only the changed list is replaced, so that a screen reader reads nothing else aloud.
  if (list.innerHTML !== next.innerHTML) list.replaceChildren(...next.children);
  if (now.dataset['work']) setTimeout(() => void readAgain(work, href), EVERY);
}
