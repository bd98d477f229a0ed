/** Milliseconds without typing before a request, so that a word costs only one. */
const REST = 250;

/** Fills the list of a field with the service's suggestions for the typed text. */
export function suggestWhileTyping(): void {
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
