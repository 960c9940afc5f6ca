const depart = Number(process.env.MARELLE_DEPART ?? performance.timeOrigin);

/** One line a step, with the seconds since the person typed the command. */
export function logEtape(message: string): void {
  const seconds = Math.round((performance.timeOrigin + performance.now() - depart) / 1000);
  console.log(`${`${seconds} s`.padStart(6)}  ${message}`);
}
