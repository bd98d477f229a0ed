import { openNodeContext } from '../../src/node.ts';
import { type Action, performAction } from './actions.ts';

/** A second process of the service. It does what its parent sends, at the instant that the parent names. */
const context = await openNodeContext(process.env);
await context.keys.open();
process.on('message', async ({ at, act }: { readonly at: number; readonly act: Action }) => {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
  process.send?.(await performAction(context, act));
});
process.once('disconnect', () => void context.close().then(() => process.exit(0)));
process.send?.({ ready: true });
