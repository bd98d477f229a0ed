import { useFrame } from '../../shell/use-frame.ts';

/** Only on paper: the QR code, the address beside it, the date of the verification. */
export function PrintedAddress({ pageUrl, checkedAt }: { pageUrl: string; checkedAt: string }) {
  const frame = useFrame();
  const t = frame.t.profile;
  return (
    <div class="print-only printed-proof">
      <img src={`${pageUrl}/qr.svg`} alt={t.qr} />
      <div>
        <p>
          <strong>{pageUrl}</strong>
        </p>
        <p>{t.qrText}</p>
        <p>{t.printedOn(frame.t.moment(checkedAt))}</p>
      </div>
    </div>
  );
}
