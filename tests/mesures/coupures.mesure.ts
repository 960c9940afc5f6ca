import { executeCoupures } from '#tests/resistance/coupures.ts';

const { coupures, accuses, perdus, reouvertureMs } = await executeCoupures(50);
const triees = reouvertureMs.toSorted((a, b) => a - b);
console.log(`${coupures} coupures, ${accuses} écritures acceptées, ${perdus.length} perdues ;`);
console.log(`réouverture : médiane ${triees[Math.floor(triees.length / 2)]} ms, pire ${triees.at(-1)} ms.`);
process.exitCode = perdus.length === 0 ? 0 : 1;
