// What the person sees while Marelle works: one line a step, with the seconds since the start.

const readClock = () => performance.timeOrigin + performance.now();
const depart = Number(process.env.MARELLE_DEPART ?? readClock());
process.env.MARELLE_DEPART = String(depart);

const seconds = () => `${Math.round((readClock() - depart) / 1000)} s`.padStart(6);

/** A line on its own. */
export function report(message) {
  console.log(`${seconds()}  ${message}`);
}

/** Shows that a long step is alive: on a terminal the line moves, in a log it comes back every 15 seconds. */
export async function reportWhile(message, work) {
  const terminal = process.stdout.isTTY;
  const show = () => (terminal ? process.stdout.write(`\r${seconds()}  ${message}`) : report(message));
  show();
  const timer = setInterval(show, terminal ? 1000 : 15_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (terminal) process.stdout.write('\n');
  }
}

/** An error said in one sentence: shown alone, without a stack. */
export class Arret extends Error {}
