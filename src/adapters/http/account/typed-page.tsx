import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

/** `/typed` where no form can be given back: it belongs to another person, or is too old. */
export function TypedPage({ kept }: { kept: boolean }) {
  const { typed, enter } = useFrame().t.account;
  const { title, text } = kept ? typed.notYours : typed.none;
  return (
    <Layout title={title} description={text}>
      <h1>{title}</h1>
      <p class="lede">{text}</p>
      <p>
        <a class="button" href="/space">
          {enter}
        </a>
      </p>
    </Layout>
  );
}
