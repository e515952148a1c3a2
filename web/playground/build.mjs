// Bundles the playground into static files: node build.mjs FOLDER → FOLDER/index.html and FOLDER/assets/*.
// Every file in assets/ has its hash in its name, so that a browser may keep it for ever.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { build } from 'esbuild';

const [out] = process.argv.slice(2);
if (!out) throw new Error('Say where to build to: node build.mjs FOLDER');

const common = {
  bundle: true,
  minify: true,
  metafile: true,
  target: 'es2022',
  outdir: join(out, 'assets'),
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'eof',
  logLevel: 'warning',
};

const workerFiles = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
};

/** `import files from 'all-examples'`: every file of examples/, so that adding one is adding a file. */
const allExamples = {
  name: 'all-examples',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^all-examples$/ }, ({ path }) => ({ path, namespace: 'examples' }));
    onLoad({ filter: /.*/, namespace: 'examples' }, async () => {
      const names = (await readdir('examples')).filter((name) => name.endsWith('.graphql')).sort();
      const texts = await Promise.all(names.map((name) => readFile(join('examples', name), 'utf8')));
      const files = names.map((name, number) => [name, texts[number]]);
      return { contents: JSON.stringify(files), loader: 'json' };
    });
  },
};

/** The editor's own style sheets are left out: graphiql/style.css has them, with the icon font. */
const noSecondStyle = {
  name: 'no-second-style',
  setup({ onLoad }) {
    onLoad({ filter: /monaco-editor.*\.css$/ }, () => ({ contents: '' }));
  },
};

/** Which file a build made of each of its entries, by the entry's name and the file's ending. */
function made({ metafile }) {
  const outputs = Object.keys(metafile.outputs).map((path) => basename(path));
  return (name, ending) => {
    const file = outputs.find((output) => output.startsWith(`${name}-`) && output.endsWith(ending));
    if (!file) throw new Error(`The build made no ${name}${ending}`);
    return file;
  };
}

const workers = made(await build({ ...common, format: 'iife', entryPoints: Object.values(workerFiles) }));
const names = Object.fromEntries(
  Object.keys(workerFiles).map((label) => [label, workers(`${label}.worker`, '.js')]),
);
const page = made(
  await build({
    ...common,
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    entryPoints: ['src/main.tsx'],
    loader: { '.svg': 'file' },
    define: { ...common.define, WORKERS: JSON.stringify(names) },
    plugins: [allExamples, noSecondStyle],
  }),
);
const template = await readFile('index.html', 'utf8');
const filled = template.replace(/\{\{(\w+)(\.\w+)\}\}/g, (_, name, ending) => page(name, ending));
await writeFile(join(out, 'index.html'), filled);
