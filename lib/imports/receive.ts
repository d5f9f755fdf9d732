import { imports } from '#db/schema/work'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { allow } from '#lib/permission'
import { enqueue, wake } from '#lib/queue'
import { Flags } from './flags'
import { IMPORT } from './job'
import { planImport } from './plan'
import { diskFile, keepUpload, removeUpload, uploadPath } from './upload'

type Upload = { flags: unknown; name: string; type?: string | undefined; body: AsyncIterable<Uint8Array> }

/** Takes a file, looks at its head, and leaves the rest to a job. What cannot be imported at all is refused here. */
export async function receiveImport(ctx: Context, upload: Upload): Promise<{ id: string; state: 'waiting' }> {
  allow(ctx, 'import.write')
  const flags = Flags.parse(upload.flags)
  const file = newId(ctx.now())
  await keepUpload(file, upload.body)
  try {
    const kept = await diskFile(uploadPath(file), upload.name, upload.type)
    await planImport(ctx, kept, flags)
    const id = await inWorkspace(ctx, async (tx) => {
      const payload = { file, name: upload.name, type: upload.type, size: kept.size }
      const job = await enqueue(tx, ctx, IMPORT, payload)
      await tx.insert(imports).values({
        workspaceId: ctx.workspaceId,
        id: job,
        journeyKey: flags.journey,
        fileName: upload.name,
        flags,
        state: 'waiting',
        rows: 0,
        accepted: 0,
        known: 0,
        changed: 0,
        empty: 0,
        rejected: 0,
        problems: [],
        createdAt: ctx.now(),
      })
      return job
    })
    wake()
    return { id, state: 'waiting' }
  } catch (error) {
    await removeUpload(file)
    throw error
  }
}
