/** Shows the way to the verification on this device, and loads it when the visitor presses the button. */

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
      // The page of a badge verifies again at each press; the other one now has its fields.
      if (section.dataset['badge'] === undefined) button.remove();
    } catch {
      answer.textContent = section.dataset['failed'] ?? '';
    }
    button.disabled = false;
  });
}
