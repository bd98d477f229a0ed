import { MAXIMUM_IMAGE_BYTES } from '../../../openbadges/bake/bake-png.ts';
import { isPdf } from '../../../openbadges/bake/extract-from-pdf.ts';
import { pictureFormat } from '../../../openbadges/bake/picture-size.ts';
import type { FoundIn } from '../../../openbadges/report.ts';
import type { Run } from '../run.ts';
import type { FoundTexts } from './file-reader.ts';
import { decodeText } from './read-json.ts';
import type { ReadInput } from './read-result.ts';
import { fault, readCredentialText, readText } from './read-text.ts';
import { spelledAddress } from './spelled-address.ts';

interface Reader {
  readonly run: Run;
  /** Reads the document at an address; absent where an address must not lead to another one. */
  readonly follow?: (url: string) => Promise<ReadInput>;
}

/** The beginning of a web page, which people sometimes save or copy instead of a badge. */
const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|main|div|p|a|meta|title)[\s>]/i;
const LENGTH_OF_A_HEAD = 1000;

/** Finds the credential in bytes: a text, a baked image, a PDF to which it is attached, or a photograph of a
 *  code that contains it or leads to it. */
export async function readBytes(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  if (bytes.length > MAXIMUM_IMAGE_BYTES)
    return fault('too-large', `${bytes.length} bytes`, { limit: MAXIMUM_IMAGE_BYTES });
  if (pictureFormat(bytes) === 'png') {
    return readImage(bytes, reader, () => readCodes(bytes, reader));
  }
  if (pictureFormat(bytes) !== undefined) return readCodes(bytes, reader);
  if (isPdf(bytes)) return readPdf(bytes, reader);
  const text = decodeText(bytes);
  if (text === undefined) return fault('not-json', 'neither a known file nor UTF-8 text');
  if (WEB_PAGE.test(text.slice(0, LENGTH_OF_A_HEAD))) return fault('web-page', 'HTML, not an image');
  if (/^\s*</.test(text) && addressIn(text, reader) === undefined) {
    return readImage(bytes, reader, noCredential);
  }
  return readTextOrAddress(text, reader);
}

const noCredential = async () => fault('no-credential-in-image', 'the image holds no credential');

async function readImage(
  image: Uint8Array,
  reader: Reader,
  otherwise: () => Promise<ReadInput>,
): Promise<ReadInput> {
  const baked = await reader.run.files.readBaked(image);
  switch (baked.kind) {
    case 'refused':
      return fault(baked.code, baked.detail);
    case 'none':
      return otherwise();
    case 'found': {
      if (baked.several)
        return fault('several-credentials-in-image', 'the image holds more than one credential');
      // The oldest baking programs wrote only the address of the badge.
      const read = await readTextOrAddress(baked.text, reader);
      return { ...read, found: { ...read.found, file: 'image' } };
    }
  }
}

async function readPdf(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  const found = await reader.run.files.readAttached(bytes);
  return readTexts(found, {
    file: 'pdf',
    none: fault('no-credential-in-pdf', 'no credential is attached'),
    several: fault('several-credentials-in-pdf', 'more than one credential is attached'),
  });
}

async function readCodes(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  if (!reader.follow) return noCredential();
  const found = await reader.run.files.readCodes(bytes);
  return readTexts(found, {
    file: 'code',
    none: fault(
      'no-credential-in-image',
      'the image holds neither a credential nor a code that leads to one',
    ),
    several: fault('several-codes-in-image', 'the image holds codes of more than one credential'),
    reader,
  });
}

interface Expected {
  readonly file: NonNullable<FoundIn['file']>;
  readonly none: ReadInput;
  readonly several: ReadInput;
  /** Present where a text may be an address. */
  readonly reader?: Reader;
}

/** The only credential among the texts, or else the only address among them. */
async function readTexts(found: FoundTexts, expected: Expected): Promise<ReadInput> {
  if (found.kind === 'refused') return fault(found.code, found.detail);
  const { file, none, several, reader } = expected;
  const credentials: ReadInput[] = [];
  const addresses = new Set<string>();
  for (const text of found.texts) {
    const credential = readCredentialText(text);
    const address = credential ? undefined : reader && addressIn(text, reader);
    if (credential) credentials.push(credential);
    if (address !== undefined) addresses.add(address);
  }
  if (credentials.length + addresses.size > 1) return several;
  const [address] = addresses;
  const read = credentials[0] ?? (address === undefined ? undefined : await reader?.follow?.(address));
  return read ? { ...read, found: { ...read.found, file } } : none;
}

async function readTextOrAddress(text: string, reader: Reader): Promise<ReadInput> {
  const address = addressIn(text, reader);
  return address !== undefined && reader.follow ? reader.follow(address) : readText(text);
}

function addressIn(text: string, { run, follow }: Reader): string | undefined {
  return follow && spelledAddress(text, run.ownOrigin);
}
