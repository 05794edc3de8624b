/** Which folder may import what. One rule a folder: what is not named is forbidden. */
const allow = (name, from, ...to) => ({
  name,
  severity: 'error',
  comment: `${from} may import ${to.join(', ') || 'nothing'}`,
  from: { path: from },
  to: { pathNot: [from, ...to] },
});

const PACKAGE = (name) => `(^|/)node_modules/${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    allow('protocol-is-alone', '^src/protocol/'),
    allow('device-knows-the-protocol', '^src/device/', '^src/protocol/'),
    allow('session-knows-the-protocol', '^src/session/', '^src/protocol/'),
    allow(
      'element-knows-what-it-shows',
      '^src/element/',
      '^src/(protocol|device|session)/',
      PACKAGE('(lit|lit-html|lit-element|@lit/[^/]+)'),
      PACKAGE('(qrcode|@floating-ui/dom)'),
    ),
    {
      name: 'server-runs-anywhere',
      comment: 'Web standards suffice; rules below say where the Node adapter and the SQLite store may do more.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { pathNot: ['^src/(server|protocol)/', PACKAGE('srvx')], dependencyTypesNot: ['core'] },
    },
    {
      name: 'gateways-stand-apart',
      comment: 'A gateway knows the interface that it implements, and nothing of the kit or of another gateway.',
      severity: 'error',
      from: { path: '^src/server/gateways/([^/]+)/' },
      to: {
        pathNot: [
          '^src/server/gateways/$1/',
          '^src/protocol/',
          '^src/server/(gateway(-(fields|http|options))?|signing|errors)\\.ts$',
        ],
      },
    },
    {
      name: 'stores-stand-apart',
      severity: 'error',
      from: { path: '^src/server/stores/' },
      to: {
        pathNot: ['^src/server/stores/', '^src/protocol/', '^src/server/(store|errors)\\.ts$', '^(node:)?sqlite$'],
      },
    },
    {
      name: 'stores-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/server/stores/memory\\.ts$' },
      to: { path: '^src/server/stores/sqlite' },
    },
    {
      name: 'kit-takes-its-gateway-and-store-as-options',
      severity: 'error',
      from: { path: '^src/server/', pathNot: '^src/server/(stores/|gateways/|index\\.ts$)' },
      to: { path: '^src/server/(stores|gateways)/' },
    },
    {
      name: 'one-encoder-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/element/(qr-(path|options)|qrcode-core\\.d)\\.ts$' },
      to: { path: PACKAGE('qrcode') },
    },
    {
      name: 'one-popover-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/element/controllers/popover\\.ts$' },
      to: { path: PACKAGE('@floating-ui/dom') },
    },
    {
      name: 'srvx-in-the-node-adapter',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/node\\.ts$' },
      to: { path: PACKAGE('srvx') },
    },
    {
      name: 'node-in-the-node-adapter-and-sqlite',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server/(node|stores/sqlite[^/]*)\\.ts$|testing/)' },
      to: { dependencyTypes: ['core'] },
    },
    allow('tests-for-others-know-what-they-test', '^src/testing/', '^src/(protocol|server)/', '^(node:)?assert'),
    {
      name: 'nothing-ships-with-tests-in-it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/testing/' },
      to: { path: '^src/testing/' },
    },
    allow('only-the-entry-registers', '^src/index\\.ts$', '^src/element/'),
    {
      name: 'nobody-imports-the-entry',
      comment: 'Importing src/index.ts registers the element: its one side effect is for applications.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'inside-src-import-the-file-itself',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/index\\.ts$' },
      to: { path: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'src-ships-without-development-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'src-ships-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(demo|test|scripts)/' },
    },
    {
      name: 'demo-is-a-customer',
      comment: 'The demo imports alipay-checkout/…, as a shop would: never a file of ours.',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(src|test|dist|scripts)/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'sandbox-shares-nothing-with-the-adapters',
      comment: 'A simulator follows the manual of its gateway, so that it can disagree with us.',
      severity: 'error',
      from: { path: '^demo/gateways/' },
      to: { path: ['^(src|test|dist|scripts)/', '^demo/(?!gateways/|support/)'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      // The demo's .js files are for its pages: a browser loads them, nothing imports them.
      from: { orphan: true, path: '^(src|demo)/', pathNot: ['\\.d\\.ts$', '^demo/.*\\.js$'] },
      to: {},
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      // What a page of the demo imports is an address of the shop's.
      from: { pathNot: '^demo/.*\\.js$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
