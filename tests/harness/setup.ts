import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate'
import { openDb } from '#db/open'
import { startPostgres, type Cluster } from './postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresDoor: string
  }
}

/**
 * Once for the whole run: a door where the first test that needs Postgres has it started, with a migrated template in it. Runs
 * of pure tests start none.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined
  const door = createServer((_, response) => {
    cluster ??= startWithTemplate()
    cluster.then(
      ({ url }) => response.end(url),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    await cluster?.then(
      (started) => started.stop(),
      () => {},
    )
  }
}

async function startWithTemplate(): Promise<Cluster> {
  const cluster = await startPostgres()
  try {
    const sql = postgres(cluster.url, { max: 1 })
    await sql`create database wayfelt_template`.finally(() => sql.end())
    const template = await openDb({ url: databaseUrl(cluster.url, 'wayfelt_template') })
    await migrate(template).finally(() => template.close())
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster
}

const databaseUrl = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
