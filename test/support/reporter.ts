import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const SHOWN_SLOW = 10;
const STEPS = 10;

/** What a run prints next to its failures: a line for each tenth of its files, then the slowest. Where there is
 *  a `countsFile`, `{"passed","failed"}` is written to it at the end. A test file that could not be loaded, a
 *  group whose set-up failed and an error outside all tests count as failures, so that none goes unnoticed. */
export function makeReporter(countsFile: string | undefined): Reporter {
  const began = performance.now();
  let files = 0;
  let ended = 0;
  let tests = 0;
  return {
    onTestRunStart(specifications) {
      files = specifications.length;
    },
    onTestModuleEnd(module) {
      const before = tenthOf(ended, files);
      ended += 1;
      tests += [...module.children.allTests()].length;
      if (tenthOf(ended, files) > before && files > STEPS)
        printLine(`${ended} of ${files} files, ${tests} tests, ${clockOf(performance.now() - began)}`);
    },
    onTestRunEnd(modules, unhandledErrors) {
      if (modules.length > SHOWN_SLOW) printSlowest(modules);
      if (countsFile === undefined) return;
      const found = modules.flatMap((module) => [...module.children.allTests()]);
      const states = found.map((test) => test.result().state);
      const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
      const broken = groups.filter((group) => group.errors().length > 0).length;
      const passed = states.filter((state) => state === 'passed').length;
      const failed = states.filter((state) => state === 'failed').length + broken + unhandledErrors.length;
      writeFileSync(countsFile, JSON.stringify({ passed, failed }));
    },
  };
}

function tenthOf(ended: number, files: number): number {
  return Math.floor((ended * STEPS) / Math.max(files, 1));
}

function printSlowest(modules: readonly TestModule[]): void {
  const slowest = modules
    .map((module) => ({ path: relative(process.cwd(), module.moduleId), ms: module.diagnostic().duration }))
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, SHOWN_SLOW);
  printLine('The slowest files:');
  for (const { path, ms } of slowest) printLine(`${(ms / 1000).toFixed(1).padStart(7)} s  ${path}`);
}

function clockOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
