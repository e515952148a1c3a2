import files from 'all-examples';

export interface Example {
  title: string;
  about: string;
  query: string;
}

/** The heading comment of an example is its title (first line) and what there is to know (the rest). */
export function exampleOf(query: string): Example {
  const comment = /^(#[^\n]*\n)+/.exec(query)?.[0] ?? '';
  const [title = '', ...about] = comment
    .trim()
    .split('\n')
    .map((line) => line.replace(/^#\s*/, ''));
  return { title, about: about.join(' ').replaceAll('`', ''), query };
}

export const examples: Example[] = files.map(([, query]) => exampleOf(query));
