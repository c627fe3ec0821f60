// The button on /alerts: turns alerts on and off in this browser. The page says by itself what to do without it.
const box = document.querySelector('[data-alerts-key]')
const button = box?.querySelector('button')
const words = box?.querySelector('[role="status"]')

// The page lets no other text of a script become the address of code.
const worker = '/service-worker.js'
const policy = window.trustedTypes?.createPolicy('standfirst', { createScriptURL: () => worker })

if (box && button && words) start()

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
  button.textContent = isOn ? 'Turn alerts off' : 'Turn alerts on'
  say(isOn ? 'Alerts are on in this browser.' : 'Alerts are off in this browser.')
}

async function press() {
  button.disabled = true
  try {
    await ((await current()) === null ? turnOn() : turnOff())
    await show()
  } catch (error) {
    say(error instanceof Failure ? error.message : 'That did not work. Try again in a moment.')
  } finally {
    button.disabled = false
    button.focus()
  }
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== 'granted')
    throw new Failure('This browser does not let us show alerts. Its settings for this site say so.')
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
  if (answer.status === 429)
    throw new Failure('There were too many tries from your network. In an hour it works again.')
  throw new Failure('We could not keep that. Try again in a moment.')
}

class Failure extends Error {}

function say(text) {
  words.textContent = text
}
