import { useFrame } from './use-frame.ts';

/** The same page in the other language, named in that language. */
export function LanguageLink() {
  const { locale, languages } = useFrame();
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <a lang={other} hreflang={other} href={languages[other]} rel="alternate">
      {other === 'fr' ? 'Français' : 'English'}
    </a>
  );
}
