/** What the page does when scripts may run. Plain, without modules or fetching: it reads the page's own data and adds classes. */
export const script = String.raw`(function () {
'use strict'
var doc = document
var root = doc.documentElement
root.classList.add('js')
doc.addEventListener('DOMContentLoaded', function () {
  var all = function (query, inside) { return Array.prototype.slice.call((inside || doc).querySelectorAll(query)) }
  var byId = function (id) { return doc.getElementById(id) }
  var data = JSON.parse(byId('data').textContent)
  var panel = byId('panel'), scroll = byId('scroll'), where = byId('where'), left = doc.querySelector('.left'), aside = doc.querySelector('.right')
  var hint = panel.innerHTML
  var sections = all('.superior'), tabs = all('[data-s]'), filters = all('[data-f]')
  var places = []
  var parts = {}
  var order = []
  var filter = 'u'
  var current = 0
  var lit = []

  all('.left .u').forEach(function (el) {
    var n = Number(el.getAttribute('data-u'))
    if (!parts[n]) {
      parts[n] = []
      order.push(n)
      el.tabIndex = -1
      el.setAttribute('role', 'button')
      el.setAttribute('aria-pressed', 'false')
    }
    parts[n].push(el)
  })
  /** The one sentence that Tab stops at. */
  var entry = order[0]
  if (entry) parts[entry][0].tabIndex = 0

  function light(el, name) {
    el.classList.add(name)
    lit.push([el, name])
  }
  /** Pieces of a superior document, by where they begin. */
  function piecesOf(s) {
    if (!places[s]) places[s] = all('[data-o]', sections[s]).map(function (el) { return [Number(el.getAttribute('data-o')), el] })
    return places[s]
  }
  function between(list, start, end) {
    var low = 0, high = list.length
    while (low < high) {
      var middle = (low + high) >> 1
      if (list[middle][0] < start) low = middle + 1
      else high = middle
    }
    var found = []
    for (; low < list.length && list[low][0] < end; low++) found.push(list[low][1])
    return found
  }
  function open(s) {
    sections.forEach(function (section, i) { section.classList.toggle('shown', i === s) })
    tabs.forEach(function (tab) {
      if (Number(tab.getAttribute('data-s')) !== s) return tab.removeAttribute('aria-current')
      tab.setAttribute('aria-current', 'true')
      // Names that do not fit stand in one row, which scrolls.
      var row = tab.parentNode, at = tab.getBoundingClientRect(), seen = row.getBoundingClientRect()
      if (at.left < seen.left || at.right > seen.right) row.scrollLeft += at.left - seen.left - (seen.width - at.width) / 2
    })
  }
  function clear() {
    lit.forEach(function (pair) { pair[0].classList.remove(pair[1]) })
    lit = []
  }
  /** Lights up the sentence and one of its sources. */
  function show(n, k) {
    clear()
    var sources = data[n - 1][0], runs = data[n - 1][1]
    var chosen = sources[k]
    parts[n].forEach(function (el) { light(el, 'on') })
    all('[data-k]', panel).forEach(function (link, i) {
      if (i === k) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    })
    if (!chosen || !sections[chosen[0]]) return
    var s = chosen[0]
    var name = byId('n' + n).classList.contains('near') ? 'src-near' : 'src-on'
    open(s)
    sources.forEach(function (source, i) {
      if (source[0] === s && (i === k || source[3] * 2 >= chosen[3])) between(piecesOf(s), source[1], source[2]).forEach(function (el) { light(el, i === k ? name : 'src-also') })
    })
    runs.forEach(function (run) {
      if (run[4] !== s || run[2] >= chosen[2] || run[3] <= chosen[1]) return
      between(piecesOf(s), run[2], run[3]).forEach(function (el) { light(el, 'run') })
      parts[n].forEach(function (part) {
        all('[data-o]', part).forEach(function (el) {
          var o = Number(el.getAttribute('data-o'))
          if (run[0] <= o && o < run[1]) light(el, 'run')
        })
      })
    })
    var first = between(piecesOf(s), chosen[1], chosen[2])[0]
    if (first) {
      var up = first.getBoundingClientRect().top - scroll.getBoundingClientRect().top
      scroll.scrollTop += up - Math.min(120, scroll.clientHeight / 4)
    }
  }
  /** What is not counted keeps its letter, but belongs to the filter of its own only. */
  function passes(el) {
    var names = el.classList
    return filter === 'u' || (names.contains(filter) && (filter === 'x' || !names.contains('x')))
  }
  function among() {
    return order.filter(function (n) { return passes(parts[n][0]) })
  }
  function tell() {
    var list = among(), i = list.indexOf(current)
    where.textContent = (i < 0 ? '–' : i + 1) + ' / ' + list.length
    byId('previous').disabled = !list.some(function (n) { return n < current })
    byId('next').disabled = !list.some(function (n) { return n > current })
  }
  function select(n, block, focus) {
    if (!parts[n]) return
    if (current) parts[current][0].setAttribute('aria-pressed', 'false')
    parts[entry][0].tabIndex = -1
    entry = n
    current = n
    var el = parts[n][0]
    el.tabIndex = 0
    el.setAttribute('aria-pressed', 'true')
    var note = byId('n' + n)
    panel.textContent = ''
    var mark = el.querySelector('.b').cloneNode(false)
    mark.appendChild(el.querySelector('.b b').cloneNode(true))
    panel.className = 'panel ' + el.className.replace(/\b(u|on|lead)\b/g, '')
    panel.appendChild(mark)
    Array.prototype.slice.call(note.childNodes).forEach(function (child) { panel.appendChild(child.cloneNode(true)) })
    root.classList.add('picked')
    show(n, 0)
    tell()
    if (focus) el.focus({ preventScroll: true })
    // On a narrow screen the panel comes up over the lower half of the text.
    if (block || !isBeside()) bring(n, block)
    // Some browsers forbid it for files.
    try { history.replaceState(null, '', '#u' + n) } catch (e) {}
  }
  function isBeside() { return aside.offsetWidth < root.clientWidth * 0.8 }
  /** Scrolls the page if a sentence is not well in sight. */
  function bring(n, block) {
    var list = parts[n], top = list[0].getBoundingClientRect().top, bottom = list[list.length - 1].getBoundingClientRect().bottom
    var room = isBeside() ? window.innerHeight : window.innerHeight - aside.offsetHeight
    if (block === 'center' || top < 80 || bottom > room - 60) window.scrollBy(0, top - room * 0.35)
  }
  function letGo() {
    if (!current) return
    parts[current][0].setAttribute('aria-pressed', 'false')
    current = 0
    clear()
    panel.className = 'panel'
    panel.innerHTML = hint
    root.classList.remove('picked')
    tell()
  }
  function step(by) {
    var list = among()
    if (list.length === 0) return
    var i = list.indexOf(current)
    if (i < 0) {
      // The nearest one that the filter lets through.
      var later = list.filter(function (n) { return n > current }).length
      i = by > 0 ? list.length - later - 1 : list.length - later
    }
    var to = list[Math.max(0, Math.min(list.length - 1, i + by))]
    select(to, 'nearest', true)
  }

  left.addEventListener('click', function (event) {
    var el = event.target.closest('.u')
    var chosen = window.getSelection()
    if (el && (!chosen || chosen.isCollapsed)) select(Number(el.getAttribute('data-u')), '', true)
  })
  left.addEventListener('keydown', function (event) {
    var el = event.target.closest('.u')
    if (!el || event.ctrlKey || event.altKey || event.metaKey) return
    var key = event.key
    if (key === 'ArrowDown' || key === 'ArrowRight') step(1)
    else if (key === 'ArrowUp' || key === 'ArrowLeft') step(-1)
    else if (key === 'Home') step(-order.length)
    else if (key === 'End') step(order.length)
    else if (key === 'Enter' || key === ' ') select(Number(el.getAttribute('data-u')), 'nearest', true)
    else return
    event.preventDefault()
  })
  doc.addEventListener('keydown', function (event) { if (event.key === 'Escape') letGo() })
  panel.addEventListener('click', function (event) {
    var link = event.target.closest('[data-k]')
    if (!link || !current) return
    event.preventDefault()
    show(current, Number(link.getAttribute('data-k')))
  })
  tabs.forEach(function (tab) {
    tab.addEventListener('click', function (event) {
      event.preventDefault()
      open(Number(tab.getAttribute('data-s')))
      scroll.scrollTop = 0
    })
  })
  filters.forEach(function (button) {
    button.addEventListener('click', function () {
      filter = button.getAttribute('data-f')
      filters.forEach(function (other) { other.setAttribute('aria-pressed', String(other === button)) })
      order.forEach(function (n) {
        parts[n].forEach(function (el) { el.classList.toggle('dim', !passes(el)) })
      })
      if (current && !passes(parts[current][0])) letGo()
      else tell()
    })
  })
  byId('previous').addEventListener('click', function () { step(-1) })
  byId('next').addEventListener('click', function () { step(1) })
  function follow() {
    var named = /^#u(\d+)$/.exec(location.hash)
    if (named && Number(named[1]) !== current) select(Number(named[1]), 'center', true)
  }
  window.addEventListener('hashchange', follow)
  open(0)
  tell()
  follow()
})
})()`
