// Runs the official GraphQL over HTTP audit against one URL: node audit.mjs URL → JSON lines {name, status, reason}.
// status: ok, notice (a MAY that does not hold), warn (a SHOULD), error (a MUST).

import { auditServer } from 'graphql-http';

const [url] = process.argv.slice(2);
const results = await auditServer({ url, fetchFn: fetch });
for (const { name, status, reason } of results) console.log(JSON.stringify({ name, status, reason }));
