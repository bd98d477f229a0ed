// Improves the pages behind the sign-in where scripts run; each page works without it.
import './verify-box.ts';

/** Buttons that copy the text of a field, and say that they did. */
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

/** Links that tick every box of their form; without the script they request the page with all boxes
 *  ticked. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tick-all]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const boxes =
      link.closest('form')?.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]') ?? [];
    for (const box of boxes) box.checked = true;
  });
}

/** Puts the focus of a refused form on its summary of faults. */
document.querySelector<HTMLElement>('#faults')?.focus();
