/** Milliseconds until the next request after one that failed. */
const RETRY = 5_000;

/** Replaces the code of a roll call as soon as the service shows another one. The seconds come from the service, so
 *  the clock of this computer does not matter. */
export function followCode(shown: HTMLElement): void {
  const seconds = Number(shown.dataset['codeSeconds']);
  setTimeout(() => void replaceCode(shown), seconds * 1000);
}

async function replaceCode(shown: HTMLElement): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) {
    // An old code is refused, so the page states that the code is old.
    shown.querySelector<HTMLElement>('[data-code-lost]')?.removeAttribute('hidden');
    setTimeout(() => void replaceCode(shown), RETRY);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector<HTMLElement>('[data-code-seconds]');
  // The roll call has closed, or the session has ended: the whole page is another one.
  if (!next) return location.reload();
  shown.replaceWith(next);
  followCode(next);
}
