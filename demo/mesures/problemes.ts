import { addAnnees, computeJourOuvre, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { addRetrait } from './accords.ts';
import type { Bureau, Dossier } from './dossiers.ts';
import type { LigneActe } from './lignes.ts';
import { isAccueil, type MesurePosee } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Un enfant et ce qu'on lui a écrit. */
export type Ecrit = { dossier: Dossier; posees: readonly MesurePosee[] };

/** Les situations que la démonstration montre à coup sûr, chacune sur un enfant suivi ce jour ; les autres défauts viennent des tirages. */
export function addProblemes(bureau: Bureau, fratries: readonly (readonly Ecrit[])[]): void {
  const ecrits = fratries.flat().filter(({ dossier }) => dossier.enfant.clos === null && dossier.urgence === null);
  addPouponniereProlongee(bureau, ecrits);
  addAudienceSansRapport(bureau, ecrits);
  addDecisionCorrigee(bureau, ecrits);
  addAccordRetire(bureau, ecrits);
  addFratrieSeparee(bureau, fratries);
}

function findEnCours(ecrits: readonly Ecrit[], isChoisie: (mesure: MesurePosee, dossier: Dossier) => boolean) {
  for (const { dossier, posees } of ecrits) {
    const mesure = posees.find((posee) => posee.au === null && posee.debut !== null && isChoisie(posee, dossier));
    if (mesure) return { dossier, mesure };
  }
  return null;
}

/** Deux ans, en pouponnière depuis plus de quatre mois, sans que le séjour ait été renouvelé. */
function addPouponniereProlongee(bureau: Bureau, ecrits: readonly Ecrit[]): void {
  const trouve = findEnCours(ecrits, (mesure, { enfant: { naissance } }) => {
    const petit = addAnnees(naissance, 2) <= AUJOURDHUI && addAnnees(naissance, 3) > AUJOURDHUI;
    return petit && isAccueil(mesure) && (mesure.debut ?? AUJOURDHUI) < AUJOURDHUI - 145;
  });
  if (!trouve) return;
  removeActes(
    bureau,
    ({ enfantId, type }) => enfantId === trouve.dossier.enfant.id && /pouponniere|sortie-lieu/.test(type),
  );
  poser(bureau, trouve.dossier, 'entree-pouponniere', AUJOURDHUI - 143);
}

/** L'audience est vendredi prochain, et le rapport d'échéance n'est pas parti. */
function addAudienceSansRapport(bureau: Bureau, ecrits: readonly Ecrit[]): void {
  const trouve = findEnCours(ecrits, ({ code, tuiles }) => {
    const terme = tuiles.at(-1)?.au ?? 0;
    return code === 'PLACEMENT_ASE' && terme > AUJOURDHUI + 8 && terme < AUJOURDHUI + 75;
  });
  if (!trouve) return;
  const { dossier, mesure } = trouve;
  const depuis = formatNumero(mesure.tuiles.at(-1)?.le ?? mesure.du);
  removeActes(bureau, ({ mesureId, type, le }) => {
    const rapport = /^rapport-(echeance|transmis|audience)$/.test(type) && le > depuis;
    return mesureId === mesure.id && (rapport || (type === 'audience' && le > JOUR_DEMO));
  });
  poser(bureau, dossier, 'audience', computeJourOuvre(AUJOURDHUI + 6), mesure, { nature: 'juge' });
  poser(bureau, dossier, 'convocation', AUJOURDHUI - 8, mesure);
}

/** Inscrite avec une faute de date, puis corrigée : les deux versions se lisent. */
function addDecisionCorrigee(bureau: Bureau, ecrits: readonly Ecrit[]): void {
  const trouve = findEnCours(
    ecrits,
    ({ code, tuiles }) => code.startsWith('AEMO') && (tuiles.at(-1)?.au ?? 0) > AUJOURDHUI,
  );
  const { decisions } = bureau.lignes;
  const rang = decisions.findLastIndex(({ mesureId }) => mesureId === trouve?.mesure.id);
  const juste = decisions[rang];
  if (!trouve || !juste?.du || !juste.au) return;
  const faute = { ...juste, id: trouve.dossier.alea.flux('faute').identifiant(parseNumero(juste.le)) };
  decisions.splice(
    rang,
    1,
    { ...faute, au: formatNumero(parseNumero(juste.au) - 31) },
    { ...juste, corrigeId: faute.id, correctionMotif: 'DONNÉE FICTIVE – Dernier jour recopié avec un mois d’écart.' },
  );
}

/** Les parents ont repris leur accord mardi ; la prestation court encore. */
function addAccordRetire(bureau: Bureau, ecrits: readonly Ecrit[]): void {
  const trouve = findEnCours(ecrits, ({ code, du }) => code === 'AP' && du < AUJOURDHUI - 30);
  if (trouve) addRetrait(bureau, trouve.dossier, trouve.mesure.id, AUJOURDHUI - 4, 'La mère');
}

/** Un frère a changé de lieu dans l'urgence, sans sa sœur ; le juge ne le sait pas. */
function addFratrieSeparee(bureau: Bureau, fratries: readonly (readonly Ecrit[])[]): void {
  for (const fratrie of fratries) {
    const confies = fratrie.flatMap((ecrit) => {
      const trouve = findEnCours([ecrit], ({ code }) => code === 'PLACEMENT_ASE');
      return trouve ? [trouve] : [];
    });
    const [premier, second] = confies;
    if (!premier || !second) continue;
    const donnees = { urgence: true, fratrieSeparee: true };
    poser(bureau, premier.dossier, 'changement-lieu', AUJOURDHUI - 5, premier.mesure, donnees);
    return;
  }
}

function removeActes({ lignes }: Bureau, isOte: (acte: LigneActe) => boolean): void {
  lignes.actes = lignes.actes.filter((acte) => !isOte(acte));
}

function poser(
  { lignes }: Bureau,
  dossier: Dossier,
  type: string,
  le: Numero,
  mesure: MesurePosee | null = null,
  donnees: Readonly<Record<string, string | boolean>> = {},
): void {
  const alea = dossier.alea.flux('probleme', type);
  const jour = Math.min(le, AUJOURDHUI);
  lignes.actes.push({
    id: alea.identifiant(jour),
    enfantId: dossier.enfant.id,
    mesureId: mesure?.id ?? null,
    type,
    le: formatNumero(le),
    instant: type === 'changement-lieu' ? alea.instant(le) : null,
    donnees: JSON.stringify(donnees),
    parId: dossier.findReferent(jour),
    inscritLe: alea.instant(jour),
  });
}
