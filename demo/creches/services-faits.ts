import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { CRECHES_BUDGET } from '../parametres/creches-budget.ts';
import type { LigneFictive, LignesBudget } from './ligne-fictive.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Le service fait des mois finis ; dans la première crèche, le mois dernier n'est pas attesté et celui d'avant, pas même inscrit. */
export function addServices(l: LignesBudget, ligne: LigneFictive, alea: Alea): void {
  if (ligne.nature !== 'MENAGE' && ligne.nature !== 'INTERIM') return;
  const finis = listMoisFinis(ligne.exercice);
  const oublieux = ligne.creche.rang === 0 && finis.length < 12;
  for (const [rang, { mois, fin }] of finis.entries()) {
    const avant = finis.length - 1 - rang;
    if (ligne.nature === 'INTERIM')
      addCommande(l, ligne, alea, { mois, fin, conteste: ligne.creche.rang === 1 && avant === 0 });
    else if (!(oublieux && avant === 1)) addMenage(l, ligne, alea, { mois, fin, ouvert: oublieux && avant === 0 });
  }
}

type Mois = { mois: string; fin: Numero };

/** De janvier au dernier mois fini de l'exercice. */
function listMoisFinis(exercice: number): Mois[] {
  return Array.from({ length: 12 }, (_, rang) => {
    const mois = `${exercice}-${String(rang + 1).padStart(2, '0')}-01`;
    const suivant = rang === 11 ? `${exercice + 1}-01-01` : `${exercice}-${String(rang + 2).padStart(2, '0')}-01`;
    return { mois, fin: parseNumero(suivant) - 1 };
  }).filter(({ fin }) => fin < AUJOURDHUI);
}

function addMenage(
  l: LignesBudget,
  ligne: LigneFictive,
  alea: Alea,
  { mois, fin, ouvert }: Mois & { ouvert: boolean },
): void {
  const dues = alea.entier(19, 23);
  const [minimum, maximum] = CRECHES_BUDGET.conformite.valeur;
  const part = alea.chance(0.06) ? 0.8 : minimum + (maximum - minimum) * alea.reel();
  l.services.push({
    ...buildCommun(ligne, alea, mois, ouvert ? null : Math.min(AUJOURDHUI - 1, fin + alea.entier(2, 11))),
    ...{
      dues,
      faites: dues,
      conformes: Math.round(dues * part),
      montantCentimes: Math.floor((ligne.budget * 0.98) / 12),
    },
    ...VIDES_INTERIM,
  });
}

/** Une commande d'intérim un mois sur trois. */
function addCommande(
  l: LignesBudget,
  ligne: LigneFictive,
  alea: Alea,
  { mois, fin, conteste }: Mois & { conteste: boolean },
): void {
  if (!conteste && !alea.chance(0.35)) return;
  const commandees = alea.entier(3, 14) * 420;
  const realisees = conteste ? commandees - 840 : commandees;
  l.services.push({
    ...buildCommun(ligne, alea, mois, Math.min(AUJOURDHUI - 1, fin + alea.entier(2, 9))),
    ...{ dues: null, faites: null, conformes: null, montantCentimes: null },
    ...{
      demande: 'Deux absences la même semaine',
      accordLe: mois,
      minutesCommandees: commandees,
      minutesRealisees: realisees,
    },
    ...{
      minutesFacturees: commandees,
      ecartQualification: conteste ? 'Auxiliaire demandée, agente sans diplôme venue' : null,
    },
  });
}

const VIDES_INTERIM = {
  ...{ demande: null, accordLe: null, minutesCommandees: null, minutesRealisees: null, minutesFacturees: null },
  ecartQualification: null,
};

const buildCommun = (
  { id, nature, creche, responsable }: LigneFictive,
  alea: Alea,
  mois: string,
  atteste: Numero | null,
) => ({
  ...{ id: alea.identifiant(parseNumero(mois)), ligneId: id, etablissementId: creche.id, nature, mois },
  ...{ attesteLe: atteste === null ? null : formatNumero(atteste), attestePar: atteste === null ? null : responsable },
});
