import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'

/** The embedded engine has one owner, so nobody can migrate at the same time. */
export const applyMigrations = (pg: PGlite, folder: string): Promise<void> => migrate(drizzle(pg), { migrationsFolder: folder })
