import type { Contexte } from '#database/as-agent.ts';
import { findEtablissement } from '#modules/eaje/index.server.ts';
import { canReadCreche } from '#modules/eaje/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { type Encadrement, listPropositionsDuJour, readPointes } from '../data/encadrement.server.ts';
import { listNoms, listPropositionsFaites, listResponsables, listSections } from '../data/previsions.server.ts';
import { canProposer, canTenirPlanning } from '../droits.ts';
import type { PosteDuJour } from '../prevision.ts';
import { computeEmpreinteDeJournee } from '../rules/postes.ts';
import { computeEmpreinte, RIEN_A_PROPOSER } from '../rules/situation.ts';
import { type CrecheDuJour, listVolantsLibres } from '../rules/territoire.ts';
import { readJours } from './du-jour.server.ts';
import { formatJourCourt } from './du-jour-view.ts';
import { buildJour, ETATS_POSTE } from './jour-view.ts';
import { buildPropositionFaite, buildPropositionVue } from './remede-view.ts';

export async function readJour(contexte: Contexte, id: string, voulu: JourCivil | null) {
  const { tx, agent, aujourdhui } = contexte;
  const etablissement = await findEtablissement(tx, id);
  if (!etablissement || !canReadCreche(agent, etablissement))
    throw new Introuvable('Absente, ou hors de vos missions.');
  const { jours, jour, nonCompte, encadrement, duJour } = await readJours(contexte, voulu);
  const { territoireId } = etablissement;
  const creches = duJour.listCreches(jour).filter((creche) => creche.etablissement.territoireId === territoireId);
  const proposition = listPropositionsDuJour(duJour, jour, creches).get(id) ?? RIEN_A_PROPOSER;
  const [cible] = await readPointes(
    contexte,
    jour,
    creches.filter((creche) => creche.etablissement.id === id),
  );
  const dureeMin = await getParametre(tx, 'encadrement.plage-offerte-minutes', jour);
  const peutInscrire = canTenirPlanning(agent, etablissement);
  const empreinte = cible ? computeEmpreinte(proposition) : '';
  const aVenir = jour >= aujourdhui;
  return {
    id,
    nom: etablissement.nom,
    territoire: etablissement.territoire,
    jour,
    nonCompte,
    aujourdhui,
    dureeMin,
    jours: jours.map((offert) => ({
      jour: offert,
      titre: formatJourCourt(offert),
      sousTaux: encadrement.countQuarts(offert).get(id) ?? null,
    })),
    vue: cible
      ? buildJour(cible, { sections: await listSections(tx, id), dureeMin, noms: await readNoms(tx, cible) })
      : null,
    proposition: cible ? buildPropositionVue(cible.journee, proposition) : null,
    empreinte,
    faite: await readFaite(tx, { id, jour, empreinte }),
    aVenir,
    responsables: await readResponsables(contexte, etablissement.uniteId),
    peutInscrire,
    peutProposer: aVenir && canProposer(agent, etablissement),
    personnes: peutInscrire && cible ? listPersonnes(duJour, creches, cible, jour) : [],
  };
}
type Faite = Readonly<{ id: string; jour: JourCivil; empreinte: string }>;

async function readFaite(tx: Contexte['tx'], { id, jour, empreinte }: Faite) {
  const faite = (await listPropositionsFaites(tx, jour, id)).get(id);
  return faite ? buildPropositionFaite(faite, empreinte) : null;
}

async function readResponsables({ tx, aujourdhui }: Contexte, uniteId: string) {
  return (await listResponsables(tx, uniteId, aujourdhui)).map(({ nom, prenom }) => formatNom(nom, prenom));
}

async function readNoms(tx: Contexte['tx'], { creche }: CrecheDuJour) {
  const enfants = creche.sorties.flatMap((sortie) => sortie.enfants);
  return enfants.length === 0 ? [] : listNoms(tx, enfants);
}

export type Jour = Awaited<ReturnType<typeof readJour>>;

/** Ceux dont on peut changer la journée : l'équipe, les volants libres, les équipes voisines. */
function listPersonnes(
  { volants: prevus, professionnels }: Encadrement,
  creches: readonly CrecheDuJour[],
  cible: CrecheDuJour,
  jour: JourCivil,
) {
  const { territoireId } = cible.etablissement;
  const voisines = creches.filter(({ etablissement }) => etablissement.id !== cible.etablissement.id);
  const volants = listVolantsLibres({ professionnels: prevus }, jour).filter(({ uniteId }) => uniteId === territoireId);
  const connus = new Map(professionnels.map((professionnel) => [professionnel.id, professionnel]));
  const build = (poste: PosteDuJour, groupe: string) => {
    const professionnel = connus.get(poste.professionnelId);
    const empreinte = professionnel ? computeEmpreinteDeJournee(professionnel, jour) : '';
    return buildPersonne({ poste, groupe, empreinte });
  };
  return [
    ...cible.postes.map((poste) => build(poste, 'Équipe de la crèche')),
    ...volants.map((poste) => build(poste, 'Agents volants libres')),
    ...voisines.flatMap(({ etablissement, postes }) =>
      postes
        .filter(({ etat, categorie }) => etat === 'PREVU' && categorie !== null)
        .map((poste) => build(poste, etablissement.nom)),
    ),
  ];
}

type Personne = Readonly<{ poste: PosteDuJour; groupe: string; empreinte: string }>;

function buildPersonne({ poste, groupe, empreinte }: Personne) {
  const { professionnelId, nom, prenom, libelleMetier, segments, etat } = poste;
  const [debut, fin] = [segments[0]?.debut, segments.at(-1)?.fin];
  const heures =
    debut === undefined || fin === undefined
      ? ETATS_POSTE[etat] || 'absent'
      : `${formatMinutes(debut)}–${formatMinutes(fin)}`;
  return {
    valeur: `${professionnelId} ${empreinte}`,
    libelle: `${formatNom(nom, prenom)} · ${libelleMetier} · ${heures}`,
    groupe,
  };
}
