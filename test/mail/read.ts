export interface ReadMail {
  /** The mail as it came, one character for each byte. */
  readonly raw: string;
  /** Names in lower case with their values, unfolded, with encoded words decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  /** The PNG pictures inside the mail, by the name that its HTML gives them. */
  readonly pictures: ReadonlyMap<string, Buffer>;
}

/** Reads a message of ours back: its headers, its two alternatives, and the pictures of the second. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw);
  const parts = splitMultipart({ headers, body });
  const partOf = (type: string) => {
    const part = parts.find((one) => one.headers.get('content-type')?.startsWith(type));
    return part ? decode(part.body, part.headers.get('content-transfer-encoding')) : '';
  };
  const pictures = parts
    .filter((one) => one.headers.get('content-type')?.startsWith('image/png'))
    .map((one): [string, Buffer] => [
      (one.headers.get('content-id') ?? '').replace(/^<|>$/g, ''),
      Buffer.from(one.body, 'base64'),
    ]);
  return {
    raw,
    headers,
    text: partOf('text/plain'),
    html: partOf('text/html'),
    pictures: new Map(pictures),
  };
}

type MimePart = ReturnType<typeof split>;

/** The parts without parts of their own (RFC 2046, §5.1). */
function splitMultipart(whole: MimePart): readonly MimePart[] {
  const boundary = /boundary="?([^";]+)/.exec(whole.headers.get('content-type') ?? '')?.[1];
  if (!boundary) return [whole];
  const inner = whole.body.split(`--${boundary}`).slice(1, -1);
  return inner.flatMap((part) => splitMultipart(split(part.replace(/^\r\n/, ''))));
}

function split(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeEncodedText(line.slice(colon + 1).trim())];
    }),
  );
  return { headers, body: raw.slice(end + 4) };
}

function decodeEncodedText(value: string): string {
  return value
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decode(text.replace(/_/g, ' '), 'quoted-printable'),
    );
}

function decode(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
