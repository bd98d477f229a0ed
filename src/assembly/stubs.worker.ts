// Stands in the Worker's bundle for parts of packages that no channel of the service reaches: see wrangler.toml.

/** The decoder of WOFF2. Fonts are TrueType. */
export default function leftOut(): never {
  throw new Error('This part of a package is not in the bundle of the Worker.');
}

/** The media type of a file by its name, which nodemailer asks where a mail gives none: as for an unknown name. */
export const detectMimeType = () => 'application/octet-stream';

/** The ending of a file by its media type: as for an unknown one. */
export const detectExtension = () => 'bin';
