import QRCode from 'qrcode';
import { qrPng } from '../../src/adapters/http/components/qr-code.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

const ADDRESS = 'https://jalon.test/credentials/';
/** The settings of `qrPng`. */
const SAME = { errorCorrectionLevel: 'M', margin: 4, scale: 8 } as const;

/** Both sides draw the code of another address each time, with the same correction, margin and pixels. A test
 *  reads our code back. */
export const qrCodePng: Row = {
  name: 'qr-png',
  title: 'draw the QR code of an address as PNG',
  against: 'qrcode 1, toBuffer',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Both: the code itself with the search for its best mask, which is the same code of qrcode on both sides, and the picture.',
  excludes: 'On neither side: HTTP. Ours writes one bit a pixel, the rival four bytes before compression.',
  measure: async (options) => {
    let made = 0;
    const fresh = () => {
      made += 1;
      return `${ADDRESS}${String(made).padStart(22, 'A')}`;
    };
    const comparison = await compare(
      {
        ours: inProcess({ fresh, once: (address) => qrPng(address) }),
        rival: inProcess({ fresh, once: (address) => QRCode.toBuffer(address, SAME) }),
      },
      options,
    );
    return [toRatio('one code', comparison, { atLeast: 8 })];
  },
};
