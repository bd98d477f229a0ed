import type { Column } from '../../adapters/http/components/card-table.tsx';
import { SafeLink } from '../../adapters/http/components/details.tsx';
import { periodAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import type { SchoolProject } from './feature.ts';

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
