import { LIBELLE_ETAT } from '#modules/informations-preoccupantes/index.ts';
import { formatNaissance, type Identite } from '#modules/personnes/index.ts';
import { LIBELLE_VERDICT } from '#modules/rapprochement/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { Candidat } from '../data/reconnaissance-queries.server.ts';

const TONS: Record<Candidat['verdict'], Ton> = {
  certain: 'retard',
  probable: 'bientot',
  'a-verifier': 'neutre',
  different: 'neutre',
};

/** Une personne connue telle qu'on la montre à côté de celle qu'on décrit. */
export function buildCandidat(candidat: Candidat) {
  const { id, nom, nomUsage, prenom, vue, dossier, recues, raisons, verdict } = candidat;
  return {
    id,
    nom: nomUsage ? `${formatNom(nom, prenom)} (usage ${formatNom(nomUsage)})` : formatNom(nom, prenom),
    naissance: formatNaissance(candidat as Pick<Identite, 'sexe' | 'dateNaissance' | 'naissancePrecision'>),
    verdict: { libelle: verdict === 'different' ? 'une autre personne' : LIBELLE_VERDICT[verdict], ton: TONS[verdict] },
    // Le point de départ du calcul n'est pas une raison de reconnaître quelqu'un.
    raisons: raisons
      .filter(({ texte }) => texte !== 'au départ')
      .map(({ texte }) => texte)
      .join(' · '),
    dossier: dossier && {
      titre: `Dossier ${dossier.numero}`,
      // Reconnu sans être vu : on sait qui suit, le dossier ne s'ouvre pas d'ici.
      href: vue ? `/enfants/${id}` : null,
      detail: [
        dossier.closLe
          ? `fermé le ${formatJour(dossier.closLe, 'long')}`
          : `ouvert le ${formatJour(dossier.ouvertLe, 'long')}`,
        dossier.territoire,
      ]
        .filter(Boolean)
        .join(', '),
    },
    recues: recues.map(({ id: autre, numero, etat }) => ({ id: autre, numero, etat: LIBELLE_ETAT[etat] })),
  };
}
export type CandidatMontre = ReturnType<typeof buildCandidat>;
