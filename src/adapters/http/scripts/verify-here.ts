/** Shows the button for the verification on this device, and loads the code when the visitor presses it. */

interface DeviceModule {
  start(section: HTMLElement): Promise<void>;
}

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
