import type { Moment } from '../../application/store/service-readers.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { NodeContext } from '../../node.ts';
import { withCopiedAddresses } from './file-names.ts';
import type { SiteFile } from './site-files.ts';

/** One file of the copy, drawn. */
export interface Drawn {
  readonly body: Uint8Array;
  /** The media type with which the service answers. */
  readonly type: string;
  /** What the answer rests on; absent where the service itself would not keep it. */
  readonly rests?: { readonly moment: Moment; readonly changesAt: readonly Instant[] };
}

/** Draws a file of the copy, with the answer of the service itself, so that the copy needs no second way of
 *  drawing. Undefined where the service has no such answer and the copy may lack it. */
type DrawFile = (wanted: SiteFile) => Promise<Drawn | undefined>;

export function makeDrawFile({ app, config }: Pick<NodeContext, 'app' | 'config'>): DrawFile {
  const origin = config.publicUrl;
  return async ({ address, accept, status = 200, mayLack = false }) => {
    let rests: Drawn['rests'];
    const whenKept = (of: NonNullable<Drawn['rests']>) => {
      rests = of;
    };
    const asked = accept ? { headers: { Accept: accept } } : {};
    const answer = await app.request(`${origin}${address}`, asked, { whenKept });
    if (answer.status !== status) {
      await answer.body?.cancel();
      if (mayLack) return undefined;
      throw new Error(`${address} was answered with ${answer.status}`);
    }
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
    const body =
      type === 'text/html'
        ? Buffer.from(withCopiedAddresses(await answer.text(), origin))
        : new Uint8Array(await answer.arrayBuffer());
    return { body, type, ...(rests && { rests }) };
  };
}
