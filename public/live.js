// Live coverage: the page takes in what was published since, by itself, while somebody looks at it. It is whole without this.
const EVERY = 15_000
const SELDOM = 300_000

// What comes from our own address is what the page itself is made of, and in the document that it becomes nothing runs.
const policy = window.trustedTypes?.createPolicy('standfirst', { createHTML: (html) => html })

const article = document.querySelector('[data-live]')
let wait = EVERY
let known = null
let timer

if (article) {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
  plan()
}

function plan() {
  clearTimeout(timer)
  if (document.visibilityState === 'visible') timer = setTimeout(look, wait)
}

async function look() {
  clearTimeout(timer)
  try {
    const answer = await fetch(location.pathname, { cache: 'no-cache' })
    // Withdrawn, moved: whoever reads on would read what is not there any more.
    if (answer.redirected || (answer.status >= 400 && answer.status < 500 && answer.status !== 429))
      return location.reload()
    if (!answer.ok) throw new Error(String(answer.status))
    const tag = answer.headers.get('etag')
    if (tag === null || tag !== known) takeIn(await answer.text())
    known = tag
    wait = EVERY
  } catch {
    wait = Math.min(wait * 2, SELDOM)
  }
  if (article.hasAttribute('data-live')) plan()
}

function takeIn(html) {
  const page = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
  const next = page.querySelector('.article')
  if (next === null) return
  const before = headings()
  for (const part of ['.article-header', '.article-body']) {
    const [old, fresh] = [article.querySelector(part), next.querySelector(part)]
    if (old && fresh) bring(old, fresh)
  }
  // What follows the text comes and goes: notes of what was put right, claims.
  for (const part of ['.retraction', '.corrections-box', '.claims-box']) swap(next, part)
  tell(headings().filter((heading) => !before.includes(heading)))
  // It has ended: this was the last time.
  if (!next.hasAttribute('data-live')) article.removeAttribute('data-live')
}

/** Makes a part what it is now, and leaves alone what stays: what somebody reads does not move, and where they type they go on. */
function bring(old, fresh) {
  const left = [...old.children].filter((child) => !child.hasAttribute('data-live-status'))
  let at = old.firstElementChild
  for (const child of [...fresh.children]) {
    if (child.hasAttribute('data-live-status')) continue
    while (at?.hasAttribute('data-live-status')) at = at.nextElementSibling
    const index = left.findIndex((each) => wordsOf(each) === wordsOf(child))
    const stays = index === -1 ? document.importNode(child, true) : left.splice(index, 1)[0]
    count(stays, child)
    if (stays === at) at = at.nextElementSibling
    else old.insertBefore(stays, at)
  }
  for (const child of left) child.remove()
}

// A paragraph that others were put above is the same one under another number, by which readers question it.
const NUMBERED = 'a.q'

function wordsOf(element) {
  return element.outerHTML.replace(/<a class="q"[^>]*>/g, '')
}

function count(old, fresh) {
  const links = fresh.querySelectorAll(NUMBERED)
  for (const [index, link] of old.querySelectorAll(NUMBERED).entries())
    for (const name of ['href', 'aria-label']) link.setAttribute(name, links[index].getAttribute(name))
}

function swap(next, part) {
  const [old, fresh] = [article.querySelector(part), next.querySelector(part)]
  if (old?.outerHTML === fresh?.outerHTML) return
  if (old && fresh) old.replaceWith(document.importNode(fresh, true))
  else if (old) old.remove()
  else if (part === '.retraction') article.prepend(document.importNode(fresh, true))
  else {
    const notes = part === '.claims-box' ? article.querySelector('.corrections-box') : null
    ;(notes ?? article.querySelector('.article-body')).after(document.importNode(fresh, true))
  }
}

function headings() {
  return [...article.querySelectorAll('.article-body .crosshead')].map(({ textContent }) => textContent)
}

function tell(fresh) {
  const status = article.querySelector('[data-live-status]')
  if (status && fresh.length > 0) status.textContent = article.dataset.live + fresh.join(', ')
}
