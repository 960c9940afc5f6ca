import { addAnnees, formatNumero, type Numero } from '../calendrier.ts';
import { formatPeriode } from '../lignes.ts';
import { addAccords } from './accords.ts';
import { addDecisions, listSignees, type Signee } from './decisions.ts';
import type { Bureau, Dossier, FratrieSuivie } from './dossiers.ts';
import { type Echeancier, listTuiles } from './echeancier.ts';
import { addExecution, computeDebut, evaluateEtat } from './execution.ts';
import { getDefinie, type MesurePosee } from './mesure-posee.ts';
import { type Etape, listEtapes } from './parcours.ts';
import { createContact, drawService } from './services.ts';

/** Les suites d'une information tirent dans d'autres flux que le parcours. */
const SUITES = 100;

/** Écrit les mesures d'un enfant, l'une après l'autre ; celle que personne ne peut signer n'est pas décidée. */
export function addMesures(
  bureau: Bureau,
  fratrie: FratrieSuivie,
  dossier: Dossier,
  echeancier: Echeancier,
  suites: readonly Etape[],
): MesurePosee[] {
  const { urgence } = dossier;
  const etapes: Etape[] = urgence
    ? [{ code: urgence.code, du: urgence.le, au: null, motif: null }]
    : listEtapes(dossier.alea.flux('parcours'), dossier);
  const posees = [...etapes, ...suites].flatMap((etape, i) => {
    const posee = addMesure(bureau, fratrie, dossier, echeancier, etape, i < etapes.length ? i : i + SUITES);
    return posee ? [posee] : [];
  });
  return posees.sort((a, b) => a.du - b.du);
}

function addMesure(
  bureau: Bureau,
  fratrie: FratrieSuivie,
  dossier: Dossier,
  echeancier: Echeancier,
  prevue: Etape,
  rang: number,
): MesurePosee | null {
  const alea = dossier.alea.flux('mesure', rang);
  const definie = getDefinie(prevue.code, prevue.du);
  const termes = definie.origine === 'judiciaire' ? echeancier.judiciaire : echeancier.administratif;
  const tuiles = listTuiles(alea.flux('tuiles'), prevue, termes, computeBorne(dossier, prevue));
  const signees = listSignees(bureau, dossier, prevue, tuiles);
  const [premiere] = signees;
  if (!premiere || (prevue.au !== null && premiere.du > prevue.au)) return null;
  const etape: Etape = { ...prevue, du: premiere.du };
  const debut = computeDebut(alea.flux('debut'), dossier, etape, rang > 0);
  const id = alea.identifiant(premiere.le);
  const service = drawService(fratrie.alea.flux('service', etape.code), etape.code, dossier.enfant.mode);
  const execution = { mesureId: id, etape, debut, decidee: premiere.le, service };
  const attend = addExecution(bureau, dossier, execution);
  const demande = addAccords(bureau, dossier, { mesureId: id, etape, signees });
  addDecisions({ bureau, fratrie, dossier, mesureId: id, etape }, signees);
  bureau.lignes.mesures.push({
    id,
    enfantId: dossier.enfant.id,
    code: etape.code,
    uniteId: dossier.uniteId,
    service,
    serviceContact: service === null ? null : createContact(fratrie.alea.flux('contact', etape.code)),
    etat: evaluateEtat(alea.flux('etat'), etape, { tuiles: signees, debut, ...attend }),
    demandeeLe: formatNumero(demande),
    motif: 'DONNÉE FICTIVE – Voir la décision.',
    objectifs:
      definie.origine === 'administrative' ? 'DONNÉE FICTIVE – Soutenir les parents, suivre la scolarité.' : null,
    periode: computePeriode(etape, signees),
    decideeLe: formatNumero(premiere.le),
    debutLe: debut === null ? null : formatNumero(debut),
    finieLe: etape.au === null ? null : formatNumero(etape.au),
    creePar: dossier.findReferent(demande),
    creeLe: alea.instant(demande),
    version: 1,
  });
  return { ...etape, id, definie, tuiles: signees, debut };
}

/** Le dernier jour où l'âge laisse durer la mesure. */
function computeBorne({ enfant, majorite }: Dossier, { code }: Etape): Numero {
  if (code === 'AJM') return addAnnees(enfant.naissance, 21) - 1;
  return code === 'MERE_ENFANT' ? addAnnees(enfant.naissance, 3) - 1 : majorite - 1;
}

function computePeriode({ au: fin }: Etape, signees: readonly Signee[]): string | null {
  const [premiere, derniere] = [signees[0], signees.at(-1)];
  if (!premiere || !derniere) return null;
  const au = derniere.au === null ? fin : Math.min(derniere.au, fin ?? derniere.au);
  return formatPeriode(premiere.du, au === null ? null : Math.max(au, premiere.du));
}
