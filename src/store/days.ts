/** The years that PostgreSQL's `date` holds. */
const FIRST_YEAR = -4712;
const LAST_YEAR = 5_874_896;

/** A day as PostgreSQL reads it: years before 0001 as BC, a day beyond its calendar as infinity. */
export function sqlDay(day: string): string {
  const [, sign, digits, rest] = /^(-?)(\d+)(-\d\d-\d\d)/.exec(day)!;
  const year = Number(`${sign}${digits}`);
  if (year < FIRST_YEAR) return '-infinity';
  if (year > LAST_YEAR) return 'infinity';
  return year > 0 ? `${digits}${rest}` : `${String(1 - year).padStart(4, '0')}${rest} BC`;
}

/** The same way back. */
export function isoDay(day: string): string {
  const [, digits, rest, bc] = /^(\d+)(-\d\d-\d\d)( BC)?$/.exec(day)!;
  if (bc === undefined) return `${digits}${rest}`;
  const year = Number(digits) - 1;
  return `${year > 0 ? '-' : ''}${String(year).padStart(4, '0')}${rest}`;
}
