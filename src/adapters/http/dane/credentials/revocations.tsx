import { z } from 'zod';
import type { ReadRevocations } from '../../../../application/credentials/bulk-revocation.ts';
import { LARGEST_BATCH } from '../../../../domain/award/batch.ts';
import { revocationsTexts } from '../../../../texts/fr/dane/revocations.ts';
import { mailTexts } from '../../../../texts/fr/mail/common.ts';
import { OFFICE } from '../../../../texts/office.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import {
  manyOf,
  optionalChoiceOf,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
  requiredText,
} from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { badgeCodes, hrefOf, LISTED, listedBadges, readFilter, renderChoice } from './revocations-choice.tsx';

/** Characters left in the public reason for the name of the replacement. */
const ROOM = 100;
/** The number of names in the preview. */
const NAMED = 20;
/** The value that the button for all badges of a filter sends. */
const MATCHING = 'matching';

const revocationsForm = (codes: readonly string[]) =>
  z.object({
    ids: manyOf(LISTED),
    which: optionalChoiceOf([MATCHING]),
    reason: requiredText(REASON_LENGTH - ROOM),
    replacement: optionalChoiceOf(codes),
    replacementReason: optionalText(REASON_LENGTH),
    confirm: optionalText(100),
  });
type Sent = z.output<ReturnType<typeof revocationsForm>>;

/** `/dane/revocations`: revokes many badges in one act, with a mail to each holder and, where there is one, a
 *  replacement. */
export const revocationsPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/revocations', 'revoke-credential', renderChoice)
    .form('/dane/revocations', 'revoke-credential', {
      page: renderChoice,
      schema: async ({ c, ports }) =>
        withSome(parseValues(await readForm(c), revocationsForm(badgeCodes(ports.catalogue)))),
      act: revoke,
    });

/** Requires ticked badges, unless the form is for all badges of the filter. */
function withSome(form: ParsedForm<Sent>): ParsedForm<Sent> {
  const { values } = form;
  if (values['which']?.[0] === MATCHING || (values['ids'] ?? []).length > 0) return form;
  return { ok: false, values, faults: { ...(!form.ok && form.faults), ids: 'none-chosen' } };
}

/** Shows what would be done first, and again where the selection has changed since. */
async function revoke(request: PageRequest, sent: Sent) {
  const { services, ports, me } = request;
  const isFilter = sent.which === MATCHING;
  const { filter } = await readFilter(request);
  if (isFilter && !filter) return { faults: { ids: 'none-chosen' } } as const;
  const chosen = await services.readRevocations(
    isFilter && filter ? { matching: filter } : { ids: sent.ids },
  );
  const { ids, digest } = chosen;
  if (ids.length === 0) return { faults: { ids: 'none-chosen' } } as const;
  if (ids.length > LARGEST_BATCH) return { faults: { ids: `more-than:${LARGEST_BATCH}` } } as const;
  const { replacement: achievement, replacementReason } = sent;
  const name = achievement && badgeName(ports.catalogue, { achievement, locale: 'fr' });
  const reason = name ? revocationsTexts(OFFICE).replacedBy(sent.reason, name) : sent.reason;
  if (sent.confirm !== digest) return request.answer(await renderPreview(request, { chosen, reason, sent }));
  const job = await services.beginRevocations({
    ids,
    reason,
    actor: me,
    ...(achievement && {
      replacement: { achievement, ...(replacementReason && { reason: replacementReason }) },
    }),
  });
  return `/dane/jobs/${job.id}`;
}

interface Previewed {
  readonly chosen: ReadRevocations;
  /** The reason in its public form. */
  readonly reason: string;
  readonly sent: Sent;
}

/** The page before many badges are revoked: their number, their holders, the public reason, and the mail to
 *  the holders, in French. */
async function renderPreview(request: PageRequest, { chosen, reason, sent }: Previewed) {
  const { ports, wording } = request;
  const t = request.t.revocations;
  const { replacement: achievement, confirm } = sent;
  const listed = await listedBadges(request, chosen.first.slice(0, NAMED));
  const total = chosen.ids.length;
  const { life } = mailTexts(ports.settings.office());
  const mail = [
    life.revoked(listed[0]?.badge ?? '', ports.issuer.name),
    life.reason(reason),
    life.revokedMeans,
  ];
  const href = hrefOf(new URL(request.c.req.url).searchParams);
  return (
    <DaneLayout section="decisions" title={t.previewTitle(total)}>
      {confirm && (
        <p class="notice" role="status">
          {t.changed}
        </p>
      )}
      <p class="lede">{t.previewLede}</p>
      <h2>{t.publicReason}</h2>
      <p lang="fr">{reason}</p>
      {achievement && <p>{t.inPlace(badgeName(ports.catalogue, { achievement, locale: wording.locale }))}</p>}
      <h2>{t.who}</h2>
      <ul>
        {listed.map(({ badge, recipient, grantedAt }) => (
          <li>{t.of(badge, recipient, request.t.day(grantedAt))}</li>
        ))}
      </ul>
      {total > listed.length && <p>{t.andMore(total - listed.length)}</p>}
      <h2>{t.mail}</h2>
      {ports.mailer && <p>{t.mails(chosen.mails, total)}</p>}
      <blockquote lang="fr">
        {mail.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </blockquote>
      <Form action={href} class="" hidden={sentAgain(chosen, sent)}>
        <div class="actions">
          <Submit>{t.confirm(total)}</Submit>
          <a href={href}>{t.back}</a>
        </div>
      </Form>
    </DaneLayout>
  );
}

/** What the confirmation repeats: the ticked badges or the filter, and what was typed. */
function sentAgain({ ids, digest }: ReadRevocations, sent: Sent) {
  return {
    ...(sent.which === MATCHING ? { which: MATCHING } : { ids }),
    confirm: digest,
    reason: sent.reason,
    replacement: sent.replacement,
    replacementReason: sent.replacementReason,
  };
}
