import type { Ligne } from '#database/insert-rows.ts';
import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { createTelephone } from '../noms/identite.ts';
import type { CrecheFictive, MondeCreches } from './creche-fictive.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const QUI = ['Direction de la crèche', 'Adjointe de la direction', 'Astreinte des crèches du territoire'] as const;

/** Qui joindre d'urgence : une crèche sur quatre en a changé, et le président l'a su ; la deuxième de chaque territoire ne l'a pas dit. */
export function buildContacts({ creches }: MondeCreches, racine: Alea): Lot {
  const lignes = creches.flatMap((creche) => {
    const alea = racine.flux(creche.code);
    const tu = creche.rang === 1;
    const premier = buildContact(creche, alea, AUJOURDHUI - alea.entier(500, 1500), { qui: QUI[0], pcd: false });
    if (!tu && !alea.chance(0.25)) return [premier];
    const jour = AUJOURDHUI - (tu ? 2 : alea.entier(20, 400));
    return [premier, buildContact(creche, alea, jour, { qui: alea.choix(QUI.slice(1)), pcd: !tu })];
  });
  return { table: 'eaje.contact_urgence', lignes };
}

function buildContact(
  { id }: CrecheFictive,
  alea: Alea,
  jour: Numero,
  { qui, pcd }: { qui: string; pcd: boolean },
): Ligne {
  return {
    ...{ id: alea.identifiant(jour), etablissementId: id, nom: qui },
    telephone: createTelephone(alea, false),
    du: formatNumero(jour),
    pcdLe: pcd ? formatNumero(jour) : null,
  };
}
