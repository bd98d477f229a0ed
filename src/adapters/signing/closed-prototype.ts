/** Nothing is added any more to what every object inherits. jsonld keeps nodes in plain objects by their identifier: one
 *  that is called `__proto__` would otherwise write its members there, and every later document of the process would be
 *  read with them. What is there already stays as it is, and may still be overridden. */
export function closeObjectPrototype(): void {
  Object.preventExtensions(Object.prototype);
}
