import type { MailBlock, SaidMail } from '../../../../application/mail/mail-content.ts';
import { useFrame } from '../../shell/use-frame.ts';

/** The mail of an invitation, before it leaves. */
export function InvitationPreview({ mail }: { mail: SaidMail }) {
  const { dane: t } = useFrame().t.invitations;
  return (
    <section class="sheet" lang="fr">
      <h3>{t.preview}</h3>
      <p>
        <strong>{t.subject(mail.subject)}</strong>
      </p>
      {mail.blocks.map((block) => (
        <p>{wordsOfBlock(block)}</p>
      ))}
    </section>
  );
}

function wordsOfBlock(block: MailBlock): string {
  if (typeof block === 'string') return block;
  return 'list' in block ? block.list.join(', ') : `${block.label} : ${block.url}`;
}
