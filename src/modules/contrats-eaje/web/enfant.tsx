import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoixNommes } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { createEnfant, updateEnfant } from '../data/enfants-commands.server.ts';
import { ABSENT, getCreche, getEnfant, getFamille, listSections } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import type { Route } from './+types/enfant.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

const isNouveau = (request: Request) => new URL(request.url).pathname.includes('/creches/familles/');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent } = contexte;
    const enfant = isNouveau(args.request) ? null : await getEnfant(tx, args.params.id);
    const creche = enfant ? await getCreche(tx, enfant.etablissementId) : null;
    if (creche && !canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    const fiche = await getFamille(contexte, enfant?.familleId ?? args.params.id);
    return { enfant, famille: fiche.famille, creche: fiche.creche, sections: await listSections(tx, fiche.creche.id) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  if (isNouveau(args.request))
    return actPage(args, {
      command: createEnfant,
      avec: { familleId: args.params.id },
      vers: (id) => `/creches/enfants/${id}/contrat`,
      fait: 'Enfant inscrit. Voici son contrat.',
    });
  return actPage(args, {
    command: updateEnfant,
    avec: { id: args.params.id },
    vers: formatAdresseFamille,
    fait: 'Enfant corrigé.',
  });
}

const LIBELLES = { Nom: 'nom', Prénom: 'prenom', 'Né le': 'neLe', 'Marche depuis': 'marcheDepuis', Badge: 'badge' };

export default function SaisieEnfant({
  loaderData: { enfant, famille, creche, sections },
  actionData,
}: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, enfant ?? { nom: famille.nom }, LIBELLES);
  const coche = (nom: 'pai' | 'handicap') => ((actionData ? nom in actionData.valeurs : enfant?.[nom]) ? ['oui'] : []);
  return (
    <Saisie
      titre={enfant ? 'Corriger la fiche d’un enfant' : 'Inscrire un enfant'}
      sous={enfant ? formatNom(enfant.nom, enfant.prenom) : `Famille ${famille.nom}, ${creche.nom}`}
      fil={buildFil(creche, { titre: `Famille ${famille.nom}`, href: formatAdresseFamille(famille.id) })}
      acte={enfant ? 'Enregistrer' : 'Inscrire l’enfant'}
      retour={formatAdresseFamille(famille.id)}
      rendue={actionData}
      saisi={saisi}
      version={enfant?.version}
    >
      <ChampTexte {...champ('nom')} libelle="Nom" requis />
      <ChampTexte {...champ('prenom')} libelle="Prénom" requis />
      <ChampJour {...champ('neLe')} libelle="Né le, ou attendu le" requis />
      <ChampJour
        {...champ('marcheDepuis')}
        libelle="Marche depuis le"
        aide="Constaté par l’équipe, jamais déduit de l’âge : l’encadrement en dépend. Par exemple 21/11/2026."
      />
      <ChampSelection
        {...champ('sectionId')}
        libelle="Section"
        vide="Sans section"
        choix={buildChoixNommes(sections)}
      />
      <ChampTexte {...champ('badge')} libelle="Badge" aide="Son numéro dans le système de badges." taille="moyen" />
      <CasesACocher
        nom="pai"
        libelle="Santé"
        choix={[{ valeur: 'oui', libelle: 'Un projet d’accueil individualisé (PAI)' }]}
        valeurs={coche('pai')}
      />
      <CasesACocher
        nom="handicap"
        libelle="Handicap"
        choix={[{ valeur: 'oui', libelle: 'Éligible au bonus inclusion', aide: 'AEEH, ou suivi reconnu par la Caf.' }]}
        valeurs={coche('handicap')}
      />
      {actionData?.erreurs.autre ? (
        <CasesACocher
          nom="autre"
          libelle="Déjà inscrit ?"
          erreur={actionData.erreurs.autre}
          choix={[{ valeur: 'oui', libelle: 'Non, c’est un autre enfant : l’inscrire' }]}
          valeurs={[]}
        />
      ) : null}
    </Saisie>
  );
}
