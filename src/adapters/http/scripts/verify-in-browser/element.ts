/** A new element. Its children are nodes or texts, so that no part of a stranger's badge is read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A field with its label and its help, as on the pages of the service. */
export function fieldOf(input: HTMLElement, label: string, help: string): HTMLElement {
  input.setAttribute('aria-describedby', `${input.id}-help`);
  return element(
    'div',
    { class: 'field' },
    element('label', { for: input.id }, label),
    input,
    element('small', { id: `${input.id}-help` }, help),
  );
}
