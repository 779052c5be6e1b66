import type { Words } from './words.ts'

export type Say = (word: string, values?: Words) => string
export type RowState = 'working' | 'paused' | 'waiting' | 'received' | 'failed'

/** One file in the list: its name, how far it is, and what can be done with it. */
export function uploadRow(
  name: string,
  say: Say,
  act: { readonly pause: () => void; readonly resume: () => void; readonly remove: () => void },
) {
  const row = document.createElement('li')
  row.className = 'upload-row'
  const title = document.createElement('span')
  title.className = 'upload-name'
  title.textContent = name
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', name)
  const words = document.createElement('span')
  words.className = 'upload-state'
  const buttons = document.createElement('span')
  buttons.className = 'upload-buttons'
  const button = (word: string, press: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'btn-link btn-small'
    made.textContent = say(word)
    made.setAttribute('aria-label', say('ofFile', { action: say(word), name }))
    made.addEventListener('click', press)
    return made
  }
  const pause = button('pause', act.pause)
  const resume = button('resume', act.resume)
  const remove = button('remove', act.remove)
  buttons.append(pause, resume, remove)
  row.append(title, bar, words, buttons)
  return {
    row,
    progress: (done: number, of: number) => {
      bar.max = of
      bar.value = done
    },
    show: (state: RowState, text: string) => {
      // Focus that stood on a button that goes moves to its counterpart.
      row.dataset.state = state
      words.textContent = withoutName(text, name)
      pause.hidden = state !== 'working'
      resume.hidden = state !== 'paused' && state !== 'waiting'
      bar.hidden = state === 'received' || state === 'failed'
      const focused = document.activeElement
      if (focused === pause && pause.hidden) (resume.hidden ? remove : resume).focus()
      if (focused === resume && resume.hidden) (pause.hidden ? remove : pause).focus()
    },
  }
}

/** The server names the file in what it says of it; here its name stands above. */
function withoutName(text: string, name: string): string {
  const said = text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text
  return said.charAt(0).toUpperCase() + said.slice(1)
}
