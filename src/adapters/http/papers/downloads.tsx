import type { Context } from 'hono';
import { documentsOf, type PaperDocument } from '../../../application/papers/content.ts';
import { DomainError } from '../../../domain/errors.ts';
import { type Paper, type PaperId, parsePaperId } from '../../../domain/paper/types.ts';
import { listedName } from '../../../domain/person/name.ts';
import { localDateInParis } from '../../../domain/time/calendar.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { companionFile, paperFiles, paperNames } from '../../../texts/fr/papers/names.ts';
import { TextLink } from '../components/link.tsx';
import type { AppEnv } from '../env.ts';
import { usePageContext } from '../layout/page-context.ts';
import { toSlug } from '../responses/url-path.ts';
import type { PageRequest } from '../routing/page-request.ts';

/** The path of a paper's file, in a space. */
export const PAPER_FILE = ':file{[A-Za-z0-9_-]+\\.pdf}';

const COMPANION = '-companion';

/** The paper and the part that the file of the address refers to: `{id}.pdf`, or `{id}-companion.pdf` for the
 *  document that accompanies a letter. */
export async function readPaperOf({ store, param }: PageRequest) {
  const name = param('file').replace(/\.pdf$/, '');
  const isCompanion = name.endsWith(COMPANION) && !parsePaperId(name);
  const id: PaperId | undefined = parsePaperId(isCompanion ? name.slice(0, -COMPANION.length) : name);
  const paper = id && (await store.readPaper(id));
  const part: PaperDocument = isCompanion ? 'companion' : 'paper';
  return paper && { paper, part };
}

/** Answers a paper, or the document that accompanies it, as PDF, drawn from the facts that were kept when it
 *  was made. */
export async function answerPaper(
  { c, deps }: PageRequest,
  paper: Paper,
  part: PaperDocument,
): Promise<Response> {
  if (!documentsOf(paper).includes(part)) throw new DomainError('not-found');
  const [member] = paper.facts.members;
  const about =
    paper.kind === 'imp-file' || !member ? paper.facts.establishment.name : listedName(member.person);
  const kind = part === 'companion' ? companionFile : paperFiles[paper.kind];
  return answerPdf(c, await deps.drawPaper(paper, part), fileName(kind, about, paper));
}

/** Answers several papers of one school as one PDF. */
export async function answerPapers({ c, deps }: PageRequest, papers: readonly Paper[]): Promise<Response> {
  const [first] = papers;
  if (!first) throw new DomainError('not-found');
  const { kind, schoolYear, facts } = first;
  const { name } = facts.establishment;
  const title = `${paperNames[kind]}, ${name}, ${schoolYearLabel(schoolYear)}`;
  return answerPdf(c, await deps.drawPapers(title, papers), fileName(paperFiles[kind], name, first));
}

/** `attestation-engagement-durieux-christelle-2026-11-24.pdf`: the kind, the person or school and the day of
 *  the paper, in ASCII. */
function fileName(kind: string, about: string, { madeAt }: Paper): string {
  return `${[kind, toSlug(about), localDateInParis(madeAt)].filter(Boolean).join('-')}.pdf`;
}

function answerPdf(c: Context<AppEnv>, bytes: Uint8Array, name: string): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
  });
}

/** The PDF of a paper, next to a mission letter that of the document that accompanies it, and the page that
 *  confirms its facts. */
export function PaperLinks({
  base,
  paper,
  about,
}: {
  /** The beginning of the files' addresses. */
  base: string;
  paper: Paper;
  /** The person or school of the paper. */
  about: string;
}) {
  const { papers: t } = usePageContext().t.school;
  const kind = t.kinds[paper.kind].name;
  return (
    <div class="actions">
      {documentsOf(paper).map((part) => {
        const isCompanion = part === 'companion';
        return (
          <>
            <a
              href={`${base}/${paper.id}${isCompanion ? COMPANION : ''}.pdf`}
              aria-label={t.pdfOf(isCompanion ? t.companion.name : kind, about)}
            >
              {isCompanion ? t.companion.link : t.pdf}
            </a>{' '}
          </>
        );
      })}
      <TextLink href={`/papers/${paper.id}`} aria-label={t.checkOf(kind, about)}>
        {t.check}
      </TextLink>
    </div>
  );
}
