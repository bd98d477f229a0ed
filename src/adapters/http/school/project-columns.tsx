import type { SchoolProject } from '../../../domain/engagement/school-project.ts';
import type { Column } from '../components/card-table.tsx';
import { SafeLink } from '../components/details.tsx';
import { periodAsText } from '../engagements/descriptions.ts';
import type { TextContext } from '../view-models/text-context.ts';

interface ProjectTexts {
  readonly project: string;
  readonly period: string;
}

/** What every table of school projects begins with: the project with its description, and its period. */
export function projectColumns(
  texts: ProjectTexts,
  textContext: TextContext,
): readonly Column<SchoolProject>[] {
  return [
    {
      heading: texts.project,
      cell: ({ title, description, url }) => (
        <>
          {url ? <SafeLink href={url}>{title}</SafeLink> : title}{' '}
          <span class="note block">{description}</span>
        </>
      ),
      names: true,
    },
    { heading: texts.period, cell: ({ period }) => periodAsText(period, textContext) },
  ];
}
