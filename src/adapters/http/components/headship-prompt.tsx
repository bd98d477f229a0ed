import { usePageContext } from '../layout/page-context.ts';
import { TextLink } from './link.tsx';

/** The way for a new head, whom the ministry names before the DANE does, and who has not yet declared to head the
 *  school. */
export function AskHead() {
  const t = usePageContext().t.account.headship;
  return (
    <>
      <p>{t.askText}</p>
      <p>
        <TextLink class="button" href="/headship">
          {t.askLink}
        </TextLink>
      </p>
    </>
  );
}
