import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/db/migrations'
import { startThrowAwayPostgres } from '@/scripts/postgres'

/** Before all integration tests: a server (TEST_DATABASE_URL, or a throw-away one) and the migrated template that files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const { serverUrl, stop } = given ? { serverUrl: given, stop: async () => undefined } : await startThrowAway()
  const template = `standfirst_template_${randomUUID().replaceAll('-', '')}`
  await runOn(serverUrl, `CREATE DATABASE ${template}`)
  const templateUrl = new URL(serverUrl)
  templateUrl.pathname = `/${template}`
  await applyMigrations(templateUrl.href)
  project.provide('templateUrl', templateUrl.href)
  return async () => {
    await runOn(serverUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await stop()
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
