/**
 * Calculer tout ce que le droit doit à un département entier, en mémoire et sur un cœur : dix mille dossiers, dix ans d'histoire.
 * Le temps est rapporté à la seule lecture du même JSON, faite au même passage.
 */
import { computeObligations, FAITS, parseDossier, REGLES } from '#modules/echeances/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { type Dossier, type FaitDate, groupFaits } from '#shared/obligation.ts';
import { createDossiers, type DossierEcrit } from './obligations/dossiers.ts';

const DOSSIERS = 10_000;
const PASSAGES = 5;
const DOSSIERS_PAR_SECONDE_MINIMUM = 20_000;

const ecrits = createDossiers(DOSSIERS);
verifyDossiers(ecrits.slice(0, 200));
const textes = ecrits.map((dossier) => JSON.stringify(dossier));
const lectures: number[] = [];
const calculs: number[] = [];
let obligations = 0;
for (let passage = 0; passage < PASSAGES; passage += 1) {
  let depart = readMs();
  const lus = textes.map((texte) => JSON.parse(texte) as DossierEcrit);
  lectures.push(readMs() - depart);
  // Un dossier garde ce que ses règles partagent : chaque passage a les siens.
  const dossiers = lus.map(buildDossier);
  depart = readMs();
  obligations = 0;
  for (const dossier of dossiers) obligations += computeObligations(dossier).length;
  calculs.push(readMs() - depart);
}
report();

/** Le temps de processeur de ce fil : celui des voisins de la machine n'y entre pas. */
function readMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function verifyDossiers(essayes: readonly DossierEcrit[]): void {
  for (const dossier of essayes) {
    const lu = parseDossier(dossier);
    if (!lu.ok) throw new Error(`Un dossier tiré ne se lit pas : ${JSON.stringify(lu.fautes)}`);
  }
}

function buildDossier({ aujourdhui, enfant, faits }: DossierEcrit): Dossier {
  const dates = faits.map((fait) => ({ ...fait, instant: null }) as unknown as FaitDate);
  return {
    aujourdhui: jourCivil(aujourdhui),
    zone: 'metropole',
    enfant: { dateNaissance: jourCivil(enfant.dateNaissance) },
    parametres: {},
    faits: groupFaits(dates),
  };
}

function report(): void {
  const computeDebit = (durees: readonly number[]) => Math.round((DOSSIERS * 1000) / Math.min(...durees));
  const [debit, nu] = [computeDebit(calculs), computeDebit(lectures)];
  const faits = ecrits.reduce((somme, dossier) => somme + dossier.faits.length, 0);
  console.log(
    `obligations de ${DOSSIERS} dossiers (${(faits / DOSSIERS).toFixed(1)} faits, ${REGLES.length} règles, ${FAITS.length} types de faits,` +
      ` ${(obligations / DOSSIERS).toFixed(1)} obligations) : ${debit.toLocaleString('fr-FR')} dossiers/s sur un cœur` +
      ` (au moins ${DOSSIERS_PAR_SECONDE_MINIMUM.toLocaleString('fr-FR')}) ;` +
      ` lire leur JSON seul : ${nu.toLocaleString('fr-FR')} dossiers/s (×${(nu / debit).toFixed(1)})`,
  );
  if (debit < DOSSIERS_PAR_SECONDE_MINIMUM) process.exitCode = 1;
}
