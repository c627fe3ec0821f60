import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/db/migrations'
import { startThrowAwayPostgres } from '@/scripts/postgres'

type Server = { templateUrl: string; stop(): Promise<void> }

// Both projects of integration tests have this as their set-up, in one process: there is one server.
const kept = globalThis as unknown as { standfirstTestServer?: { started: Promise<Server>; users: number } | undefined }

/** Before all integration tests: a server (TEST_DATABASE_URL, or a throw-away one) and the migrated template that files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  kept.standfirstTestServer ??= { started: start(), users: 0 }
  const server = kept.standfirstTestServer
  server.users++
  const { templateUrl, stop } = await server.started
  project.provide('templateUrl', templateUrl)
  return async () => {
    server.users--
    if (server.users > 0) return
    kept.standfirstTestServer = undefined
    await stop()
  }
}

async function start(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  const { serverUrl, stop } = given ? { serverUrl: given, stop: async () => undefined } : await startThrowAway()
  const template = `standfirst_template_${randomUUID().replaceAll('-', '')}`
  await runOn(serverUrl, `CREATE DATABASE ${template}`)
  const templateUrl = new URL(serverUrl)
  templateUrl.pathname = `/${template}`
  await applyMigrations(templateUrl.href)
  return {
    templateUrl: templateUrl.href,
    async stop() {
      await runOn(serverUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
      await stop()
    },
  }
}

async function startThrowAway(): Promise<{ serverUrl: string; stop(): Promise<void> }> {
  const postgres = await startThrowAwayPostgres()
  return { serverUrl: postgres.url('postgres'), stop: () => postgres.stop() }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
