#!/usr/bin/env node

const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const entry = join(root, 'dist', 'cli.js')

if (!existsSync(entry)) {
  process.stderr.write('错误：还没有构建。请先在项目文件夹中运行 npm ci\n')
  process.exitCode = 2
} else {
  const { main, nodeHost, pace, standardError, standardOutput, today } = require(entry)
  let cwd
  try {
    cwd = process.cwd()
  } catch {
    process.stderr.write('错误：当前文件夹已经不在了，或者没有权限。请换到别的文件夹再运行\n')
    process.exit(2)
  }
  main(process.argv.slice(2), {
    host: nodeHost(cwd),
    root,
    stdout: standardOutput(),
    stderr: standardError(),
    stdin: () => readFileSync(0),
    input: () => process.stdin,
    today,
    env: process.env,
    pace,
  }).then((code) => {
    process.reallyExit(code)
  })
}
