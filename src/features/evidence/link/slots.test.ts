import { describe, expect, test } from 'vitest'
import type { Slot } from '../queries.ts'
import { filledSlots, firstEmptySlot } from './slots.view.tsx'

type Piece = Slot['pieces'][number]
const slot = (text: string, ...states: Piece['state'][]): Slot => ({
  text,
  pieces: states.map((state, index) => ({ state, id: `${text}${index}` }) as Piece),
})

describe('What an obligation asks for', () => {
  test('is filled by what was neither returned nor withdrawn; anything else does not count as asked', () => {
    const slots = [slot('SK', 'submitted'), slot('Foto', 'returned', 'withdrawn'), slot('', 'accepted')]
    expect(filledSlots(slots)).toEqual({ asked: 2, filled: 1 })
  })
  test('the form offers the first item that is still empty', () => {
    expect(firstEmptySlot([slot('SK', 'accepted'), slot('Foto', 'returned'), slot('Daftar hadir')])).toBe(
      'Foto',
    )
  })
  test('with everything filled it offers the only item, and none of several', () => {
    expect(firstEmptySlot([slot('SK', 'accepted'), slot('')])).toBe('SK')
    expect(firstEmptySlot([slot('SK', 'accepted'), slot('Foto', 'submitted')])).toBe('')
    expect(firstEmptySlot([])).toBe('')
  })
})
