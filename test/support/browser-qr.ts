import jsQR from 'jsqr';
import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';

/** The text of the QR code that a browser shows in this place. Throws if a camera could not read it. */
export async function readQr(place: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await place.screenshot());
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('no QR code can be read here');
  return found.data;
}
