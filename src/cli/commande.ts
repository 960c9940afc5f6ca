/** A command of `marelle`: thin, it calls the same queries and commands as the pages. */
export type Commande = {
  /** The usage and the options, shown by --help. */
  aide: string;
  /** Gives the exit code. */
  run: (args: string[]) => Promise<number>;
};
