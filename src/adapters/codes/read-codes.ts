import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { FileReader, FoundTexts } from '../../application/verification/file-reader.ts';
import { MAXIMUM_IMAGE_BYTES } from '../../openbadges/bake-png.ts';
import { isPngAsStated, pictureFormat, pictureSize } from '../../openbadges/picture-size.ts';

export interface CodeReaderParts {
  /** The compiled module, or the bytes of `zxing-wasm/reader/zxing_reader.wasm`: without them the library
   *  would fetch it from another site. */
  readonly wasm: WebAssembly.Module | Uint8Array<ArrayBuffer>;
  /** The largest image that is decoded. */
  readonly maxPixels: number;
}

/** A sheet of paper may show several codes. */
const MOST_CODES = 8;

let ready: Promise<unknown> | undefined;

/** Reads QR codes in photographs with ZXing. Size and format are looked at before the library decodes
 *  anything. */
export function makeCodeReader({ wasm, maxPixels }: CodeReaderParts): FileReader['readCodes'] {
  return async (image) => {
    const format = pictureFormat(image);
    if (format !== 'png' && format !== 'jpeg') return refused('image-format', `${format}`);
    const size = pictureSize(image);
    if (!size) return refused('damaged-image', 'no size');
    if (image.length > MAXIMUM_IMAGE_BYTES || size.width * size.height > maxPixels) {
      return refused('image-too-large', `${size.width} × ${size.height}`);
    }
    if (format === 'png' && !(await isPngAsStated(image, size)))
      return refused('damaged-image', 'not its size');
    ready ??= prepare(wasm);
    await ready;
    const found = await readBarcodes(image, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: MOST_CODES,
      returnErrors: false,
    });
    if (found.some(({ error }) => /load image/i.test(error))) return refused('damaged-image', 'not decoded');
    const texts = found.filter(({ isValid, text }) => isValid && text !== '').map(({ text }) => text);
    return { kind: 'texts', texts: [...new Set(texts)] };
  };
}

function refused(code: Extract<FoundTexts, { kind: 'refused' }>['code'], detail: string): FoundTexts {
  return { kind: 'refused', code, detail };
}

function prepare(wasm: CodeReaderParts['wasm']): Promise<unknown> {
  const overrides = {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
      const instantiated =
        wasm instanceof WebAssembly.Module
          ? WebAssembly.instantiate(wasm, imports)
          : WebAssembly.instantiate(wasm, imports).then(({ instance }) => instance);
      instantiated.then(receive);
      return {};
    },
  };
  return prepareZXingModule({ overrides, fireImmediately: true }) as Promise<unknown>;
}
