/** Runs before each test file. What the service writes on its standard error, and what a test says of its
 *  figures, belongs to the test at work: Vitest shows it where that test fails, and nowhere else. */
process.stderr.write = (text) => forwardToConsole(text);
process.stdout.write = (text) => forwardToConsole(text);

function forwardToConsole(text: string | Uint8Array): true {
  // biome-ignore lint/suspicious/noConsole: the console is what Vitest keeps with the test
  console.log(typeof text === 'string' ? text.trimEnd() : new TextDecoder().decode(text));
  return true;
}
