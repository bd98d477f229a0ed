import type { PaperPart } from '../../../application/papers/paper-content.ts';
import type { Paper } from '../../../domain/paper/paper.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import { companionFile, paperFiles } from '../../../texts/fr/paper-names.ts';
import { toSlug } from '../shell/slug.ts';

/** `attestation-engagement-durieux-christelle-2026-11-24.pdf`: the kind, the person and the day of the paper,
 *  in ASCII. */
export function paperFileName(
  { kind, facts, madeAt }: Pick<Paper, 'kind' | 'facts' | 'madeAt'>,
  part: PaperPart = 'paper',
): string {
  const [member] = facts.members;
  const about =
    kind === 'imp-file' || !member
      ? facts.establishment.name
      : `${member.person.familyName} ${member.person.givenName}`;
  return `${[part === 'companion' ? companionFile : paperFiles[kind], toSlug(about), localDateInParis(madeAt)].filter(Boolean).join('-')}.pdf`;
}

/** The same for a file with the papers of everybody: the name has the school in place of the person. */
export function papersFileName({ kind, facts, madeAt }: Pick<Paper, 'kind' | 'facts' | 'madeAt'>): string {
  const about = toSlug(facts.establishment.name);
  return `${[paperFiles[kind], about, localDateInParis(madeAt)].filter(Boolean).join('-')}.pdf`;
}
