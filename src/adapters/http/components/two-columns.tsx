import type { Child } from 'hono/jsx';

interface TwoColumnsProps {
  /** What belongs to the text: figures, a drawing, the contents of the page, the way on. */
  readonly margin: Child;
  /** On a phone the margin stands above the text, not below it. */
  readonly first?: boolean;
  readonly children: Child;
}

/** The composition of every wide page: the text keeps its measure, and the margin next to it takes the rest of
 *  the width. On a phone both stand in one column. */
export function TwoColumns({ margin, first, children }: TwoColumnsProps) {
  const beside = <div class="wide-margin">{margin}</div>;
  return (
    <div class="wide-page">
      {first && beside}
      <div class="wide-text">{children}</div>
      {!first && beside}
    </div>
  );
}

interface ContentsProps {
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}

/** Links to the parts of a page, for its margin. */
export function Contents({ label, parts }: ContentsProps) {
  return (
    <nav class="contents" aria-label={label}>
      <p class="card-label">{label}</p>
      <ul>
        {parts.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
