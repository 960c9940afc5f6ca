import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { EnTetePage } from '../gabarits/en-tete-page.tsx';
import { LienBouton } from '../ui/bouton.tsx';
import type { RacineVue } from './racine-vue.ts';

/** Dit ce qui s'est passé et quoi faire. Absent et interdit se ressemblent : rien ne révèle une situation. */
export function PageErreur({ error }: { error: unknown }) {
  const reference = useRouteLoaderData<RacineVue>('root')?.reference;
  if (isRouteErrorResponse(error) && error.status === 404) return <PageIntrouvable />;
  return (
    <>
      <EnTetePage titre="Une erreur est survenue" />
      <p>
        Rien n’a été enregistré depuis votre dernière page. Revenez en arrière et recommencez ; si l’erreur revient,
        signalez-la à l’administration de Marelle.
      </p>
      {reference ? (
        <p>
          Référence à donner : <code>{reference}</code>
        </p>
      ) : null}
      <LienBouton href="/">Revenir à Ma journée</LienBouton>
    </>
  );
}

export function PageIntrouvable() {
  return (
    <>
      <EnTetePage titre="Page introuvable" />
      <p>Cette page n’existe pas, ou vous n’avez pas accès à cette situation.</p>
      <p>Vérifiez l’adresse, ou cherchez la personne par son nom avec la recherche.</p>
      <LienBouton href="/">Revenir à Ma journée</LienBouton>
    </>
  );
}
