import QRCode from 'qrcode';

/** An address as a QR code in SVG: level M, with its quiet zone. The page sets its size. */
export function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}
