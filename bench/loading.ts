import Table from 'cli-table3';

/** What it takes to load a process: wink-nlp with its model, then our own models, lists and tables. */
const table = new Table({
  head: ['loading', 'milliseconds', 'of CPU time'],
  style: { head: [], border: [] },
  colAligns: ['left', 'right', 'right'],
});
const ours = { wall: 0, cpu: 0 };
await load('wink-nlp and its model', () => import('../src/text/wink.ts'));
for (const [name, importing] of [
  ['tagger of names, clusters, lists', () => import('../src/names/stage.ts')],
  ['tables of entities', () => import('../src/entities/stage.ts')],
] as const) {
  const { wall, cpu } = await load(name, importing);
  ours.wall += wall;
  ours.cpu += cpu;
}
table.push(['names and entities together', ours.wall.toFixed(0), ours.cpu.toFixed(0)]);
process.stdout.write(`${table}\n`);

async function load(name: string, importing: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  await importing();
  const { user, system } = process.cpuUsage(before);
  const taken = { wall: performance.now() - start, cpu: (user + system) / 1000 };
  table.push([name, taken.wall.toFixed(0), taken.cpu.toFixed(0)]);
  return taken;
}
