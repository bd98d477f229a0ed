import { createContext, useContext } from 'hono/jsx';
import type { PageFrame } from './page-frame.ts';

/** Given around each page by `renderDocument`. */
export const FrameContext = createContext<PageFrame | undefined>(undefined);

/** The frame of the page that is being drawn. Only parts of a page may ask for it, and while it is drawn. */
export function useFrame(): PageFrame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('No page is being drawn');
  return frame;
}
