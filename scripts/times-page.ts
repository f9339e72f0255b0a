import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';
import { rules } from '../src/times/rules/index.ts';

/** docs/times.md: what is understood, told by the examples that the rules carry and the tests check. */
export function timesPage(): string {
  const sections = rules.map(({ name, examples, negatives }) => {
    const rows = examples.map(([sentence, expression, value]) => `| ${mark(sentence, expression)} | \`${value}\` |`);
    const nothing = negatives.map((sentence) => `“${sentence}”`).join(' · ');
    return `### ${name}\n\n| in a text of 12 June 2019 | value |\n|---|---|\n${rows.join('\n')}\n\nNothing in: ${nothing}\n`;
  });
  return `${readFileSync(join(packageRoot, 'scripts', 'times-page.md'), 'utf8')}\n${sections.join('\n')}`;
}

const mark = (sentence: string, expression: string): string =>
  (sentence.includes(expression) ? sentence.replace(expression, `**${expression}**`) : sentence).replaceAll('|', '\\|');
