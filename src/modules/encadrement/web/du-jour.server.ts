import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { listPropositionsDuJour, readAutreJour, readPointes, readProchainsJours } from '../data/encadrement.server.ts';
import { listPropositionsFaites } from '../data/previsions.server.ts';
import { canProposer } from '../droits.ts';
import { PREMIER_JOUR } from '../rules/bareme.ts';
import { isEnManque } from '../rules/manque.ts';
import { listBilans } from '../rules/situation.ts';
import { listVolantsLibres } from '../rules/territoire.ts';
import { computeAxe } from './bande-view.ts';
import { buildLigneDuJour, formatJourCourt } from './du-jour-view.ts';

export const JourFiltre = z.object({
  jour: JourCivil.nullable().catch(null).default(null),
  territoire: Identifiant.nullable().catch(null).default(null),
  sous: z.literal('1').nullable().catch(null).default(null),
});
export type JourFiltre = z.output<typeof JourFiltre>;

/** Les jours à montrer, et l'encadrement du jour choisi. */
export async function readJours(contexte: Contexte, voulu: JourCivil | null) {
  const { jours, encadrement } = await readProchainsJours(contexte);
  const jour = voulu ?? jours[0] ?? contexte.aujourdhui;
  const dedans = contexte.aujourdhui <= jour && jour <= (jours.at(-1) ?? contexte.aujourdhui);
  const nonCompte = jour < PREMIER_JOUR;
  return { jours, jour, nonCompte, encadrement, duJour: dedans ? encadrement : await readAutreJour(contexte, jour) };
}

export async function readDuJour(contexte: Contexte, filtre: JourFiltre) {
  const { agent, aujourdhui } = contexte;
  if (!canDo(agent, 'creches.lire')) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
  const { jours, jour, nonCompte, encadrement, duJour } = await readJours(contexte, filtre.jour);
  const isDedans = ({ territoireId }: EtablissementOuvert) =>
    filtre.territoire === null || territoireId === filtre.territoire;
  const prevues = duJour.listCreches(jour).filter(({ etablissement }) => isDedans(etablissement));
  const propositions = listPropositionsDuJour(duJour, jour, prevues);
  const creches = await readPointes(contexte, jour, prevues);
  const faites = await listPropositionsFaites(contexte.tx, jour);
  const bilans = listBilans(creches);
  const isSous = ({ creche, bilan }: (typeof bilans)[number]) => isEnManque(creche, bilan);
  const axe = computeAxe(creches.map(({ journee }) => journee));
  const volants = duJour.volants.filter(({ uniteId }) => filtre.territoire === null || uniteId === filtre.territoire);
  const dedans = new Set(encadrement.etablissements.filter(isDedans).map(({ id }) => id));
  return {
    filtre,
    jour,
    nonCompte,
    aujourdhui,
    axe,
    jours: jours.map((offert) => ({
      jour: offert,
      titre: formatJourCourt(offert),
      sousTaux: [...encadrement.countQuarts(offert)].filter(([id, quarts]) => quarts > 0 && dedans.has(id)).length,
    })),
    ouvertes: creches.length,
    sousTaux: bilans.filter(isSous).length,
    volants: { nombre: volants.length, libres: listVolantsLibres({ professionnels: volants }, jour).length },
    territoires: listTerritoires(duJour.etablissements),
    lignes: bilans
      .filter((candidate) => filtre.sous === null || isSous(candidate))
      .map(({ creche, bilan }) => {
        const { etablissement } = creche;
        const proposition = propositions.get(etablissement.id) ?? null;
        const peutProposer = jour >= aujourdhui && canProposer(agent, etablissement);
        const faite = faites.get(etablissement.id) ?? null;
        return buildLigneDuJour({ creche, bilan, proposition, faite, peutProposer }, axe);
      }),
  };
}

function listTerritoires(etablissements: readonly EtablissementOuvert[]): { id: string; nom: string }[] {
  const noms = new Map(etablissements.map(({ territoireId, territoire }) => [territoireId ?? '', territoire ?? '']));
  return [...noms].filter(([id]) => id !== '').map(([id, nom]) => ({ id, nom }));
}
