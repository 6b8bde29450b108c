import { defineConfig } from 'vitest/config'

// A slow machine is no fault: speed is measured by `npm run bench`. The limit only ends what hangs.
export default defineConfig({ test: { testTimeout: 60_000 } })
