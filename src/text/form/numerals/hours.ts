/** 上午八点三公里健步走: an hour, and not the whole of a decimal. */

/** 上午八点五公里长跑: an hour of the day. */
export const OF_DAY = /(?:[早晚][上间]?|[早清凌]晨|[上中下]午|凌晨|傍晚|夜[里间]|[日号于]|[周拜][一二三四五六日天])$/
/** Before kilometres what is measured and what begins then look alike. */
export const HOUR = new RegExp(`${OF_DAY.source}|(?:[天时到约]|点)$`)
