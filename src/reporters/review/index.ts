import type { Reporter } from '../../core.ts'
export const reviewHtml: Reporter = () => ''
