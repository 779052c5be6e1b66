// The import rules, each with its reason. `npm run imports` checks them.
const tests = '\\.(test|db\\.test|property\\.test|test-data)\\.(ts|tsx|json)$|/testing\\.ts$'
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'A rule that reaches the database, a page or the outside cannot be recomputed by anyone else.',
      severity: 'error',
      from: { path: '^src/core', pathNot: tests },
      to: { pathNot: '^src/core|temporal-polyfill|fflate|^(node:)?crypto$' },
    },
    {
      name: 'crypto-only-in-the-ledger',
      comment: 'The ledger hashes; every other rule gets ids and randomness as arguments.',
      severity: 'error',
      from: { path: '^src/core', pathNot: [tests, '^src/core/ledger'] },
      to: { path: '^(node:)?crypto$' },
    },
    layer(
      'db-below-everything',
      '^src/db',
      '^src/(ui|features|web|jobs|cli|demo)',
      'The database serves features; it must not know what they are.',
    ),
    layer(
      'ui-knows-no-data',
      '^src/ui',
      '^src/(db|features|web|jobs|cli|demo)',
      'A form control or a chart draws what it is given, so that every feature can use it.',
    ),
    layer(
      'features-below-the-shells',
      '^src/features',
      '^src/(web|jobs|cli|demo)',
      'The web, the jobs and the command line are three ways to call the same operations.',
    ),
    layer(
      'jobs-and-cli-do-not-draw-pages',
      '^src/jobs',
      '^src/(web|cli)',
      'A job runs in a worker without a web server.',
    ),
    {
      name: 'features-meet-at-index',
      comment: 'What a feature does not export it may change without asking its neighbours.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: tests },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: [
          '^src/features/$1/',
          '^src/features/[^/]+/index\\.ts$',
          '^src/features/[^/]+/read/index\\.ts$',
        ],
      },
    },
    {
      name: 'shells-call-features-at-index',
      comment: 'A page, a job and a command may use what a feature offers, and nothing it keeps to itself.',
      severity: 'error',
      from: { path: '^src/(web|jobs|cli|demo)', pathNot: tests },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: [
          '^src/features/[^/]+/index\\.ts$',
          '^src/features/[^/]+/(read|import|bundle|workbook)/index\\.ts$',
        ],
      },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'What only tests use must not be started with the server.',
      severity: 'error',
      from: { path: '^src', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere fails only when somebody opens that page.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-the-product',
      comment: 'An installation without development packages must start.',
      severity: 'error',
      from: { path: '^src', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^node_modules/.*/node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    babelConfig: { fileName: 'scripts/babel-for-imports.cjs' },
  },
}
