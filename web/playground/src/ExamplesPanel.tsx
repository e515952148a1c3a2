import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';

import { type Example, examples } from './examples';

/** A list of all examples; a click shows the tab that has it, or opens one. */
export function ExamplesPanel() {
  const { addTab, changeTab } = useGraphiQLActions();
  const { queryEditor, tabs } = useGraphiQL(pick('queryEditor', 'tabs'));
  const open = ({ query }: Example) => {
    const index = tabs.findIndex((tab) => tab.query === query);
    if (index >= 0) return changeTab(index);
    addTab();
    queryEditor?.setValue(query);
  };
  return (
    <section className="examples" aria-label="Examples">
      <h2 className="graphiql-doc-explorer-title">Examples</h2>
      <ol>
        {examples.map((example) => (
          <li key={example.title}>
            <ExampleButton example={example} ready={Boolean(queryEditor)} onOpen={open} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ExampleButtonProps {
  example: Example;
  ready: boolean;
  onOpen(example: Example): void;
}

function ExampleButton({ example, ready, onOpen }: ExampleButtonProps) {
  return (
    <button type="button" className="graphiql-un-styled" disabled={!ready} onClick={() => onOpen(example)}>
      <strong>{example.title}</strong>
      <small>{example.about}</small>
    </button>
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
