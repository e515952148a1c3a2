declare module '*.css';

declare module '*.svg' {
  const url: string;
  export default url;
}

/** Every file of examples/, in the order of its name: [name, text]. */
declare module 'all-examples' {
  const files: [string, string][];
  export default files;
}

declare var MonacoEnvironment: {
  getWorker(id: string, label: string): Worker;
};
