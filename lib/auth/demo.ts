import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Db } from '#db/open'
import { env } from '#lib/env'
import { listWorkspaces } from '#lib/workspaces/read'
import { isLocal } from './place'
import { type User, verifyPassword } from './users'

const DemoFile = z.object({ email: z.string(), password: z.string(), workspaceId: z.uuid() })

/** The demo's own account, when there is a demo and somebody at this machine asks; else null. Asked again at signing in. */
export async function demoUser(db: Db, header: (name: string) => string | null | undefined): Promise<User | null> {
  if (!isLocal(header)) return null
  const demo = await readDemo()
  return demo && verifyPassword(db, demo)
}

/** Is "Open the demo" to be offered? */
export async function isDemoOffered(header: (name: string) => string | null | undefined): Promise<boolean> {
  return isLocal(header) && (await readDemo()) !== null
}

/** The address of the demo workspace among those of this user. */
export async function demoSlug(db: Db, userId: string): Promise<string | null> {
  const mine = await listWorkspaces(db, userId)
  return mine.find((workspace) => workspace.kind === 'demo')?.slug ?? null
}

async function readDemo() {
  try {
    return DemoFile.parse(JSON.parse(await readFile(path.resolve(env().DATA_DIR, 'demo.json'), 'utf8')))
  } catch {
    return null
  }
}
