import { describe, expect, it } from 'vitest';
import { makeOutput } from '../../src/cli/output.ts';
import { cliTexts as en } from '../../src/texts/en/cli/commands.ts';
import { cliTexts as fr } from '../../src/texts/fr/cli/commands.ts';

/** A terminal that keeps its output, and a clock that is set by hand. */
function openTerminal(texts: typeof fr, errIsTerminal = true) {
  const drawn: string[] = [];
  let milliseconds = 1000;
  const output = makeOutput(
    {
      out: () => {},
      taken: async () => {},
      err: (text) => void drawn.push(text),
      errIsTerminal,
      now: () => milliseconds,
    },
    false,
    texts,
  );
  return {
    drawn,
    progress: output.progress,
    wait: (more: number) => {
      milliseconds += more;
    },
  };
}

describe('the progress of a verb', () => {
  it('shows the number a second, and the remaining time', () => {
    const { drawn, progress, wait } = openTerminal(fr);
    progress.update(100, 100_000, 'RUPN-ENG');
    wait(2000);
    progress.update(2100, 100_000, 'RUPN-ENG');
    expect(drawn.at(-1)).toContain('2 % 1\u202f000 par seconde, encore 1 min 38 s RUPN-ENG');
  });

  it('shows both in English too', () => {
    const { drawn, progress, wait } = openTerminal(en);
    progress.update(0, 90_000, '');
    wait(4000);
    progress.update(10, 90_000, '');
    expect(drawn.at(-1)).toContain('2.5 a second, 9 h 59 min left');
  });

  it('shows no remaining time where the total is unknown', () => {
    const { drawn, progress, wait } = openTerminal(fr);
    progress.update(0, undefined, '');
    wait(1000);
    progress.update(500, undefined, '');
    expect(drawn.at(-1)).toContain('500 500 par seconde');
    expect(drawn.at(-1)).not.toContain('encore');
  });

  it('shows no pace before it is known', () => {
    const { drawn, progress, wait } = openTerminal(fr);
    progress.update(100, 1000, '');
    wait(500);
    progress.update(200, 1000, '');
    expect(drawn.join('')).not.toContain('par seconde');
  });

  it('is drawn on a terminal only', () => {
    const { drawn, progress } = openTerminal(fr, false);
    progress.update(1, 2, '');
    progress.clear();
    expect(drawn).toEqual([]);
  });
});
