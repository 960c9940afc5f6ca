import type { Situations } from '#modules/enfants/index.ts';
import type { ChiffreProps } from '#web/gabarits/tableau-de-bord.tsx';

export type Comptes = Situations & {
  postes: number;
  vacants: number;
  agents: number;
  absents: number;
  /** Mesures ordonnées et pas commencées, et la plus longue attente en jours. */
  attentes: number;
  attentePlusLongue: number;
  uniteId: string | null;
};

/** Les chiffres du tableau : valeur, définition, et la liste dont la condition est la même. */
export function buildChiffres(c: Comptes): ChiffreProps[] {
  const unite = c.uniteId ? `&unite=${c.uniteId}` : '';
  return [
    {
      titre: 'Enfants suivis',
      valeur: formatNombre(c.suivis),
      href: '/enfants',
      definition: 'Dossiers ouverts ce jour que vos missions et votre périmètre vous donnent à voir.',
      manque:
        c.naissanceInconnue > 0 ? `${formatPart(c.naissanceInconnue, c.suivis)} sans date de naissance` : undefined,
    },
    {
      titre: 'Sans référent ni équipe',
      valeur: formatNombre(c.sansSuivi),
      href: '/enfants?vue=sans-referent&tri=depuis',
      definition:
        'Dossiers ouverts dont ni un référent, ni un évaluateur, ni l’équipe d’un service ne répond ce jour (CON-002, pratique locale : quinze jours).',
      cible: 'aucun',
      ton: c.sansSuivi > 0 ? 'retard' : 'fait',
    },
    {
      titre: 'Statut à déterminer',
      valeur: formatNombre(c.statutADeterminer),
      href: '/enfants?statut=a-determiner',
      definition: 'Dossiers ouverts dont le statut juridique du jour est noté « à déterminer ».',
      cible: 'aucun',
      ton: c.statutADeterminer > 0 ? 'bientot' : 'fait',
    },
    {
      titre: 'Ordonnées, pas exécutées',
      valeur: formatNombre(c.attentes),
      href: '/mesures/ordonne-pas-execute',
      definition: 'Mesures décidées pour un enfant que vous voyez et dont le début effectif n’est pas inscrit ce jour.',
      cible: 'aucune',
      tendance: c.attentes > 0 ? `La plus longue attente : ${formatNombre(c.attentePlusLongue)} jours` : undefined,
      ton: c.attentes > 0 ? 'bientot' : 'fait',
    },
    {
      titre: 'Postes vacants',
      valeur: formatNombre(c.vacants),
      href: `/organisation/postes?etat=vacant${unite}`,
      definition: `Postes ouverts de votre unité et de celles qui en dépendent sans titulaire ce jour, sur ${formatNombre(c.postes)}.`,
      unite: formatPart(c.vacants, c.postes),
      ton: c.vacants > 0 ? 'bientot' : 'fait',
    },
    {
      titre: 'Agents absents',
      valeur: formatNombre(c.absents),
      href: `/organisation/agents?presence=absent${unite}`,
      definition: `Agents de votre unité et de celles qui en dépendent absents ce jour, sur ${formatNombre(c.agents)} en poste.`,
    },
  ];
}

function formatNombre(nombre: number): string {
  return nombre.toLocaleString('fr-FR');
}

function formatPart(partie: number, tout: number): string {
  return tout === 0 ? '0 %' : `${Math.round((100 * partie) / tout)} %`;
}
