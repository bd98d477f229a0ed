/** Improves the box of `/verify`: a file may be dropped on it, and an image or a text pasted anywhere on the
 *  page. Images in a format that the service does not read are first converted to JPEG. Without the script,
 *  the form does everything else. */

/** Longest side of a converted image, in pixels: enough for a code that fills a tenth of it. */
const LONGEST_SIDE = 2400;
/** A photograph of more bytes is made smaller before it is sent. */
const LARGE_BYTES = 3 * 1024 * 1024;
/** Images that are sent unchanged. PNG and SVG may hold a badge, which a conversion would lose. */
const READ = /^image\/(png|svg\+xml|jpeg)$/;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-verify-box]')) {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const text = form.querySelector('textarea');
  if (input && text) improve(form, input, text);
}

function improve(form: HTMLFormElement, input: HTMLInputElement, text: HTMLTextAreaElement): void {
  const status = form.querySelector<HTMLElement>('[data-box-status]');
  const hint = form.querySelector<HTMLElement>('[data-drop-hint]');
  if (hint) hint.hidden = false;

  const place = (file: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
  };
  const send = () => {
    if (status) status.textContent = status.dataset['said'] ?? '';
    form.requestSubmit();
  };
  const sendFile = async (file: File) => {
    place(await toReadable(file));
    text.value = '';
    send();
  };

  input.addEventListener('change', async () => {
    const [chosen] = input.files ?? [];
    const readable = chosen && (await toReadable(chosen));
    if (readable && readable !== chosen) place(readable);
  });
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('dropping');
  });
  form.addEventListener('dragleave', () => form.classList.remove('dropping'));
  form.addEventListener('drop', async (event) => {
    event.preventDefault();
    form.classList.remove('dropping');
    const [file] = event.dataTransfer?.files ?? [];
    if (file) return sendFile(file);
    const dropped = event.dataTransfer?.getData('text/plain').trim();
    if (!dropped) return;
    text.value = dropped;
    send();
  });
  document.addEventListener('paste', async (event) => {
    const [file] = event.clipboardData?.files ?? [];
    if (file) {
      event.preventDefault();
      return sendFile(file);
    }
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea');
    const pasted = event.clipboardData?.getData('text/plain').trim();
    if (isTyping || !pasted) return;
    event.preventDefault();
    text.value = pasted;
    text.focus();
  });
}

/** The file itself, or a JPEG of it where it is large or in a format that the service does not read. */
async function toReadable(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  if (READ.test(file.type) && (file.type !== 'image/jpeg' || file.size <= LARGE_BYTES)) return file;
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
    return blob ? new File([blob], `${file.name}.jpg`, { type: 'image/jpeg' }) : file;
  } catch {
    // The service then explains that it does not read this format.
    return file;
  }
}
