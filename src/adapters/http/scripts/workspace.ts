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

/** A refused form begins at what is to be mended. */
document.querySelector<HTMLElement>('#faults')?.focus();
