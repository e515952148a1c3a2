import type { GraphiQLPlugin } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';

import favicon from '../favicon.svg';
import { examples } from './examples';
import { ExamplesIcon, ExamplesPanel } from './ExamplesPanel';
import { ask } from './fetcher';

const HEADERS = `{
  // Reading needs no key. To write, put yours
  // here and take the slashes away:
  // "Authorization": "Bearer KEY"
}
`;

const LOGO = new URL(favicon, import.meta.url).href;
const EXAMPLES: GraphiQLPlugin = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel };
const TABS = examples.map(({ query }) => ({ query, headers: HEADERS }));

/** GraphiQL with all examples open; keys typed into the headers are forgotten when the page closes. */
export function Playground() {
  return (
    <GraphiQL
      fetcher={ask}
      defaultTabs={TABS}
      defaultHeaders={HEADERS}
      defaultEditorToolsVisibility={false}
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
      plugins={[EXAMPLES, HISTORY_PLUGIN]}
    >
      <GraphiQL.Logo>
        <span className="graphiql-logo-link">
          <img src={LOGO} alt="" width="24" height="24" />
          SongNodes
        </span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
