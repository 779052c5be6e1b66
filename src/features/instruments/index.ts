export { shippedInstrument, shippedInstrumentIds } from './shipped-instruments.ts'
