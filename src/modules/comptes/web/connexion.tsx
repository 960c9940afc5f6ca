import { data } from 'react-router';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Avis } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { type CarteDeDemo, getAccueil } from '../data/accueil.server.ts';
import { executeConnexion, getEtatDeSession } from '../data/connexion.server.ts';
import type { Route } from './+types/connexion.ts';
import {
  formatSuite,
  getAuthentification,
  readEntree,
  readRetour,
  readSuite,
  sendRedirection,
} from './entree.server.ts';
import { Seuil } from './seuil.tsx';

export async function loader(args: Route.LoaderArgs) {
  const authentification = getAuthentification(args);
  const etat = await getEtatDeSession(authentification, args.request);
  if (etat === 'ouverte') throw sendRedirection(readRetour(args));
  if (etat === 'a-inscrire') throw sendRedirection(`/connexion/second-facteur${readSuite(args)}`);
  const { searchParams } = new URL(args.request.url);
  return {
    ...(await getAccueil(authentification)),
    suite: readSuite(args),
    interrompue: searchParams.has('retour'),
    gardee: searchParams.has('reprise'),
    fournisseur: authentification.oidc?.nom ?? null,
    panne: searchParams.has('error'),
  };
}

const REFUS = 'Ce courriel et ce mot de passe ne vont pas ensemble. Vérifiez-les, puis réessayez.';

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const courriel = String(formulaire.get('courriel') ?? '').slice(0, 200);
  const motDePasse = String(formulaire.get('motDePasse') ?? '').slice(0, 200);
  const erreurs = verifySaisie(courriel, motDePasse);
  if (Object.keys(erreurs).length > 0) return data({ erreurs, courriel }, { status: 400 });
  const issue = await executeConnexion(getAuthentification(args), readEntree(args), { courriel, motDePasse });
  const suite = formatSuite(args, issue, REFUS);
  if ('vers' in suite) return suite.vers;
  return data({ erreurs: { '': suite.erreur } as Record<string, string>, courriel }, { status: suite.status });
}

function verifySaisie(courriel: string, motDePasse: string): Record<string, string> {
  const erreurs: Record<string, string> = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(courriel.trim()))
    erreurs.courriel = 'Donnez votre courriel professionnel en entier.';
  if (motDePasse === '') erreurs.motDePasse = 'Donnez votre mot de passe.';
  return erreurs;
}

export default function Connexion({ loaderData, actionData }: Route.ComponentProps) {
  const { departement, demo, cartes, suite, interrompue, gardee, fournisseur, panne } = loaderData;
  return (
    <Seuil titre="Se connecter" departement={departement} demo={demo} large={cartes.length > 0}>
      <ResumeErreurs erreurs={actionData?.erreurs} titre={actionData ? 'La connexion n’a pas abouti' : undefined} />
      {panne ? (
        <Avis ton="bientot">
          La connexion par {fournisseur ?? 'le fournisseur d’identité'} n’a pas abouti. Recommencez.
        </Avis>
      ) : null}
      {interrompue && !actionData ? (
        <Avis>
          {gardee
            ? 'Votre session avait expiré. Ce que vous tapiez est gardé : reconnectez-vous, vous le retrouverez.'
            : 'Connectez-vous : la page demandée s’ouvrira aussitôt.'}
        </Avis>
      ) : null}
      {cartes.length > 0 ? <Cartes cartes={cartes} suite={suite} /> : null}
      {fournisseur ? (
        <form method="post" action={`/connexion/fournisseur${suite}`}>
          <Bouton variante="principal">Se connecter avec {fournisseur}</Bouton>
        </form>
      ) : null}
      {cartes.length > 0 || fournisseur ? <h2 className="seuil-ou">Avec un courriel et un mot de passe</h2> : null}
      <form method="post" action={`/connexion${suite}`} noValidate>
        <ChampTexte
          nom="courriel"
          libelle="Courriel professionnel"
          type="email"
          autoComplete="username"
          valeur={actionData?.courriel}
          erreur={actionData?.erreurs.courriel}
        />
        <ChampTexte
          nom="motDePasse"
          libelle="Mot de passe"
          type="password"
          autoComplete="current-password"
          erreur={actionData?.erreurs.motDePasse}
        />
        <Bouton variante={fournisseur ? 'secondaire' : 'principal'}>Se connecter</Bouton>
      </form>
      <p className="seuil-suite">
        Mot de passe oublié, compte à ouvrir : demandez un lien à l’administrateur de Marelle de votre département.
      </p>
      <p className="seuil-suite">
        Sans vous connecter : <a href="/que-doit-on">Que doit-on, et quand ?</a>, ce que la loi doit à un enfant dans
        une situation que vous décrivez.
      </p>
    </Seuil>
  );
}

function Cartes({ cartes, suite }: { cartes: CarteDeDemo[]; suite: string }) {
  return (
    <section aria-labelledby="cartes">
      <h2 id="cartes">Entrer dans un rôle</h2>
      <p className="seuil-entete-cartes">Choisissez une carte : aucun mot de passe à donner en démonstration.</p>
      <ul className="seuil-cartes">
        {cartes.map(({ cle, titre, nom, phrase }) => (
          <li key={cle}>
            <form method="post" action={`/connexion/demo${suite}`}>
              <button className="seuil-carte" type="submit" name="carte" value={cle}>
                <strong>{titre}</strong>
                <span className="qui">{nom}</span>
                <span className="phrase">{phrase}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
