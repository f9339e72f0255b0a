const MARKS = /[\u0300-\u036f]/g;

/** The form under which names are compared: no case, accents, full stops, leading "the", or kinds of hyphen. */
export function normalise(name: string): string {
  let lower = name.toLowerCase();
  if (/[^\x20-\x7e]/.test(lower)) lower = lower.normalize('NFD').replace(MARKS, '').replace(/ı/g, 'i');
  lower = lower
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[.,]/g, '')
    .replace(/[\s–-]+/g, ' ')
    .trim();
  return lower.startsWith('the ') ? lower.slice(4) : lower;
}
