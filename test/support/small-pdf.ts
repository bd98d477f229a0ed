import { deflateSync } from 'node:zlib';

export interface SmallPdf {
  /** Objects after the catalogue and the page, from number 3 on: text, or a stream with its dictionary. */
  readonly objects: readonly (
    | string
    | { readonly dictionary: string; readonly stream: Uint8Array | string }
  )[];
  readonly trailer?: string;
}

const encoder = new TextEncoder();

/** A PDF with these objects, without a table: readers then search for the objects themselves. */
export function makePdf({ objects, trailer = '' }: SmallPdf): Uint8Array {
  const first = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'];
  const parts: Uint8Array[] = [encoder.encode('%PDF-1.7\n')];
  for (const [index, object] of [...first, ...objects].entries()) {
    parts.push(encoder.encode(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') parts.push(encoder.encode(object));
    else {
      const { dictionary, stream } = object;
      const bytes = typeof stream === 'string' ? encoder.encode(stream) : stream;
      parts.push(encoder.encode(`${dictionary}\nstream\n`), bytes, encoder.encode('\nendstream'));
    }
    parts.push(encoder.encode('\nendobj\n'));
  }
  parts.push(encoder.encode(`trailer\n<< /Root 1 0 R ${trailer} >>\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

export const deflated = (text: string | Uint8Array) => new Uint8Array(deflateSync(text));

/** A file specification of object 3, and the attached text as object 4, compressed. */
export function pdfWith(text: string): Uint8Array {
  const stream = deflated(text);
  return makePdf({
    objects: [
      '<< /Type /Filespec /F (badge.json) /EF << /F 4 0 R >> >>',
      { dictionary: `<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${stream.length} >>`, stream },
    ],
  });
}

/** The same in the form of newer producers: the file specification is in a compressed stream of objects, and
 *  the length is an object of its own. */
export function newerPdfWith(text: string): Uint8Array {
  const inside = '7 0 << /Type /Filespec /UF (badge.json) /EF 8 0 R >>';
  const other = '<< /F 4 0 R /UF 4 0 R >>';
  const header = `7 0 8 ${inside.length - 4} `;
  const stream = deflated(text);
  const objects = deflated(`${header}${inside.slice(4)}${other}`);
  return makePdf({
    objects: [
      {
        dictionary: `<</Type/ObjStm/N 2/First ${header.length}/Filter/FlateDecode/Length ${objects.length}>>`,
        stream: objects,
      },
      { dictionary: '<</Type/EmbeddedFile/Filter[/FlateDecode]/Length 5 0 R>>', stream },
      String(stream.length),
    ],
  });
}
