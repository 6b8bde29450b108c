/** The peers, in a folder of their own: neither the program nor its tests need them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Exact, so that a run can be repeated; the latest that Node 20 runs. AutoCorrect brings its native core in a package for each platform. */
export const VERSIONS = {
  'autocorrect-node': '2.14.0',
  zhlint: '0.8.2',
  'markdownlint-cli2': '0.22.1',
  textlint: '15.8.0',
  'textlint-rule-sentence-length': '5.2.1',
} as const

/** Installs what is not there yet. No package runs a script of its own. Returns `node_modules` of the folder. */
export function installPeers(folder: string): string {
  const modules = join(folder, 'node_modules')
  const missing = Object.entries(VERSIONS).filter(([name, version]) => installed(modules, name) !== version)
  if (missing.length === 0) return modules
  console.log(`installing ${missing.map(([name, version]) => `${name} ${version}`).join(', ')} in ${folder}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: VERSIONS }, undefined, 2))
  // npm run says where npm is; on Windows nothing else starts it without a shell.
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []]
  const { status, error, stderr } = spawnSync(
    command,
    [...first, 'install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`npm could not install the peers: ${error?.message ?? stderr}`)
  for (const [name, version] of Object.entries(VERSIONS))
    if (installed(modules, name) !== version) throw new Error(`npm left ${name} ${version} out`)
  return modules
}

function installed(modules: string, name: string): string | undefined {
  const path = join(modules, name, 'package.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined
}
