import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { createKey, keyContext, listKeys, revokeKey } from '#lib/auth/keys'
import { readWorkspace } from '#lib/workspaces/read'
import { renameWorkspace } from '#lib/workspaces/rename'
import { onEachEngine } from '../../harness/engines'
import { newOwner } from './people'

onEachEngine((_, open) => {
  let db: Db
  beforeAll(async () => {
    db = (await open()).db
  })

  test('a key opens its own workspace with its own scopes', async () => {
    const { ctx, workspace } = await newOwner(db)
    const { id, key } = await createKey(ctx, { name: 'Import', scopes: ['read', 'write'] })
    expect(key).toMatch(/^wf_live_[\w-]{54}$/)
    const found = await keyContext(db, key)
    expect(found).toMatchObject({ workspaceId: workspace.id, actor: { kind: 'key', keyId: id, scopes: ['read', 'write'] } })
    expect(await readWorkspace(found)).toMatchObject({ id: workspace.id })
  })

  test('the list shows the end of a key, never the key or its hash', async () => {
    const { ctx } = await newOwner(db)
    const { id, key } = await createKey(ctx, { name: 'Export', scopes: ['read'] })
    const list = await listKeys(ctx)
    expect(list).toEqual([{ id, name: 'Export', hint: key.slice(-4), scopes: ['read'], createdAt: ctx.now(), revokedAt: null }])
  })

  test('a revoked key is refused, and stays in the list', async () => {
    const { ctx } = await newOwner(db)
    const { id, key } = await createKey(ctx, { name: 'Old', scopes: ['read'] })
    await revokeKey(ctx, { id })
    await revokeKey(ctx, { id })
    await expect(keyContext(db, key)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(await listKeys(ctx)).toMatchObject([{ id, revokedAt: ctx.now() }])
  })

  test('missing, malformed and unknown keys are refused in the same words', async () => {
    const { ctx } = await newOwner(db)
    const { key } = await createKey(ctx, { name: 'Real', scopes: ['read'] })
    const swapped = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
    for (const wrong of [null, '', 'wf_live_', 'nonsense', key.slice(0, -1), `${key}A`, swapped, `wf_live_${'A'.repeat(54)}`]) {
      await expect(keyContext(db, wrong)).rejects.toMatchObject({
        code: 'unauthorized',
        detail: 'The API key is missing, wrong or revoked.',
        headers: { 'www-authenticate': 'Bearer' },
      })
    }
  })

  test('a key that names another workspace than its own opens neither', async () => {
    const mine = await newOwner(db)
    const other = await newOwner(db)
    const { key } = await createKey(mine.ctx, { name: 'Mine', scopes: ['read'] })
    const theirs = (await createKey(other.ctx, { name: 'Theirs', scopes: ['read'] })).key
    const bytes = (each: string) => Buffer.from(each.slice('wf_live_'.length), 'base64url')
    const crossed = `wf_live_${Buffer.concat([bytes(theirs).subarray(0, 16), bytes(key).subarray(16)]).toString('base64url')}`
    await expect(keyContext(db, crossed)).rejects.toMatchObject({ code: 'unauthorized' })
  })

  test('another workspace neither sees nor revokes a key', async () => {
    const mine = await newOwner(db)
    const other = await newOwner(db)
    const { id, key } = await createKey(mine.ctx, { name: 'Mine', scopes: ['read'] })
    expect(await listKeys(other.ctx)).toEqual([])
    await expect(revokeKey(other.ctx, { id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await keyContext(db, key)).toMatchObject({ workspaceId: mine.workspace.id })
  })

  test('neither a viewer nor an editor nor a key handles keys', async () => {
    const { as, ctx } = await newOwner(db)
    const { id, key } = await createKey(ctx, { name: 'All', scopes: ['read', 'write'] })
    for (const who of [as('viewer'), as('editor'), await keyContext(db, key)]) {
      await expect(createKey(who, { name: 'More', scopes: ['read'] })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listKeys(who)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(revokeKey(who, { id })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('a key for reading cannot write', async () => {
    const { ctx } = await newOwner(db)
    const { key } = await createKey(ctx, { name: 'Reader', scopes: ['read'] })
    await expect(renameWorkspace(await keyContext(db, key), { name: 'New' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
