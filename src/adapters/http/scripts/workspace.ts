// What makes the pages behind the sign-in a little better where scripts run; each page is whole without it.

/** Buttons that copy the text of a field, and say so. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`#${button.dataset['copy']}`);
  const status = document.querySelector(`[data-copy-status="${button.dataset['copy']}"]`);
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    if (status) status.textContent = button.dataset['copied'] ?? '';
  });
}

/** Links that tick every box of their form, where they would otherwise ask for the page with all ticked. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tick-all]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const boxes =
      link.closest('form')?.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]') ?? [];
    for (const box of boxes) box.checked = true;
  });
}

/** A refused form begins at what is to be mended. */
document.querySelector<HTMLElement>('#faults')?.focus();
