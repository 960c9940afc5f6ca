import type { Lot } from '../lignes.ts';
import { createLignee } from '../noms/identite.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Commande } from '../parametres/profils.ts';
import { createPartenaires } from './annuaire.ts';
import { addBrisDeGlace } from './bris-de-glace.ts';
import { addDoublon, addRestrictions, buildNumeros } from './defauts.ts';
import { buildFratries } from './dossiers.ts';
import { buildIdentites, type Enfant } from './identites.ts';
import { buildLiens } from './liens.ts';
import type { LignesEnfants } from './lignes.ts';
import { buildMenages } from './menages.ts';
import { addMissions, createMissions } from './missions.ts';
import { createMonde } from './monde.ts';
import { buildParents } from './parents.ts';
import { addPartenaires } from './partenaires.ts';
import { addRelais } from './relais.ts';
import { buildStatuts } from './statuts.ts';

/** Les enfants suivis et tout ce qui les entoure ; `suivis` reste en mémoire pour les générateurs des autres modules. */
export type Enfants = { suivis: Enfant[]; lignes: LignesEnfants; lots: Lot[] };

export function buildEnfants(commande: Commande, organisation: Organisation): Enfants {
  const monde = createMonde(commande, organisation);
  const missions = createMissions(monde);
  const partenaires = createPartenaires(monde);
  const suivis: Enfant[] = [];
  const doublons: Enfant[] = [];

  for (const fratrie of buildFratries(commande)) {
    const alea = monde.racine.flux(fratrie.cle);
    const lignee = createLignee(alea, commande.profil);
    const bassin = monde.tirerBassin(alea);
    const connus = !fratrie.mna || !alea.chance(NATIONAUX.mereManquanteMna.valeur);
    const parents = connus
      ? buildParents(monde, fratrie, fratrie.mna ? 'afrique' : lignee, alea.flux('parents'))
      : null;
    const debut = monde.lignes.personnes.length;
    const enfants = buildIdentites(monde, fratrie, lignee, parents, alea);
    const fiches = monde.lignes.personnes.slice(debut);
    if (parents && !fratrie.mna) buildMenages(monde, enfants, parents, bassin, alea.flux('menages'));
    buildLiens(monde, enfants, parents, alea.flux('liens'));
    buildStatuts(monde, enfants, parents, alea.flux('statuts'));
    addMissions(missions, enfants, bassin, alea.flux('missions'));
    enfants.forEach((e, i) => {
      addPartenaires(partenaires, e, bassin, alea.flux('partenaires', i));
      const fiche = fiches[i];
      const doublon = fiche ? addDoublon(monde, e, fiche, bassin, alea.flux('doublon', i)) : null;
      if (doublon) doublons.push(doublon);
    });
    suivis.push(...enfants);
  }
  addRestrictions(monde, buildNumeros(monde, [...suivis, ...doublons]), missions);
  addBrisDeGlace(monde, monde.lignes.enfants);
  addRelais(monde);
  return { suivis, lignes: monde.lignes, lots: listLots(monde.lignes) };
}

function listLots(l: LignesEnfants): Lot[] {
  return [
    { table: 'enfants.personne', lignes: l.personnes },
    { table: 'enfants.autre_nom', lignes: l.autresNoms },
    { table: 'enfants.enfant', lignes: l.enfants },
    { table: 'enfants.menage', lignes: l.menages },
    { table: 'enfants.menage_membre', lignes: l.membres },
    { table: 'enfants.adresse', lignes: l.adresses },
    { table: 'enfants.lien', lignes: l.liens },
    { table: 'enfants.autorite_parentale', lignes: l.autorites },
    { table: 'enfants.statut', lignes: l.statuts },
    { table: 'enfants.partenaire', lignes: l.partenaires },
    { table: 'enfants.partenaire_enfant', lignes: l.partenairesEnfants },
    { table: 'enfants.mission', lignes: l.missions },
    { table: 'enfants.acces_nomme', lignes: l.accesNommes },
    { table: 'enfants.bris_de_glace', lignes: l.brisDeGlace },
    { table: 'enfants.relais', lignes: l.relais },
  ];
}
