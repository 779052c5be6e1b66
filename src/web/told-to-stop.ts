/**
 * Resolves when the process is told to stop. It goes on hearing the signals: a terminal or a supervisor may tell the
 * process and its starter, which passes it on, and the second of the two must not cut off what the first lets finish.
 * Once that is finished the process is to leave by `process.exit`; one that ends by itself is deaf while it takes its
 * memory down, and would be counted as killed.
 */
export const toldToStop = () =>
  new Promise<void>(stop => {
    process.on('SIGINT', () => stop())
    process.on('SIGTERM', () => stop())
  })
