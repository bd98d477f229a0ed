// The form of files other than scripts in a Worker's bundle: WebAssembly modules are compiled, data is given
// as bytes.
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
declare module '*.ttf' {
  const bytes: ArrayBuffer;
  export default bytes;
}
