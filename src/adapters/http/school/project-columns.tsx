import type { SchoolProject } from '../../../domain/engagement/school-project.ts';
import { periodWords } from '../engagements/engagement-words.ts';
import type { Column } from '../shell/card-table.tsx';
import { SafeLink } from '../shell/parts.tsx';
import type { Wording } from '../shell/wording.ts';

interface ProjectWords {
  readonly project: string;
  readonly period: string;
}

/** What every table of school projects begins with: the project with its description, and its period. */
export function projectColumns(words: ProjectWords, wording: Wording): readonly Column<SchoolProject>[] {
  return [
    {
      heading: words.project,
      cell: ({ title, description, url }) => (
        <>
          {url ? <SafeLink href={url}>{title}</SafeLink> : title}{' '}
          <span class="note block">{description}</span>
        </>
      ),
      names: true,
    },
    { heading: words.period, cell: ({ period }) => periodWords(period, wording) },
  ];
}
