// How dependency-cruiser reads TypeScript. TypeScript 7 has no JavaScript API that it could call, so Babel
// parses the sources; type imports become plain ones first, because a type that crosses a border is a
// dependency like any other.
const keepTypeImports = () => ({
  visitor: {
    Program(program) {
      for (const node of program.node.body) {
        if ('importKind' in node) node.importKind = 'value'
        if ('exportKind' in node && node.source) node.exportKind = 'value'
        for (const specifier of node.specifiers ?? []) {
          if ('importKind' in specifier) specifier.importKind = 'value'
          if ('exportKind' in specifier) specifier.exportKind = 'value'
        }
      }
    },
  },
})

module.exports = {
  babelrc: false,
  configFile: false,
  compact: false,
  plugins: [
    keepTypeImports,
    ['@babel/plugin-transform-react-jsx', { runtime: 'automatic', importSource: 'hono/jsx' }],
  ],
  presets: [['@babel/preset-typescript', { onlyRemoveTypeImports: true }]],
}
