// The button on /alerts: turns alerts on and off in this browser. The page says by itself what to do without it.
const box = document.querySelector('[data-alerts-key]')
const button = box?.querySelector('button')
const state = box?.querySelector('[role="status"]')
// In the language of the paper.
const words = JSON.parse(box?.dataset.alertsWords ?? 'null')

// The page lets no other text of a script become the address of code.
const worker = '/service-worker.js'
const policy = window.trustedTypes?.createPolicy('standfirst', { createScriptURL: () => worker })

if (box && button && state && words) start()

async function start() {
  // The page says already what to do where the browser cannot show any.
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return
  button.addEventListener('click', press)
  await show()
}

async function current() {
  const registration = await navigator.serviceWorker.getRegistration('/')
  return (await registration?.pushManager.getSubscription()) ?? null
}

async function show() {
  const isOn = (await current()) !== null
  button.hidden = false
  button.textContent = isOn ? words.turnOff : words.turnOn
  say(isOn ? words.isOn : words.isOff)
}

async function press() {
  button.disabled = true
  try {
    await ((await current()) === null ? turnOn() : turnOff())
    await show()
  } catch (error) {
    say(error instanceof Failure ? error.message : words.failed)
  } finally {
    button.disabled = false
    button.focus()
  }
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== 'granted') throw new Failure(words.forbidden)
  await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker, { scope: '/' })
  const registration = await navigator.serviceWorker.ready
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: box.dataset.alertsKey,
  })
  const { endpoint, keys } = subscription.toJSON()
  try {
    await ask('POST', { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } })
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
}

async function turnOff() {
  const subscription = await current()
  if (subscription === null) return
  await ask('DELETE', { endpoint: subscription.endpoint })
  await subscription.unsubscribe()
}

async function ask(method, body) {
  const answer = await fetch('/api/alerts', {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.ok) return
  if (answer.status === 429) throw new Failure(words.tooMany)
  throw new Failure(words.notKept)
}

class Failure extends Error {}

function say(text) {
  state.textContent = text
}
