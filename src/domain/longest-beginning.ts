/** How many of the first things fit, where fewer of them fit whenever more do. It is found by halving: a text
 *  that is cut one letter after the other costs the square of its length. */
export function longestBeginning(count: number, fits: (first: number) => boolean): number {
  let [fitting, tooMany] = [0, count + 1];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
