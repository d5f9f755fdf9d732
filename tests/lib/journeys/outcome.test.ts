import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { createJourney } from '#lib/journeys/create'
import { readOutcome, setOutcome } from '#lib/journeys/outcome'
import { onEachEngine } from '../../harness/engines'

const PLAN = { kind: 'attribute', name: 'renewed', positive: 'yes' }

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => {
    const workspaceId = newId()
    ctx = { db: (await open()).db, workspaceId, actor: { kind: 'user', userId: newId(), role: 'editor' }, now: () => new Date() }
    await createJourney(ctx, { name: 'Shop', stages: ['Order'] })
  })

  describe('the outcome of a journey', () => {
    it('is none until it is set, and can be taken away', async () => {
      expect(await readOutcome(ctx, { journey: 'shop' })).toBeNull()
      await setOutcome(ctx, { journey: 'shop', outcome: { ...PLAN, positive: ' yes ' } })
      expect(await readOutcome(ctx, { journey: 'shop' })).toEqual(PLAN)
      await setOutcome(ctx, { journey: 'shop', outcome: { kind: 'nps', touchpoint: 'order.overall' } })
      expect(await readOutcome(ctx, { journey: 'shop' })).toEqual({ kind: 'nps', touchpoint: 'order.overall' })
      await setOutcome(ctx, { journey: 'shop', outcome: null })
      expect(await readOutcome(ctx, { journey: 'shop' })).toBeNull()
    })

    it.each([
      [{ kind: 'nps', touchpoint: 'nowhere' }, 'no touchpoint with the key "nowhere"'],
      [{ kind: 'csat', touchpoint: 'order.overall' }, 'kind'],
      [{ ...PLAN, name: 'x'.repeat(61) }, 'name'],
      [{ ...PLAN, positive: ' ' }, 'positive'],
      [{ ...PLAN, positive: 'a\0b' }, 'cannot be stored'],
      [{ ...PLAN, other: 1 }, 'other'],
    ])('%o is refused', async (outcome, words) => {
      await expect(setOutcome(ctx, { journey: 'shop', outcome })).rejects.toThrow(words)
    })

    it('is not seen from another workspace and not set by a viewer', async () => {
      await expect(readOutcome({ ...ctx, workspaceId: newId() }, { journey: 'shop' })).rejects.toThrow('no such journey')
      await expect(setOutcome({ ...ctx, workspaceId: newId() }, { journey: 'shop', outcome: PLAN })).rejects.toThrow('no such journey')
      const viewer: Context = { ...ctx, actor: { kind: 'user', userId: newId(), role: 'viewer' } }
      await expect(setOutcome(viewer, { journey: 'shop', outcome: PLAN })).rejects.toThrow('role')
    })
  })
})
