import { formatInstantEcrit } from '#shared/instant.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { actPage, actSurPlace, readPage } from '#web/page.server.ts';
import { Bouton, Boutons } from '#web/ui/bouton.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import {
  fermerCompte,
  fermerSessions,
  inviterCompte,
  retirerSecondFacteur,
  rouvrirCompte,
} from '../data/commands.server.ts';
import { type CompteDetail, getCompteDetail } from '../data/queries.server.ts';
import { canCloseCompte } from '../droits.ts';
import type { Route } from './+types/fiche.ts';
import { getAuthentification } from './entree.server.ts';
import { LienInvitation } from './lien-invitation.tsx';
import { formatMoyens, formatNavigateur } from './session-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const compte = await getCompteDetail(tx, args.params.compte);
    return { compte, closable: canCloseCompte(agent, compte) };
  });
}

const ACTES = {
  fermer: { command: fermerCompte, fait: 'Compte fermé, ses sessions aussi.' },
  rouvrir: { command: rouvrirCompte, fait: 'Compte rouvert.' },
  'second-facteur': {
    command: retirerSecondFacteur,
    fait: 'Second facteur retiré : l’agent en inscrira un à sa prochaine connexion.',
  },
  sessions: { command: fermerSessions, fait: 'Toutes les sessions de ce compte sont fermées.' },
} as const;

export async function action(args: Route.ActionArgs) {
  const avec = { compteId: args.params.compte };
  const acte = String((await args.request.clone().formData()).get('acte'));
  if (acte in ACTES) {
    const { command, fait } = ACTES[acte as keyof typeof ACTES];
    return actPage(args, { command, avec, fait, vers: () => `/comptes/${args.params.compte}` });
  }
  const issue = await actSurPlace(args, { command: inviterCompte, avec });
  if (!('resultat' in issue)) return issue;
  return { erreurs: {}, lien: `${getAuthentification(args).adresse}/invitation/${issue.resultat.jeton}` };
}

export default function FicheCompte({ loaderData: { compte, closable }, actionData }: Route.ComponentProps) {
  return (
    <Fiche
      titre={compte.nom}
      sous={compte.courriel}
      fil={[{ titre: 'Comptes', href: '/comptes' }]}
      alertes={
        <>
          <ResumeErreurs erreurs={actionData && 'erreurs' in actionData ? actionData.erreurs : undefined} />
          {actionData && 'lien' in actionData ? <LienInvitation lien={actionData.lien} /> : null}
          {compte.ferme ? <Avis ton="retard">Compte fermé le {formatInstantEcrit(compte.ferme)}.</Avis> : null}
        </>
      }
      faits={[
        { titre: 'Se connecte par', valeur: formatMoyens(compte.moyens) },
        { titre: 'Second facteur', valeur: compte.secondFacteur ? 'inscrit' : 'aucun' },
        { titre: 'Compte ouvert', valeur: formatInstantEcrit(compte.creeLe) },
        {
          titre: 'Lien en attente',
          valeur: compte.invitation ? `jusqu’au ${formatInstantEcrit(compte.invitation.expireLe)}` : 'aucun',
        },
      ]}
    >
      <Actes compte={compte} closable={closable} />
      <section className="couloir" aria-labelledby="sessions">
        <h2 id="sessions">Sessions ouvertes</h2>
        {compte.sessionsOuvertes.length === 0 ? (
          <EtatVide titre="Aucune session ouverte">Les appareils connectés à ce compte apparaîtront ici.</EtatVide>
        ) : (
          <Tableau
            legende="Sessions ouvertes"
            lignes={compte.sessionsOuvertes}
            cle={({ id }) => id}
            colonnes={[
              { cle: 'navigateur', titre: 'Appareil', cellule: ({ navigateur }) => formatNavigateur(navigateur) },
              { cle: 'ouverte', titre: 'Ouverte', cellule: ({ ouverteLe }) => formatInstantEcrit(ouverteLe) },
              { cle: 'vue', titre: 'Dernier usage', cellule: ({ vueLe }) => formatInstantEcrit(vueLe) },
            ]}
          />
        )}
      </section>
    </Fiche>
  );
}

function Actes({ compte, closable }: { compte: CompteDetail; closable: boolean }) {
  if (compte.ferme) return <Acte acte="rouvrir" libelle="Rouvrir le compte" />;
  return (
    <Boutons>
      <Acte acte="inviter" libelle="Donner un nouveau lien de mot de passe" />
      {closable && compte.secondFacteur ? <Acte acte="second-facteur" libelle="Retirer le second facteur" /> : null}
      {closable && compte.sessionsOuvertes.length > 0 ? <Acte acte="sessions" libelle="Fermer ses sessions" /> : null}
      {closable ? <Acte acte="fermer" libelle="Fermer le compte" danger /> : null}
    </Boutons>
  );
}

function Acte({ acte, libelle, danger }: { acte: string; libelle: string; danger?: boolean }) {
  return (
    <form method="post">
      <Bouton name="acte" value={acte} variante={danger ? 'danger' : undefined}>
        {libelle}
      </Bouton>
    </form>
  );
}
