import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { getFaits, listVolets } from '../data/evaluation-queries.server.ts';
import { updateRaisons } from '../data/rapport-commands.server.ts';
import { canEvaluer } from '../droits.ts';
import { LIBELLE_NON_SEUL } from '../evaluation.ts';
import { evaluateRencontre } from '../rules/rencontres.ts';
import type { Route } from './+types/raisons.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, formatAdresseEvaluation } from './evaluation-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canEvaluer, async (contexte, cible) => {
    const faits = await getFaits(contexte, cible.id);
    const volets = new Map((await listVolets(contexte, cible.id)).map((volet) => [volet.mineurId, volet]));
    return {
      rapportVersion: faits.rapport.version,
      sansDomicileMotif: faits.rapport.sansDomicileMotif,
      mineurs: faits.mineurs
        .filter(({ aNaitre }) => !aNaitre)
        .map((mineur) => ({
          id: mineur.id,
          nom: mineur.nom,
          rencontre: evaluateRencontre(faits, mineur),
          volet: volets.get(mineur.id) ?? null,
        })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateRaisons,
    avec: { informationId: args.params.id },
    vers: (id) => formatAdresseEvaluation(id),
    fait: 'Les raisons sont enregistrées.',
  });
}

export default function Raisons({ loaderData, actionData }: Route.ComponentProps) {
  const { rapportVersion, sansDomicileMotif, mineurs } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadre(loaderData)}
      titre="Ce qui n’a pas pu se faire"
      acte="Enregistrer ces raisons"
      rendue={actionData}
      version={rapportVersion}
      intro="Le texte demande une rencontre au domicile avec le mineur et les titulaires, et le mineur vu sans ses parents selon son âge et sa maturité (CASF, art. D226-2-6 II). Ce qui n’a pas eu lieu se dit ici."
    >
      <ZoneTexte
        {...champ('sansDomicileMotif', sansDomicileMotif)}
        libelle="Pourquoi pas de rencontre au domicile (IP-017)"
        aide="Vide si elle a eu lieu"
        lignes={3}
      />
      {mineurs.map(({ id, nom, rencontre, volet }) => (
        <fieldset className="bloc-saisi" key={id}>
          <legend>{nom}</legend>
          {rencontre === 'jamais' || rencontre === 'impossible' ? (
            <ZoneTexte
              {...champ(`impossibleMotif.${id}`, volet?.impossibleMotif)}
              libelle="Pourquoi il a été impossible de le rencontrer (IP-019)"
              aide="L’autorité judiciaire est alors saisie : la proposition ne peut plus être autre."
              lignes={3}
            />
          ) : rencontre === 'vu-seul' ? (
            <p>Vu sans ses parents.</p>
          ) : (
            <>
              <ChampSelection
                {...champ(`nonSeul.${id}`, volet?.nonSeul)}
                libelle="Pourquoi il n’a pas été vu sans ses parents (IP-018)"
                choix={buildChoix(LIBELLE_NON_SEUL)}
                vide="Pas encore dit"
              />
              <ChampTexte {...champ(`nonSeulMotif.${id}`, volet?.nonSeulMotif)} libelle="Précision" taille="long" />
            </>
          )}
        </fieldset>
      ))}
    </Saisie>
  );
}
