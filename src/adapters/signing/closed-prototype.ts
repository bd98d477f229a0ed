/** Forbids adding properties to Object.prototype. jsonld keeps nodes in plain objects by their identifier: a
 *  node called `__proto__` would otherwise write its members into the prototype, and every later document of
 *  the process would be read with them. The properties that exist stay, and may still be overridden. */
export function closeObjectPrototype(): void {
  Object.preventExtensions(Object.prototype);
}
