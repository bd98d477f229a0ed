import { usePageContext } from '../../layout/page-context.ts';
import type { EndorsementView } from './endorsement-view.ts';

/** Endorsements of a badge by other bodies. Texts of strangers are plain text whose direction stays inside
 *  them. None of them becomes a link, and nothing of theirs is loaded. */
export function EndorsementList({ endorsements }: { endorsements: readonly EndorsementView[] }) {
  return (
    <>
      {endorsements.map((endorsement) => (
        <Endorsement endorsement={endorsement} />
      ))}
    </>
  );
}

/** `plain`: only its words, where it is not public. */
export function Endorsement({
  endorsement,
  plain = false,
}: {
  endorsement: EndorsementView;
  plain?: boolean;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.achievementEndorsements;
  const { name, words, issuerId, list, verifiedAt, documentHref } = endorsement;
  const outsider = name === issuerId ? t.unnamed : t.unknown;
  const knownBy = list === undefined ? outsider : t.listed(list);
  return (
    <div class="endorsement">
      <p>
        {t.by}{' '}
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {words !== undefined && t.colon}
      </p>
      {words !== undefined && <blockquote dir="auto">{t.quoted(words)}</blockquote>}
      {!plain && (
        <p class="note">
          {t.verified(pageContext.t.day(verifiedAt))} {knownBy}
          <br />
          <code>{issuerId}</code> · <a href={documentHref}>{t.document}</a>
        </p>
      )}
    </div>
  );
}
