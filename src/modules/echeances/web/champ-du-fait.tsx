import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import type { ChampDeFait } from '../rules/champs-de-fait.ts';

export function formatPhrase(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

type ChampProps = { defini: ChampDeFait; nom: string; valeur?: string | null; erreur?: string };

const OUI_NON = buildChoix({ oui: 'Oui', non: 'Non' });

/** Un champ d'un fait : son schéma dit ce que l'on demande. */
export function ChampDuFait({ defini: { libelle, aide, sorte, choix, requis }, ...saisi }: ChampProps) {
  const commun = {
    ...saisi,
    libelle: formatPhrase(libelle),
    aide: aide === null ? undefined : formatPhrase(aide),
    requis,
  };
  if (sorte === 'jour') return <ChampJour {...commun} />;
  if (sorte === 'choix' || sorte === 'oui')
    return <ChampSelection {...commun} choix={sorte === 'oui' ? OUI_NON : choix} vide={requis ? 'Choisir…' : '—'} />;
  return <ChampTexte {...commun} taille={sorte === 'nombre' ? 'court' : undefined} autoComplete="off" />;
}
