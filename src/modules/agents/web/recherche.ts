import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { formatNature } from '#modules/organisation/index.ts';
import { formatNom, normaliseLibelle } from '#shared/nom-propre.ts';
import { LIMITE_PAR_GROUPE, type SourceDeRecherche } from '#web/recherche/source.ts';
import { AgentFiltre } from '../agent.ts';
import { listAgents } from '../data/agents.server.ts';

/** Agents (nom, prénom, matricule) et unités (nom). */
export const recherche: SourceDeRecherche = {
  conseils: ['Un agent, son matricule, ou une unité : « dupont », « cherbourg »'],
  find: async (contexte, texte) => {
    const filtre = AgentFiltre.parse({ q: texte, presence: 'tous' });
    const agents = await listAgents(contexte, filtre, { page: 1, taille: LIMITE_PAR_GROUPE });
    const cherches = normaliseLibelle(texte).split(' ').filter(Boolean);
    const unites = (await listUnitesAChoisir(contexte)).filter(({ nom }) =>
      cherches.every((mot) => normaliseLibelle(nom).includes(mot)),
    );
    const mots = await getVocabulaire(contexte.tx, contexte.aujourdhui);
    return [
      {
        titre: 'Agents',
        ordre: 90,
        trouvailles: agents.lignes.map(({ id, nom, prenom, poste, unite, au }) => ({
          href: `/organisation/agents/${id}`,
          titre: formatNom(nom, prenom),
          detail: [poste, unite].filter(Boolean).join(', '),
          ...(au && au < contexte.aujourdhui ? { etiquette: 'parti' } : {}),
        })),
        ...(agents.total > LIMITE_PAR_GROUPE
          ? { tout: `/organisation/agents?${new URLSearchParams({ q: texte, presence: 'tous' })}` }
          : {}),
      },
      {
        titre: 'Unités',
        ordre: 91,
        trouvailles: unites.slice(0, LIMITE_PAR_GROUPE).map(({ id, nom, nature }) => ({
          href: `/organisation/unites/${id}`,
          titre: nom,
          detail: formatNature(nature, mots),
        })),
      },
    ];
  },
};
