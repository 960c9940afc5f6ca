import { data, Form } from 'react-router';
import { readJourParis } from '#server/clock.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { PagePublique } from '#web/gabarits/page-publique.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import type { Route } from './+types/que-doit-on.ts';
import { actQueDoitOn, buildDepart } from './acte.server.ts';
import { ChampsDuDossier, FaitsSaisis } from './formulaire.tsx';
import { Reponse } from './reponse.tsx';

export function loader() {
  return buildDepart(readJourParis());
}

/** Rien n'est gardé : le dossier arrive dans la demande et repart dans la réponse. */
export async function action({ request }: Route.ActionArgs) {
  const vue = actQueDoitOn(await request.formData(), readJourParis());
  return data(vue, Object.keys(vue.erreurs).length > 0 ? 400 : 200);
}

export default function QueDoitOn({ loaderData, actionData }: Route.ComponentProps) {
  const vue = actionData ?? loaderData;
  const fautif = Object.keys(vue.erreurs).length > 0;
  return (
    <PagePublique>
      <EnTetePage
        titre="Que doit-on, et quand ?"
        sous="Les faits de la situation d’un enfant entrent ; ce que la loi lui doit en sort, avec la date, qui doit agir, le texte et le calcul. Rien de ce que vous tapez n’est gardé : n’écrivez aucun nom."
        actes={vue.reponse ? <BoutonImprimer petit={false} /> : null}
      />
      <ResumeErreurs erreurs={vue.erreurs} titre={fautif ? 'Rien n’est calculé' : undefined} />
      {vue.reponse ? <Reponse reponse={vue.reponse} json={vue.json} /> : null}
      <section className="section hors-impression" aria-labelledby="situation">
        <h2 id="situation">{vue.reponse ? 'Changer la situation' : 'La situation'}</h2>
        <Form method="post" action="/que-doit-on" className="saisie" noValidate key={JSON.stringify(vue.saisie)}>
          {/* Entrée au clavier calcule, plutôt que de retirer le premier fait. */}
          <button className="lecteur" type="submit" name="geste" value="calculer" tabIndex={-1} aria-hidden="true" />
          <Exemples exemples={vue.exemples} />
          <ChampsDuDossier saisie={vue.saisie} erreurs={vue.erreurs} />
          <FaitsSaisis faits={vue.faits} types={vue.types} erreurs={vue.erreurs} nouveau={vue.nouveau} />
          <div className="saisie-boutons">
            <Bouton variante="principal" name="geste" value="calculer" formAction="/que-doit-on#resultat">
              Dire ce que l’on doit
            </Bouton>
            <a href="/que-doit-on">Tout effacer</a>
          </div>
        </Form>
      </section>
    </PagePublique>
  );
}

function Exemples({ exemples }: { exemples: readonly { nom: string; titre: string }[] }) {
  return (
    <fieldset className="champ">
      <legend>Partir d’un exemple</legend>
      <div className="boutons">
        {exemples.map(({ nom, titre }) => (
          <Bouton petit key={nom} name="exemple" value={nom} formAction="/que-doit-on#resultat">
            {titre}
          </Bouton>
        ))}
      </div>
    </fieldset>
  );
}
