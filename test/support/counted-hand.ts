import type { Locator } from 'playwright-core';

/** What a task of a person cost in a browser. */
export interface CountedTask {
  readonly who: string;
  readonly task: string;
  readonly fields: number;
  readonly clicks: number;
  readonly seconds: number;
  /** What it took at most before: fields and clicks, from the walks of 29 November 2026. */
  readonly most: readonly [fields: number, clicks: number];
}

/** A hand that counts what it does: a field that is filled or chosen, a file that is given, and each click, ticks
 *  and radio buttons among them. Opening an address is not counted, nor is what the page does by itself. */
export interface Hand {
  click(what: Locator): Promise<void>;
  fill(what: Locator, text: string): Promise<void>;
  choose(what: Locator, value: string): Promise<void>;
  give(what: Locator, files: Parameters<Locator['setInputFiles']>[0]): Promise<void>;
}

export function makeCounter() {
  const tasks: CountedTask[] = [];
  return {
    tasks,
    /** Does a task and keeps what it cost. */
    async count(
      [who, task]: readonly [who: string, task: string],
      most: CountedTask['most'],
      action: (hand: Hand) => Promise<unknown>,
    ): Promise<CountedTask> {
      const counts = { fields: 0, clicks: 0 };
      const begun = performance.now();
      await action({
        async click(what) {
          await what.filter({ visible: true }).first().click();
          counts.clicks += 1;
        },
        async fill(what, text) {
          await what.first().fill(text);
          counts.fields += 1;
        },
        async choose(what, value) {
          await what.first().selectOption(value);
          counts.fields += 1;
        },
        async give(what, files) {
          await what.first().setInputFiles(files);
          counts.fields += 1;
        },
      });
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      const done = { who, task, ...counts, seconds, most };
      tasks.push(done);
      return done;
    },
  };
}

/** The tasks as the table of docs/year.md. */
export function toTable(tasks: readonly CountedTask[]): string {
  const rows = tasks.map(
    ({ who, task, fields, clicks, seconds, most }) =>
      `| ${who} | ${task} | ${fields} · ${clicks} | ${most.join(' · ')} | ${seconds} |`,
  );
  return ['| who | task | fields · clicks | before | seconds |', '|---|---|---|---|---|', ...rows].join('\n');
}
