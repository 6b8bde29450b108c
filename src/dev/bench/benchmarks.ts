/**
 * What `npm run bench` runs: how long a draft takes from the command line, held against starting Node at all, how many megabytes a second
 * the single-document rules read, how fast a Word file is read and annotated, how long the 50 % rule takes with one superior document and with a folder
 * of them, and registers of 100,000 rows. Prints figures beside their limits; with `--assert` a limit that is missed is an error. Names behind `--`
 * choose among cold, throughput, rules, reading, measure, shelf, registers, annotate.
 */
import { annotatedCopy } from './annotate.ts'
import { coldStart } from './cold.ts'
import { runBenchmarks } from './harness.ts'
import { reading } from './reading.ts'
import { largeRegisters } from './registers.ts'
import { ruleTimes } from './rules.ts'
import { manySuperiors, oneSuperior } from './superiors.ts'
import { throughput } from './throughput.ts'

runBenchmarks(
  {
    cold: coldStart,
    throughput,
    rules: ruleTimes,
    reading,
    measure: oneSuperior,
    shelf: manySuperiors,
    registers: largeRegisters,
    annotate: annotatedCopy,
  },
  process.argv.slice(2),
).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
