import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { containsJour } from '#shared/periode.ts';
import type { AutreNom, EnfantDe, PersonneVue } from '../data/personne-queries.server.ts';
import { LIBELLE_LIEN_QUALITE } from '../lien.ts';
import { formatAge, formatNaissance, LIBELLE_AUTRE_NOM_NATURE, LIBELLE_SEXE } from '../personne.ts';

/** Ce qu'il faut savoir d'une personne ; un décès connu passe devant. */
export function buildFaitsDePersonne(personne: PersonneVue, aujourdhui: JourCivil) {
  const naissance = formatNaissance(personne);
  return [
    ...(personne.dateDeces
      ? [{ titre: 'Décès', valeur: `le ${formatJour(personne.dateDeces, 'long')}`, ton: 'attente' as const }]
      : []),
    {
      titre: 'Naissance',
      valeur: naissance,
      detail: [
        personne.dateNaissance && !personne.dateDeces ? formatAge(personne, aujourdhui) : null,
        personne.lieuNaissance && `à ${personne.lieuNaissance}`,
      ]
        .filter(Boolean)
        .join(', '),
    },
    { titre: 'Sexe', valeur: LIBELLE_SEXE[personne.sexe] },
    ...(personne.autresPrenoms ? [{ titre: 'Autres prénoms', valeur: personne.autresPrenoms }] : []),
    { titre: 'Téléphone', valeur: personne.telephone ?? 'non renseigné' },
    { titre: 'Courriel', valeur: personne.courriel ?? 'non renseigné' },
  ];
}

export function buildAutreNom({ id, nature, nom, prenom }: AutreNom) {
  return {
    cle: id,
    titre: formatPersonne({ nom, prenom: prenom ?? '', nomUsage: null }),
    detail: LIBELLE_AUTRE_NOM_NATURE[nature],
  };
}

/** « mère · 7 ans » ; un lien terminé le dit. */
export function buildEnfantDe(enfant: EnfantDe, aujourdhui: JourCivil) {
  const fini = !containsJour(enfant, aujourdhui) && enfant.au !== null && enfant.au < aujourdhui;
  return {
    cle: enfant.lienId,
    href: `/enfants/${enfant.id}`,
    nom: formatPersonne(enfant),
    detail: [
      LIBELLE_LIEN_QUALITE[enfant.qualite],
      formatAge(enfant, aujourdhui),
      fini && enfant.au ? `jusqu’au ${formatJour(enfant.au, 'court')}` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
