import { createContext, useContext } from 'hono/jsx';
import type { PageFrame } from './page-frame.ts';

/** `renderDocument` provides it around each page. */
export const FrameContext = createContext<PageFrame | undefined>(undefined);

/** The frame of the page that is being drawn. Only components may call it. */
export function useFrame(): PageFrame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('No page is being drawn');
  return frame;
}
