import { Form } from 'react-router';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, type SaisieRendue } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { getFaits } from '../data/evaluation-queries.server.ts';
import { recordComplement, recordSoumission, recordValidation } from '../data/validation-commands.server.ts';
import { canSoumettre, canValider } from '../droits.ts';
import type { Route } from './+types/validation.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, formatAdresseEvaluation } from './evaluation-view.ts';
import { buildSynthese, type Synthese } from './synthese-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canSoumettre, async (contexte, cible) => ({
    valide: canValider(contexte.agent, cible),
    rapport: buildSynthese(cible.id, await getFaits(contexte, cible.id)).rapport,
  }));
}

export async function action(args: Route.ActionArgs) {
  const commun = { avec: { informationId: args.params.id }, vers: (id: string) => formatAdresseEvaluation(id) };
  const acte = (await args.request.clone().formData()).get('acte');
  if (acte === 'soumettre')
    return actPage(args, { ...commun, command: recordSoumission, fait: 'Le rapport est soumis à la validation.' });
  return acte === 'rendre'
    ? actPage(args, {
        ...commun,
        command: recordComplement,
        fait: 'Le rapport est rendu à l’équipe, qui en est avertie.',
      })
    : actPage(args, {
        ...commun,
        command: recordValidation,
        fait: 'Le rapport est validé : la décision peut être prise.',
      });
}

export default function Validation({ loaderData, actionData }: Route.ComponentProps) {
  const { id, numero, etat, version, valide, rapport } = loaderData;
  return (
    <>
      <EnTetePage
        titre="Validation du rapport"
        sous={numero}
        fil={buildCadre(loaderData).fil}
        actes={
          <LienBouton petit href={formatAdresseEvaluation(id, 'rapport')}>
            Lire le rapport
          </LienBouton>
        }
      />
      <ResumeErreurs
        erreurs={actionData?.erreurs}
        titre={actionData?.textes ? 'Cet acte n’est pas possible' : undefined}
        textes={actionData?.textes}
      />
      <Etat rapport={rapport} />
      {etat === 'rapport-remis' ? (
        <Form className="saisie" method="post">
          <input type="hidden" name="version" value={version} />
          <p>Le rapport est remis. Soumis, il attend d’être lu et validé par une personne qui n’a pas évalué.</p>
          <Bouton variante="principal" name="acte" value="soumettre">
            Soumettre à la validation
          </Bouton>
        </Form>
      ) : null}
      {etat === 'en-validation' && !valide ? (
        <Avis>Le rapport attend son valideur, qui n’est pas de l’équipe.</Avis>
      ) : null}
      {etat === 'en-validation' && valide ? <Actes version={version} rapport={rapport} rendue={actionData} /> : null}
    </>
  );
}

function Etat({ rapport: { conclusion, proposition, remis, valide } }: { rapport: Synthese['rapport'] }) {
  const lignes = [
    ['Conclusion', conclusion ?? 'aucune'],
    ['Proposition', proposition ?? 'aucune'],
    ['Remis', remis ?? 'pas encore'],
    ['Validé', valide ?? 'pas encore'],
  ];
  return (
    <section className="bloc" aria-label="Le rapport">
      <dl className="definitions">
        {lignes.map(([titre, valeur]) => (
          <div key={titre}>
            <dt>{titre}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type ActesProps = { version: number; rapport: Synthese['rapport']; rendue: SaisieRendue | undefined };

/** Valider, ou rendre : deux formulaires, car l'un se passe de raison et l'autre non. */
function Actes({ version, rapport, rendue }: ActesProps) {
  const champ = buildChamp(rendue);
  return (
    <>
      {rapport.valide ? null : (
        <section className="bloc" aria-labelledby="valider">
          <h2 id="valider">Valider</h2>
          <Form className="saisie" method="post" noValidate>
            <input type="hidden" name="version" value={version} />
            <ZoneTexte
              {...champ('motif')}
              libelle="Commentaire"
              aide="Facultatif ; il reste dans l’histoire."
              lignes={2}
            />
            <Bouton variante="principal" name="acte" value="valider">
              Valider le rapport
            </Bouton>
          </Form>
        </section>
      )}
      <section className="bloc" aria-labelledby="rendre">
        <h2 id="rendre">Rendre pour complément</h2>
        <Form className="saisie" method="post" noValidate>
          <input type="hidden" name="version" value={version} />
          <ZoneTexte {...champ('complement')} libelle="Ce qu’il faut compléter" lignes={4} requis />
          <Bouton name="acte" value="rendre">
            Rendre à l’équipe
          </Bouton>
        </Form>
      </section>
    </>
  );
}
