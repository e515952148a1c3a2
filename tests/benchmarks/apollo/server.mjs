// @neo4j/graphql on Apollo Server, as its documentation sets it up; the driver's pool is that of the other peers.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT } = process.env;
const auth = NEO4J_PASSWORD ? neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD) : undefined;
const driver = neo4j.driver(NEO4J_URI, auth, { maxConnectionPoolSize: 64, disableLosslessIntegers: false });
const typeDefs = readFileSync(new URL("./schema.graphql", import.meta.url), "utf8");
const neoSchema = new Neo4jGraphQL({ typeDefs, driver });

const server = new ApolloServer({ schema: await neoSchema.getSchema(), includeStacktraceInErrorResponses: false });
await startStandaloneServer(server, {
  context: async () => ({ executionContext: driver }),
  listen: { host: "127.0.0.1", port: Number(PORT) },
});
