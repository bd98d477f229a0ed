import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// A command is short, and half of its time would go into compiling. The compiled code is kept next to the bundle
// that it belongs to; where that folder cannot be written, Node compiles each time.
enableCompileCache(join(import.meta.dirname, 'compiled'));
await import('./cli/main.ts');
