const PATIENCE_MS = 30_000;

/** Resolves at the first Ctrl-C or stop request; a stop that lasts too long is cut. */
export function createArret(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        setTimeout(() => process.exit(1), PATIENCE_MS).unref();
        resolve();
      });
    }
  });
}
