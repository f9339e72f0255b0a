/**
 * The arrows of the layout: text → times → names → entities → events → (timelines, store) → render → routes.
 * Checked on the compiled modules in dist, whose imports are those of the sources.
 */
const order = ['text', 'times', 'names', 'entities', 'events'];
const analysis = `^dist/src/(${order.join('|')}|gazetteer|learn)/`;

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['types\\.js$', '/(analysis|records|tables)\\.js$'] },
      to: {},
    },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      from: { path: '^dist/(src|schemas)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'] },
    },
    ...order.slice(0, -1).map((stage, i) => ({
      name: `${stage}-knows-no-later-stage`,
      severity: 'error',
      from: { path: `^dist/src/${stage}/` },
      to: { path: `^dist/src/(${order.slice(i + 1).join('|')})/` },
    })),
    {
      name: 'analysis-knows-no-service',
      comment: 'What reads a text knows nothing of where it is kept or who asks.',
      severity: 'error',
      from: { path: [analysis, '^dist/src/(pipeline|analysis|reading)\\.js$'] },
      to: {
        path: '^dist/src/(store|timelines|render|routes|plugins|cli)/|^dist/src/(app|server|service|cli|ingest|records|config)\\.js$',
      },
    },
    {
      name: 'store-knows-no-routes',
      severity: 'error',
      from: { path: '^dist/src/(store|timelines)/' },
      to: { path: '^dist/src/(render|routes|plugins|cli)/|^dist/src/(app|server|service|cli)\\.js$' },
    },
    {
      name: 'render-knows-no-routes',
      severity: 'error',
      from: { path: '^dist/src/render/' },
      to: { path: '^dist/src/(store|routes|plugins|cli)/|^dist/src/(app|server|service|cli)\\.js$' },
    },
    {
      name: 'routes-know-no-store',
      comment: 'Routes ask through the Records interface.',
      severity: 'error',
      from: { path: '^dist/src/(routes|plugins)/' },
      to: { path: '^dist/src/(store|cli)/' },
    },
    {
      name: 'one-importer-of-wink',
      severity: 'error',
      from: { path: '^dist/src/', pathNot: '^dist/src/text/wink\\.js$' },
      to: { path: 'node_modules/wink-' },
    },
    {
      name: 'product-needs-no-tools',
      severity: 'error',
      from: { path: '^dist/(src|schemas)/' },
      to: { path: '^dist/(test|scripts|bench|eval)/' },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, includeOnly: '^(dist|node_modules)/' },
};
