import type { SchoolProject } from '../../../domain/engagement/school-project.ts';
import type { Column } from '../components/card-table.tsx';
import { SafeLink } from '../components/details.tsx';
import { periodWords } from '../engagements/descriptions.ts';
import type { Wording } from '../view-models/text-context.ts';

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
