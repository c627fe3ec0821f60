// Gives each text that is there to be copied a button which does it. Without this, a reader selects the text.
for (const text of document.querySelectorAll('textarea[data-copy]')) addButton(text)

function addButton(text) {
  if (!navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text.dataset.copy
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  button.addEventListener('click', async () => {
    text.select()
    try {
      await navigator.clipboard.writeText(text.value)
      status.textContent = text.dataset.copied
    } catch {
      // It is selected: the reader's own keys copy it.
      status.textContent = ''
    }
  })
  const line = document.createElement('p')
  line.className = 'copy-line'
  line.append(button, ' ', status)
  text.after(line)
}
