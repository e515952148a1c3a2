// The editor's language services run beside the page, from files of our own.

declare const WORKERS: Record<'editor' | 'graphql' | 'json', string>; // file names, put in by build.mjs

const fileOf = (label: string): string =>
  label === 'graphql' || label === 'json' ? WORKERS[label] : WORKERS.editor;

globalThis.MonacoEnvironment = {
  getWorker: (_id: string, label: string) =>
    new Worker(new URL(fileOf(label), import.meta.url), { name: label }),
};
