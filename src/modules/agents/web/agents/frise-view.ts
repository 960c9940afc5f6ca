import { formatActe } from '#modules/delegations/index.ts';
import { addJours, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { MOTIFS_ABSENCE } from '../../absence.ts';
import type { AgentFiche } from '../../data/agent-fiche.server.ts';

/** Ce que dessine la frise d'un agent : ses postes, ses délégations, ses absences. */
export function buildFriseAgent({ tenues, absences, delegations }: AgentFiche, aujourdhui: JourCivil) {
  const debuts = [...tenues, ...delegations].map(({ du }) => du);
  const du = debuts.toSorted()[0] ?? addMois(aujourdhui, -24);
  const postes = tenues.map((t) => ({
    du: t.du,
    au: t.au,
    libelle: `${t.intitule}, ${t.unite}`,
    ton: t.nature === 'titulaire' ? ('accent' as const) : ('bientot' as const),
    href: `/organisation/postes/${t.posteId}`,
  }));
  const signatures = Map.groupBy(delegations, (d) => `${d.du}/${d.au ?? ''}/${d.uniteNom}`);
  const couloirs = [
    { titre: 'Titulaire', periodes: postes.filter((_, rang) => tenues[rang]?.nature === 'titulaire') },
    { titre: 'Intérim', periodes: postes.filter((_, rang) => tenues[rang]?.nature !== 'titulaire') },
    {
      titre: 'Signatures',
      periodes: [...signatures.values()].flatMap(([premiere, ...autres]) =>
        premiere
          ? [
              {
                du: premiere.du,
                au: premiere.au,
                libelle:
                  autres.length > 0 ? `${autres.length + 1} actes, ${premiere.uniteNom}` : formatActe(premiere.acte),
                ton: 'fait' as const,
              },
            ]
          : [],
      ),
    },
    {
      titre: 'Absences',
      periodes: absences
        .filter(({ au }) => au === null || au >= du)
        .map((a) => ({
          du: a.du,
          au: a.au,
          libelle: a.motif ? MOTIFS_ABSENCE[a.motif] : 'Absence',
          ton: 'attente' as const,
        })),
    },
  ].filter(({ periodes }) => periodes.length > 0);
  return { du, au: addJours(addMois(aujourdhui, 6), 0), couloirs };
}
