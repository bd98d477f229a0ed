import { PNG } from 'pngjs';
import QRCode from 'qrcode';

interface Photograph {
  readonly width: number;
  readonly height: number;
  /** RGBA pixels. */
  readonly data: Buffer;
}

/** A code as a telephone sees it on a desk: turned, seen from the side, unevenly lit, a little blurred, with
 *  noise. The same text gives the same picture. */
function photographOf(text: string, width = 1200, height = 900): Photograph {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  const data = Buffer.alloc(width * height * 4);
  const next = makeNoise();
  const isInk = (u: number, v: number) => {
    const [column, row] = [Math.floor(u * side) - quiet, Math.floor(v * side) - quiet];
    const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return isInside && modules.get(row, column) === 1;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Four samples for each point blur the edges.
      let light = 0;
      for (const [dx, dy] of [
        [0, 0],
        [1.2, 0],
        [0, 1.2],
        [1.2, 1.2],
      ] as const) {
        const { u, v } = toPaper((x + dx) / width, (y + dy) / height, width / height);
        const isPaper = u >= 0 && v >= 0 && u < 1 && v < 1;
        light += isPaper ? (isInk(u, v) ? 45 : 215) : 120;
      }
      const shade = 0.65 + 0.35 * (x / width);
      const grey = Math.max(0, Math.min(255, (light / 4) * shade + next() * 36 - 18));
      data.writeUInt32BE(
        ((grey << 24) | (grey << 16) | ((grey * 0.93) << 8) | 255) >>> 0,
        (y * width + x) * 4,
      );
    }
  }
  return { width, height, data };
}

/** The same picture as a PNG file. */
export function photographPng(text: string, width?: number, height?: number): Uint8Array {
  const { data, ...size } = photographOf(text, width, height);
  const png = new PNG(size);
  png.data = data;
  return new Uint8Array(PNG.sync.write(png));
}

/** Turned by 17°, with a far edge that is a fifth shorter than the near one. */
function toPaper(x: number, y: number, ratio: number): { u: number; v: number } {
  const [cx, cy] = [(x - 0.5) * ratio, y - 0.5];
  const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)];
  const [tx, ty] = [cx * cos + cy * sin, cy * cos - cx * sin];
  const depth = 1 + 0.25 * ty;
  return { u: tx / depth / 0.62 + 0.5, v: ty / depth / 0.62 + 0.5 };
}

/** Numbers from 0 to 1 that look random and are always the same (mulberry32). */
function makeNoise(): () => number {
  let state = 7;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
