import type { Command } from 'commander';
import { program } from '../src/cli/program.ts';

/** docs/cli.md, from the commands themselves. */
export const cliPage = (): string => `# The command line

Written by \`npm run docs\` from the commands themselves. In a checkout, \`npm run --silent dateline --\` stands for
\`dateline\`; \`dateline help COMMAND\` says the same as this page.

On a terminal results are tables, elsewhere or with \`--json\` they are JSON. Messages go to standard error. The exit code
is 0 when everything was done, and 1 otherwise, with a message that says what to do.

${program.commands.map(section).join('\n')}`;

function section(command: Command): string {
  const usage = command.usage().replace('[options] ', '').replace('[options]', '');
  const options = command.options.map(({ flags, description, argChoices, defaultValue }) => {
    const choices = argChoices && !description.includes(argChoices[0]!) ? `: ${argChoices.join(' or ')}` : '';
    const initial = defaultValue === undefined ? '' : ` (default: ${defaultValue})`;
    return `| \`${flags.replaceAll('|', '\\|')}\` | ${description}${choices}${initial} |\n`;
  });
  const table = options.length > 0 ? `\n| option | |\n|---|---|\n${options.join('')}` : '';
  const inputs = command.registeredArguments.map(({ description }) => `\n\`${usage}\`: ${description}.\n`).join('');
  return `## ${['dateline', command.name(), usage].filter(Boolean).join(' ')}\n\n${command.description()}\n${inputs}${table}`;
}
