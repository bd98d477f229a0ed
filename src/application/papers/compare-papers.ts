import {
  type Block,
  PAPER_SECTIONS,
  type PaperContent,
  type PaperFactsSection,
  type PaperSection,
} from './paper-blocks.ts';

/** The sections that differ between two drafts of one paper. Everything printed is compared, section by
 *  section. */
export function differingSections(
  printed: Pick<PaperContent, 'blocks'>,
  now: Pick<PaperContent, 'blocks'>,
): readonly PaperFactsSection[] {
  const [before, after] = [bySection(printed.blocks), bySection(now.blocks)];
  return PAPER_SECTIONS.filter(
    (section) => JSON.stringify(before.get(section) ?? []) !== JSON.stringify(after.get(section) ?? []),
  );
}

function bySection(blocks: readonly Block[]): ReadonlyMap<PaperSection, readonly Block[]> {
  const sections = new Map<PaperSection, Block[]>();
  let current: PaperSection = 'frame';
  for (const block of blocks) {
    if ((block.kind === 'heading' || block.kind === 'paragraph') && block.section) current = block.section;
    const part = sections.get(current);
    if (part) part.push(block);
    else sections.set(current, [block]);
  }
  return sections;
}
