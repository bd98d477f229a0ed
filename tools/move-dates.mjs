/** Changes the current time for this JavaScript, on any runtime. `clock` is a number of milliseconds to add
 *  to the machine's time, or a fixed instant. Dates made from explicit values do not change. */
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
