import encodeChunks from 'png-chunks-encode';
import extractChunks from 'png-chunks-extract';
import { bakePng as bakeOurs } from '../../src/open-badges/baking/bake-png.ts';
import { anotherBadge } from '../fixtures/another-badge.ts';
import { withSampleService } from '../fixtures/with-sample-service.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

/** Both sides put the same signed badge into the same picture, which already contains another badge, as iTXt,
 *  the chunk of the standard. The files must be equal to the last byte. png-chunk-text is not used: it writes
 *  tEXt, which has no accents. The rival's chunk is therefore made by hand, which costs it less. */
export const bakePng: Row = {
  name: 'bake-png',
  title: 'bake a badge into its PNG',
  against: 'png-chunks-extract 1 and png-chunks-encode 1',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Both: cutting the picture into chunks with their CRCs, dropping the old badge, writing the new one.',
  excludes: 'On neither side: drawing the picture, signing the badge.',
  boundBy:
    'The file is written once, at its place; the memory for it, the UTF-8 of the badge and one checksum are all that is left.',
  measure: (options) =>
    withSampleService(async ({ service, unsigned, png }) => {
      const { document } = await service.ports.signer.signDocument(anotherBadge(unsigned));
      const text = JSON.stringify(document);
      let made = 0;
      const fresh = () => {
        made += 1;
        return `${text}${' '.repeat(made % 64)}`;
      };
      if (!Buffer.from(bakeOurs(png, text)).equals(bakeTheirs(png, text))) {
        throw new Error('the two files differ');
      }
      const comparison = await compare(
        {
          ours: inProcess({ fresh, once: (badge) => bakeOurs(png, badge) }),
          rival: inProcess({ fresh, once: (badge) => bakeTheirs(png, badge) }),
        },
        options,
      );
      const ratio = toRatio('one picture', comparison, { atLeast: 50 });
      return [{ ...ratio, detail: `${ratio.detail}; ${Math.round(png.length / 1024)} KB` }];
    }),
};

function bakeTheirs(png: Uint8Array, text: string): Uint8Array {
  const chunks = extractChunks(png).filter(({ name }) => name !== 'iTXt');
  const end = chunks.length - 1;
  chunks.splice(end, 0, { name: 'iTXt', data: Buffer.from(`openbadgecredential\0\0\0\0\0${text}`) });
  return encodeChunks(chunks);
}
