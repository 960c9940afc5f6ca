import type { Alea } from '../alea.ts';
import { parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { createNom, createPrenom } from '../noms/identite.ts';
import { DECOUPAGES } from '../organisation/territoires/decoupages.ts';
import type { Bassin } from '../organisation/unites.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import { type Demande, getPartenaire, type Lier, type Partenaires, PETITE_VILLE } from './annuaire.ts';
import type { Enfant } from './identites.ts';
import { buildScolarite } from './scolarite.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

export function addPartenaires(p: Partenaires, e: Enfant, bassin: Bassin, alea: Alea): void {
  const lier: Lier = (partenaireId, qualite, du, au) => {
    if (au !== null && au < du) return;
    p.monde.lignes.partenairesEnfants.push({
      id: alea.identifiant(Math.min(Math.max(du, e.ouvert), AUJOURDHUI)),
      enfantId: e.id,
      partenaireId,
      qualite,
      periode: formatPeriode(du, au),
      commentaire: null,
    });
  };
  const ville = choisirVille(p, bassin, alea);
  buildScolarite(p, e, ville, alea, lier);
  if (alea.chance(0.7)) {
    lier(getMedecin(p, ville, alea.entier(0, 3)), 'medecin-traitant', Math.max(e.naissance, e.ouvert - 400), e.clos);
  }
  if (e.judiciaire) entourerJustice(p, e, ville, alea, lier);
  if (alea.chance(e.mode === null ? 0.1 : NATIONAUX.handicapAccueil.valeur[e.mode])) soigner(p, e, ville, lier);
}

const choisirVille = (p: Partenaires, bassin: Bassin, alea: Alea): Bassin => {
  if (bassin.poids > PETITE_VILLE) return bassin;
  const proches = p.villes.filter((b) => b.siteId === bassin.siteId);
  const territoire = p.villes.filter((b) => b.territoireCode === bassin.territoireCode);
  return alea.choix(proches.length > 0 ? proches : territoire.length > 0 ? territoire : [bassin]);
};

const nommerPersonne = (p: Partenaires, alea: Alea, titre: string): string => {
  const prenom = createPrenom(alea, alea.chance(0.5) ? 'F' : 'M', parseNumero('1978-01-01'), 'ancienne');
  return `${titre} ${prenom} ${createNom(alea, p.monde.commande.profil, 'ancienne')}`;
};

const getMedecin = (p: Partenaires, lieu: Bassin, rang: number): string =>
  getPartenaire(p, {
    cle: `medecin/${lieu.siteId}/${rang}`,
    nature: 'medecin',
    nommer: (alea) => nommerPersonne(p, alea, 'Docteur'),
    lieu,
    avecContact: false,
  });

function entourerJustice(p: Partenaires, e: Enfant, lieu: Bassin, alea: Alea, lier: Lier): void {
  const { tribunaux, territoires } = DECOUPAGES[p.monde.commande.profil];
  // Les tribunaux se partagent les territoires dans l'ordre où le découpage les nomme.
  const rangTerritoire = Math.max(
    0,
    territoires.findIndex((t) => t.code === lieu.territoireCode),
  );
  const rang = Math.floor((rangTerritoire * tribunaux.length) / territoires.length);
  const tribunal = tribunaux[rang] ?? { ville: '', cabinets: 1 };
  const cabinet = alea.entier(1, tribunal.cabinets);
  const juge: Demande = {
    cle: `juge/${rang}/${cabinet}`,
    nature: 'juridiction',
    nommer: () => `Tribunal pour enfants de ${tribunal.ville}, cabinet ${cabinet}`,
    lieu: null,
  };
  lier(getPartenaire(p, juge), 'juge-des-enfants', e.ouvert, e.clos);
  if (!alea.chance(0.22)) return;
  const cle = `avocat/${rang}/${alea.entier(1, 12)}`;
  const avocat: Demande = {
    cle,
    nature: 'avocat',
    nommer: (a) => nommerPersonne(p, a, 'Maître'),
    lieu: null,
    avecContact: false,
  };
  lier(getPartenaire(p, avocat), 'avocat', Math.min(e.ouvert + 30, e.clos ?? AUJOURDHUI), e.clos);
}

function soigner(p: Partenaires, e: Enfant, lieu: Bassin, lier: Lier): void {
  const mdph: Demande = {
    cle: 'mdph',
    nature: 'mdph',
    nommer: () => 'Maison départementale de l’autonomie',
    lieu: null,
  };
  lier(getPartenaire(p, mdph), 'mdph', Math.max(e.ouvert, e.naissance + 1100), e.clos);
  const cmp: Demande = {
    cle: `soin/${lieu.territoireCode}`,
    nature: 'soin',
    nommer: () => `Centre médico-psychologique de ${lieu.commune.nom}`,
    lieu,
  };
  lier(getPartenaire(p, cmp), 'specialiste', Math.max(e.ouvert, e.naissance + 900), e.clos);
}
