import { fdatasyncSync, fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Opts = Parameters<NodeFS['init']>[1]
type Stream = { nfd: number; node: { mode: number } }
type Runtime = {
  FS: { isDir(mode: number): boolean }
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; tryFSOperation(run: () => void): void }
}

/** The engine's file system with a real fsync; as it comes, fsync does nothing at all and an answer can be lost after its 201. */
export class DurableFS extends NodeFS {
  syncs = 0

  override async init(pg: PGlite, opts: Opts) {
    const { emscriptenOpts } = await super.init(pg, opts)
    const hook = (runtime: unknown) => this.#hook(runtime as Runtime)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } as Opts }
  }

  #hook({ FS, NODEFS }: Runtime) {
    NODEFS.stream_ops.fsync = ({ nfd, node }) => {
      // A failure becomes an errno here, and Postgres stops at it rather than go on with a torn log.
      NODEFS.tryFSOperation(() => (FS.isDir(node.mode) ? fsyncSync(nfd) : fdatasyncSync(nfd)))
      this.syncs++
      return 0
    }
  }
}

/** Another version of the engine might take another way to the disk: then nothing may be acknowledged. */
export async function assertSyncReached(pg: PGlite, fs: Pick<DurableFS, 'syncs'>): Promise<void> {
  const before = fs.syncs
  await pg.query(`select pg_logical_emit_message(true, 'wayfelt', 'is this on disk?')`)
  if (fs.syncs > before) return
  await pg.close()
  throw new Error('The embedded database committed without reaching fsync, so a crash could lose answers. It was not opened.')
}
