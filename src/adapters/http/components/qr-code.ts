import QRCode from 'qrcode';
import { bilevelPng } from '#open-badges/files';
import type { Cells } from '../../../drawings/dark-runs.ts';

/** Level M, with the quiet zone that the standard asks for (ISO/IEC 18004). */
const LEVEL = 'M';
const QUIET_ZONE = 4;
/** Pixels of each module: sharp on screens and on paper up to 5 cm. */
const SCALE = 8;

/** An address as a QR code in SVG. The page sets its size. */
export function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, { type: 'svg', errorCorrectionLevel: LEVEL, margin: QUIET_ZONE });
}

/** The same as a PNG, for programs that read no SVG. */
export function qrPng(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return bilevelPng(qrCells(address), { scale: SCALE, margin: QUIET_ZONE });
}

/** The modules of the code, without its quiet zone, for drawings that hold one. */
export function qrCells(address: string): Cells {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: LEVEL });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
