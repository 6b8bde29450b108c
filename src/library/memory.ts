/** Texts that are at hand, in front of the file system: where they would lie they are found, whatever lies there. */
import { type Host, UnreadableError, UsageError } from '../core.ts'
import { encoded } from '../parsers/encoding.ts'
import { type PathTest, relativeTo } from '../paths.ts'
import type { Text, TextDocument } from './public.d.ts'

/** Bytes by path, relative to the current folder. */
export type Memory = ReadonlyMap<string, Uint8Array>

/** Documents and their superior documents. Throws `UsageError` where two of them would lie in one place. */
export function memoryOf(documents: readonly TextDocument[], cwd: string): Memory {
  const memory = new Map<string, Uint8Array>()
  const put = ({ path, text }: Text, isDocument: boolean) => {
    const key = relativeTo(cwd, path)
    const bytes = typeof text === 'string' ? encoded(text) : text
    const old = memory.get(key)
    // Several documents may have one superior document.
    if (old && (isDocument || Buffer.compare(old, bytes) !== 0))
      throw new UsageError(`documents 中有两份文稿都叫 ${path}`, '请给每份文稿不同的 path')
    memory.set(key, bytes)
  }
  for (const document of documents) put(document, true)
  for (const { superiors = [] } of documents) for (const superior of superiors) put(superior, false)
  return memory
}

/** `mayRead`: which files of the disk may be read, besides. */
export function memoryHost(disk: Host, memory: Memory, mayRead: PathTest): Host {
  const held = (path: string) => memory.get(relativeTo(disk.cwd, path))
  return {
    ...disk,
    read(path) {
      const bytes = held(path)
      if (bytes) return bytes
      if (mayRead(path)) return disk.read(path)
      throw new UnreadableError('找不到文件', '请在 documents 中给出，或写明 disk: true')
    },
    kind(path) {
      if (held(path)) return 'file'
      const kind = disk.kind(path)
      return kind === 'folder' || mayRead(path) ? kind : 'missing'
    },
    stat: (path) => (held(path) || !mayRead(path) ? undefined : disk.stat?.(path)),
  }
}
