import { makeExporter } from '../adapters/tracing/exporter.node.ts';
import { makeTracer } from '../adapters/tracing/tracer.node.ts';
import type { TracedStep, Tracer } from '../application/observability/tracer.ts';
import type { Log } from '../application/ports.ts';
import type { TracingConfig } from '../settings/tracing.ts';
import type { RuntimeDeps } from './composition-root.ts';
import { VERSION } from './system-ports.ts';

interface TracingOptions extends TracingConfig {
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** The traces of a service whose settings name a collector. */
export function openTracing({ url, service, headers, log }: TracingOptions) {
  const exporter = makeExporter({ url, headers, resource: { service, version: VERSION }, log });
  const tracer = makeTracer({ keep: exporter.keep, now: Date.now });
  return { trace: (parts: RuntimeDeps) => traceDeps(parts, tracer), close: exporter.close };
}

/** The parts of a service, each timed at the one place through which its work goes. */
function traceDeps(parts: RuntimeDeps, tracer: Tracer): RuntimeDeps {
  const { store, keys } = parts;
  return {
    ...parts,
    tracer,
    store: { ...store, commit: (changes) => tracer.timeStep('write', () => store.commit(changes)) },
    keys: { ...keys, signer: timed('sign', keys.signer, tracer) },
    rasteriser: timed('draw', parts.rasteriser, tracer),
    drawer: timed('draw', parts.drawer, tracer),
    outside: timed('fetch', parts.outside, tracer),
    sender: timed('fetch', parts.sender, tracer),
  };
}

type AsyncMethod = (...given: readonly unknown[]) => Promise<unknown>;

/** A port of which each method does this part of the work. */
function timed<Port extends object>(part: TracedStep, port: Port, tracer: Tracer): Port {
  const methods = Object.entries(port as Readonly<Record<string, AsyncMethod>>).map(([name, method]) => [
    name,
    (...given: readonly unknown[]) => tracer.timeStep(part, () => method(...given)),
  ]);
  return Object.fromEntries(methods) as Port;
}
