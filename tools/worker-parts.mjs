// What would make the Worker's script too large stands next to it, as static assets: the fonts, and the data of the
// WebAssembly modules. Their code must be in the script, for a Worker may not compile any at run time.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@expo-google-fonts/source-sans-3';
const DATA_SECTION = 11;
/** The bytes before the first section: magic number and version. */
const HEADER_BYTES = 8;

/** Writes what the bundle imports to `forBundle`, and what the Worker reads to `forAssets`. */
export function writeParts({ forBundle, forAssets }) {
  for (const folder of [forBundle, forAssets]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  copyFileSync(resolve(`${FONTS}/400Regular/SourceSans3_400Regular.ttf`), join(forAssets, 'regular.ttf'));
  copyFileSync(resolve(`${FONTS}/700Bold/SourceSans3_700Bold.ttf`), join(forAssets, 'bold.ttf'));
  const modules = {
    resvg: '@resvg/resvg-wasm/index_bg.wasm',
    zxing: 'zxing-wasm/reader/zxing_reader.wasm',
  };
  for (const [name, path] of Object.entries(modules)) {
    const { code, content } = takeDataOut(readFileSync(resolve(path)));
    writeFileSync(join(forBundle, `${name}.wasm`), code);
    writeFileSync(join(forAssets, `${name}.data`), content);
  }
  const script = readFileSync(resolve('@resvg/resvg-wasm').replace(/\.js$/, '.mjs'), 'utf8');
  writeFileSync(join(forBundle, 'resvg.mjs'), `${script}\nexport const memory = () => wasm.memory;\n`);
}

/** A module without its data section, and the content that the section gives to the memory: its address in four
 *  bytes, then the bytes from there on. Throws where the module has data that the code may ask for later.
 *  https://webassembly.github.io/spec/core/binary/modules.html#data-section */
export function takeDataOut(module) {
  const reader = makeReader(module, HEADER_BYTES);
  const kept = [module.subarray(0, HEADER_BYTES)];
  let content = Buffer.alloc(4);
  while (reader.at() < module.length) {
    const start = reader.at();
    const [id, size] = [reader.byte(), reader.number()];
    const end = reader.at() + size;
    if (id === DATA_SECTION) content = contentOf(makeReader(module, reader.at()));
    else kept.push(module.subarray(start, end));
    reader.moveTo(end);
  }
  return { code: Buffer.concat(kept), content };
}

const ACTIVE = 0x00;
const I32_CONST = 0x41;
const END = 0x0b;

function contentOf(reader) {
  const segments = Array.from({ length: reader.number() }, () => {
    const [mode, operation, address, end] = [reader.number(), reader.byte(), reader.number(), reader.byte()];
    if (mode !== ACTIVE || operation !== I32_CONST || end !== END)
      throw new Error('Data of an unknown form.');
    return { address, bytes: reader.bytes(reader.number()) };
  });
  const first = Math.min(...segments.map(({ address }) => address));
  const last = Math.max(...segments.map(({ address, bytes }) => address + bytes.length));
  const content = Buffer.alloc(4 + last - first);
  content.writeUInt32LE(first);
  for (const { address, bytes } of segments) bytes.copy(content, 4 + address - first);
  return content;
}

function makeReader(module, start) {
  let position = start;
  const byte = () => {
    position += 1;
    return module[position - 1];
  };
  return {
    byte,
    /** A number in LEB128, which here is never negative. */
    number() {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const next = byte();
        value += (next & 127) * factor;
        if (next < 128) return value;
      }
    },
    bytes(length) {
      position += length;
      return module.subarray(position - length, position);
    },
    at: () => position,
    moveTo(end) {
      position = end;
    },
  };
}
