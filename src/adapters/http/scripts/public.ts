// Improves the public pages where scripts run; each works without it.
import './verify-box.ts';

interface BrowserModule {
  start(section: HTMLElement): Promise<void>;
}

/** Shows the button for the verification on this device, and loads the code when the visitor presses it. */
for (const section of document.querySelectorAll<HTMLElement>('section[data-device]')) {
  const button = section.querySelector('button');
  const answer = section.querySelector('[data-device-answer]');
  if (!button || !answer) continue;
  section.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    answer.textContent = section.dataset['loading'] ?? '';
    try {
      const module: BrowserModule = await import(section.dataset['device'] ?? '');
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

/** Buttons that copy the text of a field, and then show that it is copied. */
const fieldOf = (id: string | undefined) =>
  document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`#${id}`);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = fieldOf(button.dataset['copy']);
  const plain = button.dataset['copyPlain'];
  const status = document.querySelector(`[data-copy-status="${button.dataset['copy']}"]`);
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await (plain ? copyHtml(field.value, fieldOf(plain)?.value) : navigator.clipboard.writeText(field.value));
    if (status) status.textContent = button.dataset['copied'] ?? '';
  });
}

/** Copies a piece of a page, as HTML and as plain text. */
function copyHtml(html: string, text = ''): Promise<void> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  return navigator.clipboard.write([item]);
}

const canShare = 'share' in navigator;

/** Opens the browser's own sheet for sharing. A reader who closes it has changed their mind. */
async function shareByBrowser(event: Event, { dataset }: HTMLElement): Promise<void> {
  event.preventDefault();
  const { share: url = '', shareTitle: title = '', shareText: text = '' } = dataset;
  await navigator.share({ title, text, url }).catch(() => {});
}

/** In a browser without a sheet, the fold below the button opens, and the address is copied at once. */
const shareDetails = document.querySelector<HTMLDetailsElement>('details[data-share]');
shareDetails?.querySelector('summary')?.addEventListener('click', async (event) => {
  const url = shareDetails.dataset['share'] ?? '';
  if (canShare) {
    await shareByBrowser(event, shareDetails);
  } else if (!shareDetails.open && navigator.clipboard) {
    await navigator.clipboard.writeText(url).catch(() => {});
    const status = shareDetails.querySelector('[data-copy-status]');
    if (status) status.textContent = shareDetails.dataset['copied'] ?? '';
  }
});

/** Links that write a mail, which is one of many ways in a browser with a sheet. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
  if (!canShare) break;
  link.textContent = link.dataset['shareWord'] ?? '';
  link.addEventListener('click', (event) => shareByBrowser(event, link));
}

/** Folds that lie over the page close at a press elsewhere, and at Escape. */
const closeOver = (but?: EventTarget | null) => {
  for (const over of document.querySelectorAll<HTMLDetailsElement>('details[name="page-action"][open]'))
    if (!(but instanceof Node && over.contains(but))) over.open = false;
};
document.addEventListener('click', ({ target }) => closeOver(target));
document.addEventListener('keydown', ({ key }) => key === 'Escape' && closeOver());

/** The minute of the check, where the page states its day: the server has just answered, or just said that nothing
 *  changed. */
const PARIS = { timeZone: 'Europe/Paris' };
for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-minute]')) {
  const now = new Date();
  if (now.toLocaleDateString('sv-SE', PARIS) !== time.dateTime) continue;
  const clock = now.toLocaleTimeString('en-GB', { ...PARIS, hour: '2-digit', minute: '2-digit' });
  const [hour = '', minute = ''] = clock.split(':');
  time.textContent += (time.dataset['minute'] ?? '').replace('{h}', hour).replace('{m}', minute);
}

/** The button that prints the page. */
const printing = document.querySelector<HTMLButtonElement>('button[data-print]');
if (printing) printing.hidden = false;
printing?.addEventListener('click', () => window.print());
