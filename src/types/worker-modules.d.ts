// What tools/worker-parts.mjs makes for a Worker's bundle: WebAssembly modules, which are compiled, and the script
// of resvg, which also shows its memory.
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
declare module '*/resvg.mjs' {
  export function memory(): WebAssembly.Memory;
}
