import { createContext } from 'react'

/** The node that the pointer or the keyboard is on: its edges to its neighbours are drawn for as long. */
export const NearNodeContext = createContext<string | undefined>(undefined)
