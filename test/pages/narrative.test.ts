import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Narrative, toBlocks } from '../../src/adapters/http/pages/narrative.tsx';

describe('a narrative in markdown', () => {
  it('has its paragraphs, bullets and numbers told apart', () => {
    expect(toBlocks('One\nline.\n\nThen:\n- a\n- b\n  goes on\n1. x\n2) y')).toEqual([
      { kind: 'paragraph', lines: ['One', 'line.'] },
      { kind: 'paragraph', lines: ['Then:'] },
      { kind: 'list', ordered: false, items: ['a', 'b goes on'] },
      { kind: 'list', ordered: true, items: ['x', 'y'] },
    ]);
  });

  it('never lets markup through, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<b>', '**', '- ', '\n', '[a](javascript:b)', '&', '"', 'x', '\n\n')),
        (parts) => {
          const html = Narrative({ markdown: parts.join('') }).toString();
          expect(html.replace(/<\/?(?:div class="narrative"|div|p|ul|ol|li)>/g, '')).not.toMatch(/[<>]/);
        },
      ),
    );
  });

  it('stays short of work for a document that is nothing but breaks', () => {
    expect(toBlocks('\n\na'.repeat(5_000))).toHaveLength(200);
  });
});
