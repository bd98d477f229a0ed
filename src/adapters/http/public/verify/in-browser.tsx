import { usePageContext } from '../../layout/page-context.ts';

interface VerifyHereProps {
  /** The address of the page's own badge; absent if the visitor gives a badge. */
  readonly badgeHref?: string;
}

/** The button for the verification on the visitor's own device. The script shows it, and loads the rest when
 *  it is pressed (docs/adr/0030). */
export function VerifyHere({ badgeHref }: VerifyHereProps) {
  const { t, assets, copiedAt } = usePageContext();
  const { device: texts } = t;
  if (!assets.device || copiedAt) return null;
  return (
    <section
      class="device no-print"
      aria-labelledby="device"
      hidden
      data-device={assets.device}
      data-badge={badgeHref}
      data-loading={texts.loading}
      data-failed={texts.failed}
    >
      {badgeHref ? <h3 id="device">{texts.title}</h3> : <h2 id="device">{texts.title}</h2>}
      <p>{badgeHref ? texts.textOfBadge : texts.textOfAny}</p>
      <button type="button" class="secondary">
        {texts.open}
      </button>
      <div class="device-answer" role="status" aria-live="polite" data-device-answer />
    </section>
  );
}
