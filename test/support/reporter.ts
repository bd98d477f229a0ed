import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/** Writes `{"passed","failed"}` to `file` at the end of a run. A test file that could not be loaded, a group
 *  whose set-up failed and an error outside all tests count as failures, so that none goes unnoticed. */
export function makeCountsReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const states = tests.map((test) => test.result().state);
      const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
      const broken = groups.filter((group) => group.errors().length > 0).length;
      const passed = states.filter((state) => state === 'passed').length;
      const failed = states.filter((state) => state === 'failed').length + broken + unhandledErrors.length;
      writeFileSync(file, JSON.stringify({ passed, failed }));
    },
  };
}
