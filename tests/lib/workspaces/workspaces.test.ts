import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { createWorkspace } from '#lib/workspaces/create'
import { findMembership, listWorkspaces, memberRole, readWorkspace } from '#lib/workspaces/read'
import { renameWorkspace } from '#lib/workspaces/rename'
import { onEachEngine } from '../../harness/engines'
import { newOwner, newUser, NOW } from '../auth/people'

onEachEngine((_, open) => {
  let db: Db
  beforeAll(async () => {
    db = (await open()).db
  })

  test('who creates a workspace owns it, and its address comes from its name', async () => {
    const { user, workspace } = await newOwner(db, 'Ünï & Söhne')
    expect(workspace).toMatchObject({ slug: 'uni-sohne', name: 'Ünï & Söhne', kind: 'team' })
    expect(await memberRole(db, workspace.id, user.id)).toBe('owner')
    expect(await listWorkspaces(db, user.id)).toEqual([{ ...workspace, role: 'owner' }])
  })

  test('a taken address gets a number, also when several take it at once', async () => {
    const owner = await newUser(db)
    const made = await Promise.all([1, 2, 3].map(() => createWorkspace(db, NOW, { name: 'Tidewater', ownerId: owner.id })))
    expect(made.map((workspace) => workspace.slug).sort()).toEqual(['tidewater', 'tidewater-2', 'tidewater-3'])
  })

  test('another workspace is not found, by its address or by its id', async () => {
    const mine = await newOwner(db)
    const other = await newOwner(db)
    expect(await findMembership(db, other.workspace.slug, mine.user.id)).toBeNull()
    expect(await memberRole(db, other.workspace.id, mine.user.id)).toBeNull()
    expect(await findMembership(db, other.workspace.slug, other.user.id)).toMatchObject({ id: other.workspace.id, role: 'owner' })
  })

  test('renaming keeps the address and touches no other workspace', async () => {
    const mine = await newOwner(db, 'Before')
    const other = await newOwner(db, 'Untouched')
    await renameWorkspace(mine.ctx, { name: '  After ' })
    expect(await readWorkspace(mine.ctx)).toMatchObject({ slug: mine.workspace.slug, name: 'After' })
    expect(await readWorkspace(other.ctx)).toMatchObject({ name: 'Untouched' })
  })

  test('a viewer reads the workspace and cannot rename it', async () => {
    const { as } = await newOwner(db)
    expect(await readWorkspace(as('viewer'))).toMatchObject({ name: 'Fernway' })
    await expect(renameWorkspace(as('viewer'), { name: 'Mine now' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(renameWorkspace(as('editor'), { name: 'Mine now' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a name of spaces or with a line break is refused', async () => {
    const { ctx } = await newOwner(db)
    await expect(renameWorkspace(ctx, { name: '   ' })).rejects.toThrow('give the workspace a name')
    await expect(renameWorkspace(ctx, { name: 'a\nb' })).rejects.toThrow('line breaks')
  })
})
