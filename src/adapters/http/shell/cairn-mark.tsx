import { raw } from 'hono/html';
import { cairnMarkSvg } from '../../../drawings/cairn-mark-svg.ts';

/** The mark of the service, a cairn. The words beside it say the name, so nothing is read aloud. */
export function CairnMark({ large }: { large?: boolean }) {
  return <span class={large ? 'cairn-mark cairn-large' : 'cairn-mark'}>{raw(cairnMarkSvg())}</span>;
}
