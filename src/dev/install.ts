/** Packages that only a script needs, in a folder of their own: neither the program nor its tests need them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs what is not there yet. No package runs a script of its own, and none brings others that it would only like to have beside it.
 * @param versions exact, by the name of the package.
 * @returns `node_modules` of the folder.
 */
export function installApart(folder: string, versions: Readonly<Record<string, string>>): string {
  const modules = join(folder, 'node_modules')
  const missing = Object.entries(versions).filter(([name, version]) => installed(modules, name) !== version)
  if (missing.length === 0) return modules
  console.error(`installing ${missing.map(([name, version]) => `${name} ${version}`).join(', ')} in ${folder}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }, undefined, 2))
  // npm run says where npm is; on Windows nothing else starts it without a shell.
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []]
  const { status, error, stderr } = spawnSync(
    command,
    [...first, 'install', '--prefix', folder, '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`npm could not install them: ${error?.message ?? stderr}`)
  for (const [name, version] of Object.entries(versions))
    if (installed(modules, name) !== version) throw new Error(`npm left ${name} ${version} out`)
  return modules
}

function installed(modules: string, name: string): string | undefined {
  const path = join(modules, name, 'package.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined
}
