import type { PaperPart } from '../../../application/papers/paper-content.ts';
import type { PaperKind } from '../../../domain/paper/paper.ts';
import { useFrame } from '../shell/use-frame.ts';
import { paperFile } from './paper-file.ts';

interface PaperFilesProps {
  /** The beginning of the files' addresses. */
  readonly base: string;
  readonly paper: {
    readonly id: string;
    readonly kind: PaperKind;
    /** The person or school of the paper. */
    readonly about: string;
    readonly parts: readonly PaperPart[];
  };
}

/** The PDF of a paper, and beside a mission letter that of the document that accompanies it. */
export function PaperFiles({ base, paper: { id, kind, about, parts } }: PaperFilesProps) {
  const t = useFrame().t.school.papers;
  return (
    <>
      {parts.map((part) => {
        const name = part === 'companion' ? t.companion.name : t.kinds[kind].name;
        return (
          <>
            <a href={`${base}/${paperFile(id, part)}`} aria-label={t.pdfOf(name, about)}>
              {part === 'companion' ? t.companion.link : t.pdf}
            </a>{' '}
          </>
        );
      })}
    </>
  );
}
