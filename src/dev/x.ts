import { join } from 'node:path'
import { main, nodeHost } from '../cli.ts'
main(process.argv.slice(2), { host: nodeHost(process.cwd()), root: '/work/wt-caps', stdout: process.stdout, stderr: process.stderr, stdin: () => new Uint8Array(), env: {} }).then((c) => console.log('exit', c))
