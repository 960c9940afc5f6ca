import { scryptSync } from 'node:crypto';
import { MOT_DE_PASSE_DEMO } from '#modules/comptes/index.ts';
import { createAlea } from './alea.ts';
import { parseNumero } from './calendrier.ts';
import { buildCartes } from './cartes.ts';
import type { Lot } from './lignes.ts';
import type { Commande } from './parametres/profils.ts';

/**
 * Un compte local par carte de démonstration, tous avec le même mot de passe, connu de tous : il n'existe que dans un
 * département fictif. L'empreinte suit la forme de better-auth (scrypt, sel et clé en hexadécimal) ; le sel est fixe
 * pour que deux chargements donnent les mêmes octets.
 */
export function buildComptes(commande: Commande): Lot[] {
  const alea = createAlea(commande.graine, commande.profil, 'comptes');
  const sel = alea.identifiant(parseNumero('2026-01-05')).replaceAll('-', '');
  const cle = scryptSync(MOT_DE_PASSE_DEMO, sel, 64, { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 });
  const comptes = buildCartes(commande).map((carte) => ({
    carte,
    id: alea.flux(carte.cle).identifiant(parseNumero('2026-01-05')),
  }));
  return [
    {
      table: 'comptes.utilisateur',
      lignes: comptes.map(({ carte, id }) => ({
        id,
        name: carte.nom,
        email: carte.courriel,
        emailVerified: true,
        agentId: carte.agentId,
      })),
    },
    {
      table: 'comptes.moyen_de_connexion',
      lignes: comptes.map(({ id }) => ({
        id: alea.flux('moyen', id).identifiant(parseNumero('2026-01-05')),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: `${sel}:${cle.toString('hex')}`,
      })),
    },
    {
      table: 'comptes.carte_demo',
      lignes: comptes.map(({ carte, id }, rang) => ({
        cle: carte.cle,
        rang,
        titre: carte.titre,
        nom: carte.nom,
        phrase: carte.phrase,
        utilisateurId: id,
      })),
    },
  ];
}
