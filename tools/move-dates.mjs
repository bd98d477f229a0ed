/** Changes the current time of this JavaScript, on any runtime: `clock` holds the milliseconds to add to the
 *  machine's time, or a fixed instant. Dates with explicit values do not change. */
export function moveDates(clock) {
  const now = nowOf(clock);
  const RealDate = Date;
  const MovedDate = new Proxy(RealDate, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked === MovedDate ? target : asked),
    apply: () => new MovedDate().toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}

function nowOf(clock) {
  const realNow = Date.now;
  if (/^[+-]?\d+$/.test(clock)) return () => realNow() + Number(clock);
  const instant = Date.parse(clock);
  if (Number.isNaN(instant)) throw new Error(`JALON_CLOCK=${clock} is neither milliseconds nor an instant.`);
  return () => instant;
}
