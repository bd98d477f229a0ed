import QRCode from 'qrcode';

/** A QR code of an address as SVG: level M, the quiet zone it needs, sized by whoever shows it. */
export function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}
