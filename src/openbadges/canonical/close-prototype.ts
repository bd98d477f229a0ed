/** Forbids adding properties to Object.prototype, for the whole process. jsonld keeps nodes in plain objects by
 *  their identifier. A node called `__proto__` would otherwise write its members into the prototype, and every
 *  later document of the process would be read with them. Documents that name `__proto__` are refused before jsonld
 *  reads them, so this is a second barrier. A service calls it at its start, because importing the library never
 *  changes the process. The properties that exist stay, and may still be overridden. */
export function closeObjectPrototype(): void {
  Object.preventExtensions(Object.prototype);
}
