import { useFrame } from '../../layout/page-context.ts';

interface VerifyHereProps {
  /** The address of the page's own badge; absent where the visitor gives a badge. */
  readonly badgeHref?: string;
}

/** The button for the verification on the visitor's own device. The script shows it, and loads the rest when
 *  it is pressed (docs/adr/0030). */
export function VerifyHere({ badgeHref }: VerifyHereProps) {
  const { t, assets, copiedAt } = useFrame();
  const { device: words } = t;
  if (!assets.device || copiedAt) return null;
  return (
    <section
      class="device no-print"
      aria-labelledby="device"
      hidden
      data-device={assets.device}
      data-badge={badgeHref}
      data-loading={words.loading}
      data-failed={words.failed}
    >
      {badgeHref ? <h3 id="device">{words.title}</h3> : <h2 id="device">{words.title}</h2>}
      <p>{badgeHref ? words.textOfBadge : words.textOfAny}</p>
      <button type="button" class="secondary">
        {words.open}
      </button>
      <div class="device-answer" role="status" aria-live="polite" data-device-answer />
    </section>
  );
}
