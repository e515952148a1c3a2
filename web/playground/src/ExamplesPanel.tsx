import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

import { type Example, examples } from './examples';

/** A list of all examples; a click opens one in a tab of its own. */
export function ExamplesPanel() {
  const { addTab } = useGraphiQLActions();
  const editor = useGraphiQL((state) => state.queryEditor);
  const open = ({ query }: Example) => {
    addTab();
    editor?.setValue(query);
    editor?.focus();
  };
  return (
    <section className="examples" aria-label="Examples">
      <h2 className="graphiql-doc-explorer-title">Examples</h2>
      <ol>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="graphiql-un-styled" onClick={() => open(example)}>
              <strong>{example.title}</strong>
              <small>{example.about}</small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A record on a turntable, as an outline like the other icons of the side bar. */
export function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="3" />
      <path d="M12 5.5a6.5 6.5 0 0 1 6.5 6.5" strokeLinecap="round" />
    </svg>
  );
}
