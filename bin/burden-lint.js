#!/usr/bin/env node

const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const entry = join(root, 'dist', 'cli.js')

if (!existsSync(entry)) {
  process.stderr.write('错误：还没有构建。请先在项目文件夹中运行 npm ci\n')
  process.exitCode = 2
} else {
  // A reader that stops early (| head) is no error of ours.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    process.stderr.write(`错误：结果无法写出（${error.code}），请检查磁盘空间或输出位置\n`)
    process.exit(2)
  })
  const { main, nodeHost } = require(entry)
  main(process.argv.slice(2), {
    host: nodeHost(process.cwd()),
    root,
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: () => readFileSync(0),
    today: () => {
      const now = new Date()
      return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
    },
    env: process.env,
  }).then((code) => {
    process.exitCode = code
  })
}
