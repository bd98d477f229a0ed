import { usePageContext } from '../../layout/page-context.ts';
import { LONGEST_ADDRESS, type VerifyField, type VerifyView } from './verification-view.ts';

/** The media types of a badge in any form, or of a picture of its address. A telephone may take the
 *  picture. */
const ACCEPTED = [
  'image/*',
  '.json,.jwt,.jws,.pdf,.svg',
  'application/json,application/ld+json,application/pdf',
].join(',');

type BoxView = Pick<VerifyView, 'values' | 'faulty'>;

interface BoxProps {
  readonly view?: BoxView;
  /** Whether it also asks for an address to be compared with the recipient. */
  readonly asksRecipient?: boolean;
}

/** One box for a badge in any form, sent as `multipart/form-data` with the fields `credential` and `file`.
 *  One of the two is filled. With the script, the field of the file also takes a drop and a paste. */
export function VerifyBox({ view = {}, asksRecipient }: BoxProps) {
  const { t, locale } = usePageContext();
  const { verify: texts } = t;
  const ties = (field: VerifyField) => {
    const isFaulty = view.faulty?.includes(field);
    return {
      'aria-describedby': isFaulty ? `${field}-help error` : `${field}-help`,
      ...(isFaulty && { 'aria-invalid': 'true' as const }),
    };
  };
  const action = locale === 'en' ? '/verify?lang=en' : '/verify';
  return (
    <form class="verify-form" action={action} method="post" enctype="multipart/form-data" data-verify-box>
      <div class="field">
        <label for="credential">{texts.credential}</label>
        <textarea
          id="credential"
          name="credential"
          rows={2}
          spellcheck={false}
          autocomplete="off"
          {...ties('credential')}
        >
          {view.values?.credential}
        </textarea>
        <small id="credential-help">{texts.credentialHelp}</small>
      </div>
      <div class="field drop-field">
        <label for="file">{texts.file}</label>
        <input id="file" name="file" type="file" accept={ACCEPTED} {...ties('file')} />
        <small id="file-help">
          {texts.fileHelp}
          <span hidden data-drop-hint>
            {' '}
            {texts.dropHint}
          </span>
        </small>
      </div>
      {asksRecipient && (
        <div class="field">
          <label for="recipient">{texts.recipientField}</label>
          <input
            id="recipient"
            name="recipient"
            type="email"
            maxlength={LONGEST_ADDRESS}
            autocomplete="off"
            spellcheck={false}
            value={view.values?.recipient}
            {...ties('recipient')}
          />
          <small id="recipient-help">{texts.recipientHelp}</small>
        </div>
      )}
      <button type="submit">{texts.submit}</button>
      <p class="visually-hidden" role="status" data-box-status data-said={texts.sending} />
    </form>
  );
}
