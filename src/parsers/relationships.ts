/** Which parts of an office file refer to which: Open Packaging, for Word files and workbooks alike. */
import { decodePart, type Namespaces, scanXml } from './xml.ts'
import type { Archive, Refusal } from './zip.ts'

export interface Relationship {
  /** By which the referring part names it. */
  readonly id: string
  /** Last step of the type, which is the same in both dialects: 'officeDocument', 'styles'. */
  readonly kind: string
  /** Name of the part in the archive. */
  readonly target: string
}

const namespaces: Namespaces = { 'http://schemas.openxmlformats.org/package/2006/relationships': 'rel' }

/** Name of the part that holds a part's relationships. */
export function relationshipsOf(source: string): string {
  const slash = source.lastIndexOf('/') + 1
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`
}

/** What a part ('' for the package) refers to inside the package. */
export function relationships(archive: Archive, source: string, refuse: Refusal): readonly Relationship[] {
  const slash = source.lastIndexOf('/') + 1
  const bytes = archive.read(relationshipsOf(source))
  if (bytes === undefined) return []
  const found: Relationship[] = []
  const scanner = scanXml(decodePart(bytes, refuse), namespaces, refuse)
  while (scanner.next()) {
    if (scanner.kind !== 'start' || scanner.name !== 'rel:Relationship') continue
    if (scanner.attribute('TargetMode') === 'External') continue
    const type = scanner.attribute('Type') ?? ''
    const target = resolveTarget(source.slice(0, slash), scanner.attribute('Target') ?? '')
    if (target !== undefined)
      found.push({ id: scanner.attribute('Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), target })
  }
  return found
}

/** A target as a name in the archive; undefined where it climbs out of it. */
function resolveTarget(folder: string, target: string): string | undefined {
  if (target === '' || target.length > 1000) return undefined
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined
    } else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
