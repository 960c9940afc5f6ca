import { Form } from 'react-router';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { getFaits } from '../data/evaluation-queries.server.ts';
import { recordRemise, updateConclusion } from '../data/rapport-commands.server.ts';
import { canEvaluer } from '../droits.ts';
import { LIBELLE_CONCLUSION, LIBELLE_PROPOSITION } from '../evaluation.ts';
import { listManques } from '../rules/remise.ts';
import { listImpossibles } from '../rules/rencontres.ts';
import type { Route } from './+types/conclusion.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, findAdresseManque, formatAdresseEvaluation } from './evaluation-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canEvaluer, async (contexte, cible) => {
    const faits = await getFaits(contexte, cible.id);
    const { conclusion, proposition, argumentaire, evaluationImpossible, version } = faits.rapport;
    return {
      rapport: { conclusion, proposition, argumentaire, evaluationImpossible, version },
      impossibles: listImpossibles(faits).map(({ nom }) => nom),
      manques: listManques(faits).map((manque) => ({
        cle: `${manque.regle}-${manque.motif}`,
        motif: `${manque.motif} (${manque.regle})`,
        href: findAdresseManque(cible.id, manque),
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const avec = { informationId: args.params.id };
  const remettre = (await args.request.clone().formData()).get('acte') === 'remettre';
  return remettre
    ? actPage(args, {
        command: recordRemise,
        avec,
        vers: (id) => formatAdresseEvaluation(id),
        fait: 'Le rapport est remis.',
      })
    : actPage(args, {
        command: updateConclusion,
        avec,
        vers: (id) => formatAdresseEvaluation(id, 'conclusion'),
        fait: 'La conclusion est enregistrée.',
      });
}

export default function Conclusion({ loaderData, actionData }: Route.ComponentProps) {
  const { rapport, impossibles, manques, version, etat } = loaderData;
  const champ = buildChamp(actionData);
  const impossible = actionData
    ? [actionData.valeurs.evaluationImpossible ?? []].flat()
    : rapport.evaluationImpossible
      ? ['oui']
      : [];
  return (
    <>
      <Saisie
        {...buildCadre(loaderData)}
        titre="Conclusion et proposition"
        acte="Enregistrer la conclusion"
        rendue={actionData}
        version={rapport.version}
        intro="Une conclusion unique et commune à l’équipe, et l’une des trois propositions (IP-020 ; CASF, art. D226-2-7)."
      >
        {impossibles.length > 0 ? (
          <Avis ton="retard" titre="La saisine est obligée">
            Il a été impossible de rencontrer {impossibles.join(', ')} (IP-019 ; CASF, art. D226-2-6 II).
          </Avis>
        ) : null}
        <Radios
          {...champ('conclusion', rapport.conclusion)}
          libelle="L’équipe conclut"
          choix={buildChoix(LIBELLE_CONCLUSION)}
        />
        <Radios
          {...champ('proposition', rapport.proposition)}
          libelle="Et propose"
          choix={buildChoix(LIBELLE_PROPOSITION)}
        />
        <ZoneTexte
          {...champ('argumentaire', rapport.argumentaire)}
          libelle="Argumentaire"
          aide="Obligatoire pour une saisine : ce qui la motive, ce qui a déjà été fait."
          lignes={8}
        />
        <CasesACocher
          nom="evaluationImpossible"
          libelle="Danger présumé, évaluation impossible (IP-031)"
          choix={[{ valeur: 'oui', libelle: 'La situation n’a pas pu être évaluée ; le parquet en est avisé' }]}
          valeurs={impossible}
        />
      </Saisie>
      {etat === 'en-evaluation' ? <Remise manques={manques} version={version} /> : null}
    </>
  );
}

function Remise({
  manques,
  version,
}: {
  manques: readonly { cle: string; motif: string; href: string }[];
  version: number;
}) {
  return (
    <section className="section bloc" aria-labelledby="remise">
      <h2 id="remise">Remettre le rapport</h2>
      {manques.length > 0 ? (
        <>
          <p>Il manque encore :</p>
          <ul>
            {manques.map(({ cle, motif, href }) => (
              <li key={cle}>
                <a href={href}>{motif}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Rien ne manque. Une fois remis, le rapport ne s’écrit plus, sauf si on vous le rend pour complément.</p>
      )}
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <CasesACocher
          nom="soumettre"
          libelle="Aussitôt remis"
          choix={[{ valeur: 'oui', libelle: 'Le soumettre à la validation' }]}
          valeurs={['oui']}
        />
        <Bouton variante="principal" name="acte" value="remettre">
          Remettre le rapport
        </Bouton>
      </Form>
    </section>
  );
}
