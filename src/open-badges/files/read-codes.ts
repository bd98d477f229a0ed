import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { MAXIMUM_IMAGE_BYTES } from '../baking/bake-png.ts';
import { isPngAsStated, pictureFormat, pictureSize } from '../baking/picture-size.ts';
import type { FoundTexts } from '../reading/file-reader.ts';

export interface CodeReaderOptions {
  /** The compiled module, or the bytes of `zxing-wasm/reader/zxing_reader.wasm`: without them the library
   *  would fetch it from another site. */
  readonly wasm: WebAssembly.Module | Uint8Array<ArrayBuffer>;
  /** Gives the module's memory its first content, where the module does not bring it. */
  readonly fill?: ((memory: WebAssembly.Memory) => void) | undefined;
  /** The largest image that is decoded, in pixels and in the bytes that its decoder keeps. */
  readonly maxPixels: number;
  readonly maxRasterBytes: number;
}

/** `quick` looks at some lines of the image, and reads what people photograph with care. `thorough` looks at
 *  every line, also turned and inverted; a picture made for it takes forty times as long. */
export type Care = 'quick' | 'thorough';

/** Reads the codes of an image with one kind of care. */
export type ReadCodes = (image: Uint8Array, care: Care) => Promise<FoundTexts>;

/** A sheet of paper may show several codes. */
const MOST_CODES = 8;

let ready: Promise<unknown> | undefined;

/** Reads QR codes in photographs with ZXing. Size and format are looked at before the library decodes
 *  anything. */
export function makeCodeReader({ wasm, fill, ...most }: CodeReaderOptions): ReadCodes {
  return async (image, care) => {
    const format = pictureFormat(image);
    if (format !== 'png' && format !== 'jpeg') return refused('image-format', `${format}`);
    const size = pictureSize(image);
    if (!size) return refused('damaged-image', 'no size');
    const isTooLarge = size.width * size.height > most.maxPixels || size.rasterBytes > most.maxRasterBytes;
    if (image.length > MAXIMUM_IMAGE_BYTES || isTooLarge) {
      return refused('image-too-large', `${size.width} × ${size.height}`);
    }
    if (format === 'png' && !(await isPngAsStated(image, size)))
      return refused('damaged-image', 'not its size');
    ready ??= prepare({ wasm, fill });
    await ready;
    const found = await readBarcodes(image, {
      formats: ['QRCode'],
      tryHarder: care === 'thorough',
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

function prepare({ wasm, fill }: Pick<CodeReaderOptions, 'wasm' | 'fill'>): Promise<unknown> {
  const overrides = {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
      const instantiated =
        wasm instanceof WebAssembly.Module
          ? WebAssembly.instantiate(wasm, imports)
          : WebAssembly.instantiate(wasm, imports).then(({ instance }) => instance);
      instantiated.then((instance) => {
        // The library gives every export a short name, which may change.
        const memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
        if (memory) fill?.(memory);
        receive(instance);
      });
      return {};
    },
  };
  return prepareZXingModule({ overrides, fireImmediately: true }) as Promise<unknown>;
}
