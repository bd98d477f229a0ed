import { parseCredentialId } from '../../../../domain/ids.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Paging } from '../../components/pagination.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { Rejection } from '../../forms/inputs.tsx';
import { noFields } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { badgeName, readNames } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';

const PATH = '/dane/credentials/unanswered';

/** `/dane/credentials/unanswered`: the badges that wait for their holders, each with the button that reminds. */
export const pendingAcceptancePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderPendingAcceptances)
    .form('/dane/credentials/:id/reminder', 'decide-award', {
      page: renderPendingAcceptances,
      schema: noFields,
      act: async ({ c, deps, services, me, param }) => {
        const id = parseCredentialId(param('id'));
        if (!id) return answerMissing(c, deps, 'people');
        await services.remindHolder({ id, actor: me });
        return undefined;
      },
      done: 'holder-reminded',
      back: PATH,
      refusals: { 'settled-meanwhile': 409, 'reminded-lately': 409, 'mail-not-possible': 409 },
    });

async function renderPendingAcceptances(request: PageRequest) {
  const { services, ports, store, t: texts, wording } = request;
  const t = texts.dane.unanswered;
  const { badges, total, late, next } = await services.readPendingAcceptances(request.query('after'));
  await ports.settings.refresh('now');
  const { days } = ports.settings.unanswered();
  const { nameOf } = await readNames(
    store,
    badges.map(({ award }) => award.recipient),
  );
  return (
    <DaneLayout section="decisions" title={t.title}>
      <p class="lede">{t.lede(total)}</p>
      {late > 0 && <p>{t.late(late)}</p>}
      <p>
        {days === undefined ? t.never : t.after(days)} <a href="/dane/settings#unanswered">{t.toSettings}</a>
      </p>
      {!ports.mailer && <p class="notice">{t.noMailer}</p>}
      <Rejection form={request.form} />
      <CardTable
        rows={badges}
        caption={t.title}
        columns={[
          { heading: t.holder, cell: ({ award }) => nameOf(award.recipient), names: true },
          {
            heading: t.badge,
            cell: ({ award }) => badgeName(ports.catalogue, { ...award, locale: wording.locale }),
          },
          { heading: t.awardedOn, cell: ({ award }) => texts.day(award.grantedAt) },
          {
            heading: t.reminded,
            cell: ({ line: { remindedAt, reached } }) =>
              !reached && ports.mailer ? t.notReached : remindedAt ? texts.moment(remindedAt) : t.notYet,
          },
          {
            heading: t.act,
            cell: ({ award, credential, line }) =>
              line.reached && (
                <ActionButton
                  action={`/dane/credentials/${credential.id}/reminder`}
                  class="secondary"
                  label={t.remindOne(nameOf(award.recipient))}
                >
                  {t.remind}
                </ActionButton>
              ),
          },
        ]}
      />
      <Paging next={next && `${PATH}?${new URLSearchParams({ after: next })}`} />
    </DaneLayout>
  );
}
