import { createAlea } from '../alea.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { CRECHES } from '../parametres/creches.ts';
import type { Commande } from '../parametres/profils.ts';
import { addAbsencesEnfants } from './absences-enfants.ts';
import { addAbsences } from './absences-pros.ts';
import type { Chantier } from './chantier.ts';
import { addContrats } from './contrats.ts';
import type { CrecheFictive, MondeCreches } from './creche-fictive.ts';
import { addFamilles } from './familles.ts';
import { addHoraire } from './horaires.ts';
import { createLignesCreches, listLotsCreches } from './lignes.ts';
import { type CrechePrevue, listTerritoiresPrevus } from './plan.ts';
import { addProfessionnels, addVolants } from './professionnels.ts';
import { addReservations } from './reservations.ts';
import { updatePostes } from './roulement.ts';
import { addSorties } from './sorties.ts';
import { addStructure } from './structure.ts';
import { addVacations } from './vacations.ts';

export function buildMondeCreches(commande: Commande, organisation: Organisation): MondeCreches {
  const chantier: Chantier = {
    commande,
    organisation,
    lignes: createLignesCreches(),
    racine: createAlea(commande.graine, commande.profil, 'creches'),
  };
  const territoires = listTerritoiresPrevus(commande).map(({ code, creches }) => {
    const territoire = {
      creches: creches.map((prevue, rang) => buildCreche(chantier, prevue, rang)),
      volants: addVolants(chantier, { code, id: organisation.idDe(code) }, computeVolants(creches.length)),
      decideur: findDecideur(organisation, code),
    };
    addVacations(chantier, territoire, chantier.racine.flux(code, 'vacations'));
    addSorties(chantier, territoire, chantier.racine.flux(code, 'sorties'));
    return territoire;
  });
  const creches = territoires.flatMap((territoire) => territoire.creches);
  const volants = territoires.flatMap((territoire) => territoire.volants);
  for (const pro of [...creches.flatMap(({ professionnels }) => professionnels), ...volants]) {
    addHoraire(chantier.lignes, pro, chantier.racine.flux('horaire', pro.id));
    addAbsences(chantier.lignes, pro);
  }
  return { creches, volants, lots: listLotsCreches(chantier.lignes) };
}

function buildCreche(chantier: Chantier, prevue: CrechePrevue, rang: number): CrecheFictive {
  const structure = addStructure(chantier, prevue, rang);
  const professionnels = addProfessionnels(chantier, structure);
  const enfants = addFamilles(chantier, structure);
  const contrats = addContrats(chantier, structure, enfants);
  const reservations = addReservations(chantier, structure, enfants, contrats);
  const absences = addAbsencesEnfants(chantier, structure, enfants);
  const creche = { ...structure, professionnels, enfants, contrats, reservations, absences };
  updatePostes(creche);
  return creche;
}

const computeVolants = (creches: number): number =>
  Math.max(3, Math.round((CRECHES.volantsParTerritoire.valeur * creches) / 13.5));

/** Qui tient le territoire : ses décisions sont les siennes. */
function findDecideur({ occupations }: Organisation, code: string): string {
  const tient = occupations.findLast(
    ({ decrit }) => decrit.uniteCode === code && decrit.profil === 'responsable-territoire-petite-enfance',
  );
  if (!tient) throw new Error(`Personne n'a jamais tenu le territoire ${code}`);
  return tient.agentId;
}
