import type { PaperPart } from '../../../application/papers/paper-content.ts';
import { type PaperId, parsePaperId } from '../../../domain/paper/paper.ts';

const COMPANION = '-companion';

/** `{id}.pdf`, or `{id}-companion.pdf` for the document that accompanies a letter. */
export function paperFile(id: string, part: PaperPart): string {
  return `${id}${part === 'companion' ? COMPANION : ''}.pdf`;
}

/** The paper and the part that the name of a file refers to. */
export function parsePaperFile(file: string): { readonly id: PaperId; readonly part: PaperPart } | undefined {
  const name = file.replace(/\.pdf$/, '');
  const paper = parsePaperId(name);
  if (paper) return { id: paper, part: 'paper' };
  const id = name.endsWith(COMPANION) ? parsePaperId(name.slice(0, -COMPANION.length)) : undefined;
  return id && { id, part: 'companion' };
}
