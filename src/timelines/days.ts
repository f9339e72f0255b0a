const DAY = /^(-?\d{4,})-(\d{2})-(\d{2})/;
const MILLISECONDS = 86_400_000;

/** The number of a day (or of the day of a date-time) since 1970-01-01, proleptic Gregorian. */
export function dayNumber(iso: string): number {
  const [, year, month, day] = DAY.exec(iso) ?? [];
  if (year === undefined) throw new RangeError(`"${iso}" is not a day.`);
  // A leap year stands in for the real one: Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const cycles = Math.floor(Number(year) / 400);
  const inCycle = 2000 + Number(year) - cycles * 400;
  return Date.UTC(inCycle, Number(month) - 1, Number(day)) / MILLISECONDS + (cycles - 5) * 146_097;
}

/** Whether two stretches of days share one; an end that is absent is open. */
export function overlap(
  a: { readonly from?: number; readonly to?: number },
  b: { readonly from?: number; readonly to?: number },
): boolean {
  return (
    (a.from ?? Number.NEGATIVE_INFINITY) <= (b.to ?? Number.POSITIVE_INFINITY) &&
    (b.from ?? Number.NEGATIVE_INFINITY) <= (a.to ?? Number.POSITIVE_INFINITY)
  );
}
