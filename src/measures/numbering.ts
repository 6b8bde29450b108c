/** Numbers whole numbers of 32 bits (keys) from 0 on, in the order in which they first come. */
export interface Numbering {
  /** The key's number; -1 when it has none. */
  readonly of: (key: number) => number
  /** The key's number, its own from now on. */
  readonly add: (key: number) => number
  /** How many keys have a number. */
  readonly count: () => number
}

/** Slots at first; a power of two. */
const SLOTS = 1024

/** A hash table with open addressing: for numbers, a Map takes several times as long. */
export function numbering(): Numbering {
  let keys = new Int32Array(SLOTS / 2)
  // One more than a key's number; 0: free. Never more than half full.
  let slots = new Int32Array(SLOTS)
  let count = 0
  /** The slot of a key, or the free one that it would take. */
  const find = (key: number): number => {
    const mask = slots.length - 1
    let hash = Math.imul(key, 0x9e3779b1)
    hash = (hash ^ (hash >>> 15)) & mask
    for (let taken = slots[hash]!; taken !== 0 && keys[taken - 1] !== key; taken = slots[hash]!)
      hash = (hash + 1) & mask
    return hash
  }
  const grow = () => {
    const before = keys
    keys = new Int32Array(before.length * 2)
    keys.set(before)
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < count; number++) slots[find(keys[number]!)] = number + 1
  }
  return {
    of: (key) => slots[find(key)]! - 1,
    add: (key) => {
      const slot = find(key)
      const known = slots[slot]! - 1
      if (known >= 0) return known
      const number = count++
      keys[number] = key
      slots[slot] = count
      if (count === keys.length) grow()
      return number
    },
    count: () => count,
  }
}
