import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Narrative } from '../../src/adapters/http/public/badge/criteria-narrative.tsx';
import {
  MAX_NARRATIVE_CHARACTERS,
  toBlocks,
  withoutMarks,
} from '../../src/adapters/http/public/badge/markdown-blocks.ts';

describe('a narrative in markdown', () => {
  it('has paragraphs, bullets and numbers', () => {
    expect(toBlocks('One\nline.\n\nThen:\n- a\n- b\n  goes on\n1. x\n2) y').blocks).toEqual([
      { kind: 'paragraph', lines: ['One', 'line.'] },
      { kind: 'paragraph', lines: ['Then:'] },
      { kind: 'list', ordered: false, items: ['a', 'b goes on'] },
      { kind: 'list', ordered: true, items: ['x', 'y'] },
    ]);
  });

  it('never lets markup through, in any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<b>', '**', '- ', '\n', '[a](javascript:b)', '&', '"', 'x', '\n\n')),
        (parts) => {
          const html = Narrative({ markdown: parts.join(''), cut: 'cut' }).toString();
          expect(html.replace(/<\/?(?:div class="narrative"|div|p|ul|ol|li)>/g, '')).not.toMatch(/[<>]/);
        },
      ),
    );
  });

  it('needs little work for a document of nothing but breaks', () => {
    expect(toBlocks('\n\na'.repeat(5_000)).blocks).toHaveLength(200);
  });

  it('loses the closed marks of emphasis, and keeps the others', () => {
    expect(withoutMarks('## A **b** __c__ ** d** **e __f** g__')).toBe('A b c ** d** e __f g__');
  });

  it('states that the rest of a long text is not shown, and shows none of it', () => {
    const html = Narrative({
      markdown: `${'a '.repeat(MAX_NARRATIVE_CHARACTERS)}the end`,
      cut: 'It goes on.',
    }).toString();
    expect(html).toContain('It goes on.');
    expect(html).not.toContain('the end');
    expect(Narrative({ markdown: 'short', cut: 'It goes on.' }).toString()).not.toContain('It goes on.');
  });

  it('takes work in proportion to its length, for any repetition', () => {
    fc.assert(
      fc.property(hostileFragments, (parts) => {
        const reads = (times: number) => countReads(parts.join('').repeat(times));
        // Twice the text may take twice the work, and somewhat more. With a square it would take four times
        // as much.
        expect(reads(400)).toBeLessThan(2.5 * reads(200) + 2000);
      }),
      { numRuns: 300 },
    );
  });
});

const hostileFragments = fc.array(
  fc.constantFrom(
    '**',
    '__',
    '*',
    '- ',
    '-',
    '1. ',
    '\n',
    '\r',
    '\u2028',
    ' ',
    '   ',
    'x',
    '#',
    '\n\n',
    '\t',
  ),
  { minLength: 1, maxLength: 6 },
);

/** The number of characters that the search for marks reads: it replaces a measurement by a clock. */
function countReads(text: string): number {
  let reads = 0;
  const { indexOf, startsWith } = String.prototype;
  const counted = (start: number, end: number) => {
    reads += Math.max(1, end - start);
  };
  try {
    String.prototype.indexOf = function (sought: string, from = 0) {
      const found = indexOf.call(this, sought, from);
      counted(from, found < 0 ? this.length : found);
      return found;
    };
    String.prototype.startsWith = function (sought: string, from?: number) {
      reads += 1;
      return startsWith.call(this, sought, from);
    };
    for (const block of toBlocks(text).blocks) {
      const texts = block.kind === 'paragraph' ? [block.lines.join(' ')] : block.items;
      for (const one of texts) withoutMarks(one);
    }
  } finally {
    String.prototype.indexOf = indexOf;
    String.prototype.startsWith = startsWith;
  }
  return reads;
}
